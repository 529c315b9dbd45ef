package callbot;

import static org.junit.jupiter.api.Assertions.assertEquals;

import callbot.json.Json;
import callbot.json.ObjectWriter;
import callbot.sandbox.webex.FakeUser;
import java.net.URI;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.util.List;
import java.util.Set;

/**
 * Somebody's webhooks, as Webex knows them.
 *
 * @param token their owner's
 */
record Hooks(Visitor client, URI address, String token) {

    private static final Set<String> SCOPES = Set.of("spark:calls_read", "spark:people_read");

    /** Those of the bot. */
    static Hooks ofBot(Scene scene) {
        return of(scene, scene.webex().botToken());
    }

    /** Those of this user. */
    static Hooks of(Scene scene, FakeUser user) {
        return of(scene, user.grant(SCOPES).accessToken());
    }

    private static Hooks of(Scene scene, String token) {
        return new Hooks(scene.visitor(), URI.create(scene.webex().url() + "/webhooks"), token);
    }

    /** All of them. */
    List<Json> list() {
        return Json.parse(ask("GET", "", BodyPublishers.noBody()).body()).list("items");
    }

    /** One text of each of them, in alphabetical order. */
    List<String> each(String field) {
        return list().stream().map(hook -> hook.requireText(field)).sorted().toList();
    }

    /** Makes one that is none of the bot's. */
    void create(String name, String target, String resource) {
        ObjectWriter wanted = Json.object()
                .put("name", name)
                .put("targetUrl", target)
                .put("resource", resource)
                .put("event", "created");
        ask("POST", "", BodyPublishers.ofString(wanted.toString()));
    }

    /** Deletes one of them. */
    void delete(Json hook) {
        ask("DELETE", "/" + hook.requireText("id"), BodyPublishers.noBody());
    }

    private HttpResponse<String> ask(String method, String path, HttpRequest.BodyPublisher body) {
        HttpResponse<String> answer = client.send(HttpRequest.newBuilder(URI.create(address + path))
                .method(method, body)
                .header("Authorization", "Bearer " + token)
                .header("Content-Type", "application/json")
                .build());
        assertEquals(2, answer.statusCode() / 100, answer.body());
        return answer;
    }
}
