package callbot.webex;

import static callbot.webex.ScriptedWebex.TOKEN;
import static callbot.webex.ScriptedWebex.response;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import callbot.MovableClock;
import callbot.json.Json;
import callbot.sandbox.FreePort;
import callbot.webex.calling.Calls;
import java.io.IOException;
import java.net.InetAddress;
import java.net.URI;
import java.time.Duration;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import java.util.Set;
import mockwebserver3.MockResponse;
import mockwebserver3.MockWebServer;
import mockwebserver3.SocketEffect;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** What is done again when a connection breaks or does not come about. What may have happened is not. */
class BrokenConnectionsTest {

    private static final MockResponse OK = response(200, "{}").build();
    private static final MockResponse HANG_UP = new MockResponse.Builder()
            .onResponseStart(new SocketEffect.CloseSocket())
            .build();
    private static final MockResponse HANG_UP_IN_THE_BODY = response(200, "{\"text\":\"" + "x".repeat(5000) + "\"}")
            .onResponseBody(new SocketEffect.CloseSocket())
            .build();

    private final ScriptedWebex webex = new ScriptedWebex();

    @AfterEach
    void close() {
        webex.close();
    }

    @Test
    void aPostIsNotRepeatedWhenTheConnectionBreaksBeforeTheAnswer() {
        webex.answer(HANG_UP).answer(OK);

        assertThrows(WebexException.Unanswered.class, this::dial);

        assertEquals(1, webex.requests());
    }

    @Test
    void aPostIsNotRepeatedWhenTheConnectionBreaksInTheAnswer() {
        webex.answer(HANG_UP_IN_THE_BODY).answer(OK);

        assertThrows(WebexException.Unanswered.class, this::dial);

        assertEquals(1, webex.requests());
    }

    @Test
    void aFormIsNotRepeatedEitherBecauseACodeWorksOnce() {
        webex.answer(HANG_UP).answer(OK);
        var integration = new OAuth.Integration("C1", new Secret("s"), List.of());
        var oauth = new OAuth(webex.client, integration, URI.create("https://bot.example/redirect"));

        assertThrows(WebexException.Unanswered.class, () -> oauth.exchange(new Secret("code")));

        assertEquals(1, webex.requests());
    }

    @ParameterizedTest
    @EnumSource
    void whatIsSafeToRepeatIsRepeatedWhenTheConnectionBreaks(Idempotent method) {
        webex.answer(HANG_UP_IN_THE_BODY).answer(HANG_UP_IN_THE_BODY).answer(OK);

        method.ask(webex.client);

        assertEquals(3, webex.requests());
        assertEquals(2, webex.waits.size());
    }

    @ParameterizedTest
    @EnumSource
    void aConnectionThatAlwaysBreaksBeforeTheAnswerIsGivenUpAfterThreeAttempts(Idempotent method) throws Exception {
        for (int i = 0; i < 30; i++) webex.answer(HANG_UP);

        assertThrows(WebexException.Unanswered.class, () -> method.ask(webex.client));

        Set<String> attempts = new HashSet<>();
        for (int i = webex.requests(); i > 0; i--)
            attempts.add(webex.request().getHeaders().get("TrackingID"));
        assertEquals(3, attempts.size());
    }

    @Test
    void aPostIsRepeatedWhenNobodyListensBecauseItSurelyDidNotArrive() throws IOException {
        int port = FreePort.find(new Random());
        var clock = new MovableClock();
        try (var late = new MockWebServer()) {
            late.enqueue(OK);
            Patience.Sleep untilItIsUp = time -> {
                clock.advance(time);
                if (!late.getStarted()) start(late, port);
            };
            try (var client = ScriptedWebex.client(at(port), clock, untilItIsUp, Duration.ofSeconds(10))) {
                client.post(TOKEN, "/telephony/calls/dial", Json.object());
            }
            assertEquals(1, late.getRequestCount());
        }
    }

    @Test
    void whereNobodyListensNothingHasHappened() throws IOException {
        try (var client = ScriptedWebex.client(
                at(FreePort.find(new Random())), webex.clock, webex::pass, Duration.ofSeconds(10))) {
            var failure = assertThrows(WebexException.Unreachable.class, () -> client.post(TOKEN, "/x", Json.object()));

            assertFalse(failure.getMessage().contains("null"), failure.getMessage());
            assertTrue(failure.getMessage().startsWith("Webex cannot be reached: "), failure.getMessage());
            assertEquals(2, webex.waits.size());
        }
    }

    private void dial() {
        new Calls(webex.client).dial(TOKEN, "5", Optional.empty());
    }

    private static void start(MockWebServer server, int port) {
        try {
            server.start(InetAddress.getLoopbackAddress(), port);
        } catch (IOException e) {
            throw new AssertionError(e);
        }
    }

    private static URI at(int port) {
        return URI.create("http://127.0.0.1:" + port + "/v1");
    }
}
