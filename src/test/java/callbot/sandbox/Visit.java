package callbot.sandbox;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import callbot.json.Json;
import callbot.json.ObjectWriter;
import callbot.sandbox.messaging.ChatMessage;
import callbot.sandbox.webex.FakeUser;
import callbot.sandbox.webex.FakeWebex;
import callbot.testing.Eventually;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Iterator;
import java.util.List;
import java.util.Optional;
import java.util.TreeMap;
import java.util.function.Predicate;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/** A sandbox, and somebody who uses its page without a browser. */
public final class Visit implements AutoCloseable {

    private static final Pattern SIGN_IN = Pattern.compile("http[^\\s)\"]+/authorize\\?[^\\s)\"]+");

    private final HttpClient client = HttpClient.newHttpClient();
    private final Sandbox sandbox;

    private Visit(Sandbox sandbox) {
        this.sandbox = sandbox;
    }

    public static Visit begin() throws IOException {
        return new Visit(Sandbox.start(0));
    }

    public FakeWebex webex() {
        return sandbox.webex();
    }

    public FakeUser alice() {
        return webex().alice();
    }

    /** Says something to the bot, and waits until it has answered with these words. */
    public ChatMessage ask(FakeUser user, String text, String answer) {
        long before = fromBot(user, answer).size();
        user.say(text);
        return awaitAnswer(user, answer, before);
    }

    /** The bot's message with these words that comes after so many others with them. */
    ChatMessage awaitAnswer(FakeUser user, String words, long others) {
        Eventually.isTrue("the bot says " + words, () -> fromBot(user, words).size() > others);
        return fromBot(user, words).getLast();
    }

    List<ChatMessage> fromBot(FakeUser user, String words) {
        return user.messages().stream()
                .filter(message ->
                        message.author().equals(webex().bot()) && text(message).contains(words))
                .toList();
    }

    public void signIn(FakeUser user) throws Exception {
        Matcher link = SIGN_IN.matcher(text(ask(user, "/auth", "/authorize?")));
        assertTrue(link.find());
        URI redirect = user.authorize(link.group());
        var page = client.send(HttpRequest.newBuilder(redirect).build(), HttpResponse.BodyHandlers.ofString());
        assertEquals(200, page.statusCode(), page.body());
        awaitAnswer(user, "You are signed in", 0);
    }

    /** Breaks something, or mends it. */
    public void fault(String fault) throws Exception {
        fault(Json.object().put("fault", fault));
    }

    public void fault(ObjectWriter wish) throws Exception {
        var answer = post("fault", wish);
        assertEquals(204, answer.statusCode(), answer.body());
    }

    HttpResponse<String> post(String path, ObjectWriter wish, String... headers) throws Exception {
        return post(path, wish.toString(), headers);
    }

    HttpResponse<String> post(String path, String body, String... headers) throws Exception {
        return send(request(path, headers).POST(HttpRequest.BodyPublishers.ofString(body)));
    }

    public HttpResponse<String> get(String path, String... headers) throws Exception {
        return send(request(path, headers));
    }

    /** Listens to the wire until its lines are as wanted. */
    public List<Json> awaitLines(Predicate<List<Json>> wanted) throws Exception {
        TreeMap<Long, Json> lines = new TreeMap<>();
        try (Stream<String> stream = stream()) {
            for (Iterator<String> all = stream.iterator(); !wanted.test(List.copyOf(lines.values())); ) {
                String text = all.next();
                if (!text.startsWith("data: {\"number\"")) continue;
                Json line = Json.parse(text.substring("data: ".length()));
                lines.put(line.number("number").orElseThrow(), line);
            }
        }
        return List.copyOf(lines.values());
    }

    /** Waits for a line such as this, and gives it. */
    Json awaitLine(Predicate<Json> wanted) throws Exception {
        return awaitLines(lines -> lines.stream().anyMatch(wanted)).stream()
                .filter(wanted)
                .findFirst()
                .orElseThrow();
    }

    /** Listens until faults are as wanted. */
    public Json awaitFaults(Predicate<Json> wanted) throws Exception {
        try (Stream<String> stream = stream()) {
            return stream.filter(text -> text.startsWith("data: {\"alive\""))
                    .map(text -> Json.parse(text.substring("data: ".length())))
                    .filter(wanted)
                    .findFirst()
                    .orElseThrow();
        }
    }

    /** The stream as it comes, so many lines of it that are not empty. */
    List<String> stream(int lines, String... headers) throws Exception {
        try (Stream<String> stream = stream(headers)) {
            return stream.filter(text -> !text.isEmpty()).limit(lines).toList();
        }
    }

    Json details(Json line) throws Exception {
        return Json.parse(get("wire/" + line.number("number").orElseThrow()).body());
    }

    @Override
    public void close() {
        client.shutdownNow();
        sandbox.close();
    }

    /** The lines between Webex and the bot, and to the state file, in short. */
    static List<String> told(Collection<Json> lines) {
        List<String> told = new ArrayList<>();
        lines.forEach(line -> line.text("what").ifPresent(what -> told.add(what + " " + line.requireText("outcome"))));
        return told;
    }

    public static Predicate<Json> has(String field, String value) {
        return line -> line.text(field).equals(Optional.of(value));
    }

    private Stream<String> stream(String... headers) throws Exception {
        return client.send(request("wire", headers).build(), HttpResponse.BodyHandlers.ofLines())
                .body();
    }

    private HttpResponse<String> send(HttpRequest.Builder request) throws Exception {
        return client.send(request.build(), HttpResponse.BodyHandlers.ofString());
    }

    private HttpRequest.Builder request(String path, String... headers) {
        HttpRequest.Builder request = HttpRequest.newBuilder(sandbox.address().resolve(path));
        return headers.length == 0 ? request : request.headers(headers);
    }

    private static String text(ChatMessage message) {
        return message.text()
                + message.markdown().orElse("")
                + message.card().map(Json::toString).orElse("");
    }
}
