package callbot.sandbox;

import callbot.json.Json;
import callbot.json.ObjectWriter;
import callbot.sandbox.webex.FakeUser;
import callbot.sandbox.webex.FakeWebex;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.util.Set;

/** Asks the fake over HTTP, as a program with this token would. */
public record Caller(FakeWebex fake, String token) {

    private static final HttpClient CLIENT =
            HttpClient.newBuilder().version(HttpClient.Version.HTTP_1_1).build();

    public record Answer(int status, Json body, HttpResponse<String> response) {

        public String text(String name) {
            return body.requireText(name);
        }

        public String why() {
            return body.requireText("message");
        }
    }

    public static Caller bot(FakeWebex fake) {
        return new Caller(fake, fake.botToken());
    }

    public static Caller user(FakeWebex fake, FakeUser user) {
        return user(fake, user, fake.integration().scopes());
    }

    public static Caller user(FakeWebex fake, FakeUser user, Set<String> scopes) {
        return new Caller(fake, user.grant(scopes).accessToken());
    }

    public Answer get(String path) {
        return send(request(path).GET());
    }

    public Answer delete(String path) {
        return send(request(path).DELETE());
    }

    public Answer post(String path, ObjectWriter body) {
        return post(path, body.toString());
    }

    public Answer post(String path, String body) {
        return send(request(path).header("Content-Type", "application/json").POST(publisher(body)));
    }

    /** A POST without a body. */
    public Answer post(String path) {
        return send(request(path).POST(HttpRequest.BodyPublishers.noBody()));
    }

    public Answer put(String path, ObjectWriter body) {
        return send(request(path).header("Content-Type", "application/json").PUT(publisher(body.toString())));
    }

    public Answer form(String path, String form) {
        return send(request(path)
                .header("Content-Type", "application/x-www-form-urlencoded")
                .POST(publisher(form)));
    }

    /** A command of the Call Controls API. */
    public Answer call(String command, ObjectWriter body) {
        return post("/telephony/calls/" + command, body);
    }

    public HttpRequest.Builder request(String path) {
        String url = path.startsWith("http") ? path : fake.url() + path;
        HttpRequest.Builder builder = HttpRequest.newBuilder(URI.create(url));
        return token.isEmpty() ? builder : builder.header("Authorization", "Bearer " + token);
    }

    public Answer send(HttpRequest.Builder request) {
        try {
            HttpResponse<String> response = CLIENT.send(request.build(), HttpResponse.BodyHandlers.ofString());
            boolean json = response.headers()
                    .firstValue("Content-Type")
                    .filter(type -> type.startsWith("application/json"))
                    .isPresent();
            return new Answer(
                    response.statusCode(),
                    json ? Json.parse(response.body()) : Json.object().toJson(),
                    response);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } catch (InterruptedException e) {
            throw new IllegalStateException(e);
        }
    }

    private static HttpRequest.BodyPublisher publisher(String text) {
        return HttpRequest.BodyPublishers.ofString(text);
    }
}
