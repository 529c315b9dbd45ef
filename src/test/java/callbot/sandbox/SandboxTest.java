package callbot.sandbox;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import callbot.json.Json;
import callbot.json.ObjectWriter;
import java.io.IOException;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.ZoneId;
import java.util.List;
import java.util.Optional;
import java.util.function.Predicate;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

@Timeout(60)
class SandboxTest {

    private static final HttpClient CLIENT = HttpClient.newHttpClient();
    private static Sandbox sandbox;

    @BeforeAll
    static void start() throws IOException {
        sandbox = Sandbox.start(0);
    }

    @AfterAll
    static void stop() {
        sandbox.close();
        Agreement.assertKept(sandbox.webex());
    }

    @ParameterizedTest
    @CsvSource({"'', text/html", "page.css, text/css", "page.js, text/javascript"})
    void thePageIsThere(String file, String type) throws Exception {
        var answer = get(file);
        assertEquals(200, answer.statusCode());
        assertTrue(answer.headers().firstValue("Content-Type").orElseThrow().startsWith(type));
        assertTrue(answer.headers()
                .firstValue("Content-Security-Policy")
                .orElseThrow()
                .contains("default-src 'none'"));
        assertFalse(answer.body().contains("https://"), "nothing comes from elsewhere");
    }

    /** A file that the page has but the server does not would be missed in the browser alone. */
    @Test
    void everyFileOfThePageIsServed() throws Exception {
        Path page = Path.of("src/main/resources/callbot/sandbox/page");
        try (Stream<Path> files = Files.walk(page)) {
            for (Path file : files.toList()) {
                String name = page.relativize(file).toString();
                if (name.matches(".*[.](js|css|svg)"))
                    assertEquals(200, get(name).statusCode(), name);
            }
        }
    }

    @Test
    void itsPeopleLiveWhereThisComputerIs() {
        assertEquals(ZoneId.systemDefault(), sandbox.webex().alice().person().timezone());
    }

    @Test
    void theBotAnswersOnThePage() throws Exception {
        assertEquals(204, post("say", wish("alice").put("text", "/help")));
        Json alice = awaitState(state -> state.at("people").at("alice").list("messages").stream()
                .anyMatch(message ->
                        message.flag("fromBot") && message.requireText("text").contains("/dial")));
        assertEquals("Callbot", alice.requireText("bot"));
    }

    @Test
    void phonesRingOnThePage() throws Exception {
        assertEquals(
                204,
                post(
                        "outside",
                        wish("bob")
                                .put("do", "call")
                                .put("number", "+1 (222) 333-4444")
                                .put("name", "John")));
        Json call = onlyCall(awaitState(state -> has(state, "alerting")));
        assertEquals("John", call.requireText("with"));
        String id = call.requireText("id");
        assertEquals(204, post("phone", wish("bob").put("do", "pickUp").put("call", id)));
        awaitState(state -> has(state, "connected"));
        assertEquals(204, post("phone", wish("bob").put("do", "hold").put("call", id)));
        awaitState(state -> has(state, "held"));
        assertEquals(204, post("phone", wish("bob").put("do", "resume").put("call", id)));
        Json state = awaitState(now -> has(now, "connected"));
        assertEquals("TALKING", state.list("outside").getFirst().requireText("state"));
        assertEquals(204, post("outside", wish("bob").put("do", "hangUp").put("number", "+12223334444")));
        awaitState(now -> now.list("outside").isEmpty());
    }

    @Test
    void aCallIsPickedUpOnTheChosenPhone() throws Exception {
        assertEquals(204, post("outside", wish("alice").put("do", "call").put("number", "+12223335555")));
        Json alice = awaitState(state -> !calls(state, "alice").isEmpty())
                .at("people")
                .at("alice");
        String app = alice.list("endpoints").getLast().requireText("id");
        ObjectWriter pickUp = wish("alice")
                .put("do", "pickUp")
                .put("call", alice.list("calls").getFirst().requireText("id"));
        assertEquals(409, post("phone", pickUp.put("endpoint", "nowhere")));
        assertEquals(204, post("phone", pickUp.put("endpoint", app)));
        Json state = awaitState(
                now -> calls(now, "alice").getFirst().text("answered").isPresent());
        assertEquals(app, calls(state, "alice").getFirst().requireText("endpoint"));
        assertEquals(204, post("outside", wish("alice").put("do", "hangUp").put("number", "+12223335555")));
        awaitState(now -> calls(now, "alice").isEmpty());
    }

