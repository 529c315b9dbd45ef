package callbot.sandbox;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import callbot.json.Json;
import callbot.sandbox.accounts.SignInRequest;
import callbot.sandbox.traffic.Exchange;
import callbot.sandbox.webex.FakeUser;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.time.Duration;
import java.util.Map;
import java.util.stream.Collectors;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class StandaloneWebexTest {

    private StandaloneWebex standalone;
    private Map<String, String> introduction;

    @BeforeEach
    void start() throws IOException {
        standalone = StandaloneWebex.start(0);
        introduction = standalone
                .introduction()
                .lines()
                .filter(line -> !line.startsWith("#"))
                .map(line -> line.split("=", 2))
                .collect(Collectors.toMap(pair -> pair[0], pair -> pair[1]));
    }

    @AfterEach
    void stop() {
        Agreement.assertKept(standalone.webex());
        standalone.close();
    }

    @ParameterizedTest
    @ValueSource(strings = {"BOT", "ALICE", "BOB"})
    void eachTokenThatItPrintsIsGoodForTheOneItNames(String who) {
        Json me =
                with(who).get(introduction.get("WEBEX_API_URL") + "/people/me").body();
        assertEquals(
                introduction.get("WEBEX_" + who + "_EMAIL"), me.texts("emails").getFirst());
    }

    @Test
    void aUsersTokenIsGoodForCallsToo() {
        assertEquals(200, with("ALICE").get("/telephony/calls").status());
        assertEquals(403, with("BOT").get("/telephony/calls").status());
    }

    @Test
    void thePageIsThere() throws Exception {
        HttpRequest page = HttpRequest.newBuilder(URI.create(introduction.get("WEBEX_PAGE")))
                .build();
        var answer = HttpClient.newHttpClient().send(page, HttpResponse.BodyHandlers.ofString());
        assertEquals(200, answer.statusCode());
    }

    @Test
    void theWireShowsWhatAnybodyAsksAndWebexCanBeBroken() throws Exception {
        assertEquals(204, fault("refuse", 503));
        assertEquals(409, fault("kill", 400), "the bot is somebody else's");
        assertEquals(503, with("BOT").get("/people/me").status());
        HttpRequest wire = HttpRequest.newBuilder(standalone.page().resolve("wire"))
                .timeout(Duration.ofSeconds(20))
                .build();
        var stream = HttpClient.newHttpClient().send(wire, HttpResponse.BodyHandlers.ofLines());
        try (var lines = stream.body()) {
            String line = lines.filter(text -> text.contains("GET /people/me"))
                    .findFirst()
                    .orElseThrow();
            assertTrue(line.contains("\"fault\":\"refused with 503\""), line);
        }
    }

    @Test
    void whatAUserSaysIsDeliveredToWhoeverRunsTheBot() throws Exception {
        try (Ear ear = Ear.open()) {
            watchMessages(ear.url());
            standalone.webex().alice().say("hello");
            assertEquals("messages", ear.nextEvent().requireText("resource"));
        }
    }

    @ParameterizedTest
    @CsvSource({"https://example.com/hook", "http://192.0.2.1/hook", "http://localhost.example.com/hook"})
    void nothingIsDeliveredOutsideThisMachine(String target) throws Exception {
        watchMessages(target);
        standalone.webex().alice().say("hello");
        assertTrue(standalone.webex().deliveries().awaitQuiet(Duration.ofSeconds(10)));
        var tried = standalone.webex().exchanges().stream()
                .filter(exchange -> exchange.direction() == Exchange.Direction.TO_BOT)
                .toList();
        assertFalse(tried.isEmpty());
        tried.forEach(
                exchange -> assertEquals("java.io.IOException: nothing answers at " + target, exchange.responseBody()));
    }

    @ParameterizedTest
    @CsvSource({
        "http://localhost:3000/callback, true",
        "http://127.0.0.1/, true",
        "http://localhost.example.com/callback, false",
        "https://example.com/?http://localhost/, false"
    })
    void aSignInMayLeadBackToThisMachine(String redirect, boolean allowed) throws Exception {
        String link = introduction.get("WEBEX_API_URL") + "/authorize?response_type=code&client_id="
                + introduction.get("WEBEX_CLIENT_ID") + "&scope=spark:people_read&redirect_uri="
                + SignInRequest.encode(redirect);
        FakeUser alice = standalone.webex().alice();
        if (allowed) assertTrue(alice.authorize(link).toString().startsWith(redirect + "?code="));
        else assertThrows(IllegalStateException.class, () -> alice.authorize(link));
    }

    private int fault(String fault, int status) throws Exception {
        String wish = Json.object().put("fault", fault).put("status", status).toString();
        HttpRequest request = HttpRequest.newBuilder(standalone.page().resolve("fault"))
                .POST(HttpRequest.BodyPublishers.ofString(wish))
                .build();
        return HttpClient.newHttpClient()
                .send(request, HttpResponse.BodyHandlers.discarding())
                .statusCode();
    }

    private void watchMessages(String target) {
        assertEquals(
                200,
                with("BOT")
                        .post(
                                "/webhooks",
                                Json.object()
                                        .put("name", "messages")
                                        .put("targetUrl", target)
                                        .put("resource", "messages")
                                        .put("event", "created"))
                        .status());
    }

    private Caller with(String who) {
        return new Caller(standalone.webex(), introduction.get("WEBEX_" + who + "_TOKEN"));
    }
}