    @Test
    void everybodysPhoneRingsForAQueue() throws Exception {
        ObjectWriter caller = Json.object().put("number", "+12223336666").put("name", "Zoe");
        assertEquals(204, post("outside", caller.put("do", "callQueue")));
        Json state = awaitState(now -> !calls(now, "alice").isEmpty());
        for (String who : List.of("alice", "bob")) {
            assertEquals("Support - Zoe", calls(state, who).getFirst().requireText("with"));
        }
        assertEquals(409, post("outside", caller.put("do", "call").put("who", "bob")), "it has one line only");
        assertEquals(204, post("outside", caller.put("do", "hangUp")));
        awaitState(now -> calls(now, "alice").isEmpty());
    }

    @Test
    void whoIsNotToBeDisturbedFindsAVoiceMessage() throws Exception {
        assertEquals(204, post("phone", wish("bob").put("do", "doNotDisturb").put("on", true)));
        assertEquals(204, post("outside", wish("bob").put("do", "call").put("number", "+12223337777")));
        Json bob = awaitState(now -> now.at("people").at("bob").flag("undisturbed"))
                .at("people")
                .at("bob");
        long silent = bob.number("newVoiceMessages").orElseThrow();
        assertEquals(204, post("phone", wish("bob").put("do", "doNotDisturb").put("on", false)));
        assertEquals(204, post("outside", wish("bob").put("do", "leaveMessage").put("number", "+12223337777")));
        awaitState(now -> now.at("people").at("bob").number("newVoiceMessages").orElseThrow() == silent + 1);
    }

    @ParameterizedTest
    @CsvSource({
        "say,     carol, text, hello",
        "say,     alice, colour, red",
        "phone,   alice, do, explode",
        "phone,   alice, do, pickUp",
        "outside, alice, do, hangUp",
        "outside, alice, number, nonsense",
    })
    void whatCannotBeDoneIsRefused(String path, String who, String field, String value) throws Exception {
        assertEquals(409, post(path, wish(who).put(field, value)));
    }

    @Test
    void otherSitesAreNotListenedTo() throws Exception {
        HttpRequest foreign = request("say")
                .header("Origin", "https://evil.example")
                .POST(HttpRequest.BodyPublishers.ofString(
                        wish("alice").put("text", "/dial 1").toString()))
                .build();
        assertEquals(
                403, CLIENT.send(foreign, HttpResponse.BodyHandlers.ofString()).statusCode());

        HttpRequest feed =
                request("state").header("Origin", "https://evil.example").build();
        assertEquals(
                403, CLIENT.send(feed, HttpResponse.BodyHandlers.ofString()).statusCode());
    }

    @Test
    void itTakesAnotherPortIfItsOwnIsTaken() throws IOException {
        int taken = sandbox.address().getPort();
        try (Sandbox second = Sandbox.start(taken)) {
            assertNotEquals(taken, second.address().getPort());
        }
    }

    private static boolean has(Json state, String callState) {
        return calls(state).stream().anyMatch(call -> call.requireText("state").equals(callState));
    }

    private static Json onlyCall(Json state) {
        List<Json> calls = calls(state);
        assertEquals(1, calls.size());
        return calls.getFirst();
    }

    private static List<Json> calls(Json state) {
        return calls(state, "bob");
    }

    private static List<Json> calls(Json state, String who) {
        return state.at("people").at(who).list("calls");
    }

    private static ObjectWriter wish(String who) {
        return Json.object().put("who", who);
    }

    /** Listens to the live state until it is as wanted. */
    private static Json awaitState(Predicate<Json> wanted) throws Exception {
        HttpRequest request = request("state").build();
        var answer = CLIENT.send(request, HttpResponse.BodyHandlers.ofLines());
        try (var lines = answer.body()) {
            Optional<Json> found = lines.filter(line -> line.startsWith("data: "))
                    .map(line -> Json.parse(line.substring("data: ".length())))
                    .filter(wanted)
                    .findFirst();
            return found.orElseThrow();
        }
    }

    private static HttpResponse<String> get(String path) throws Exception {
        return CLIENT.send(request(path).build(), HttpResponse.BodyHandlers.ofString());
    }

    private static int post(String path, ObjectWriter wish) throws Exception {
        HttpRequest request = request(path)
                .POST(HttpRequest.BodyPublishers.ofString(wish.toString()))
                .build();
        return CLIENT.send(request, HttpResponse.BodyHandlers.ofString()).statusCode();
    }

    private static HttpRequest.Builder request(String path) {
        return HttpRequest.newBuilder(sandbox.address().resolve(path)).timeout(Duration.ofSeconds(20));
    }
}
