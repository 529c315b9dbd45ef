package callbot.webex;

import static callbot.webex.ScriptedWebex.TOKEN;
import static callbot.webex.ScriptedWebex.response;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import callbot.webex.calling.Calls;
import java.time.Duration;
import java.time.Instant;
import java.util.HashSet;
import java.util.Optional;
import java.util.Set;
import mockwebserver3.MockResponse;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;

/** What is done again and what is not: a phone that rings twice is worse than one that does not ring. */
class RepeatedRequestsTest {

    private static final MockResponse OK = response(200, "{}").build();

    private final ScriptedWebex webex = new ScriptedWebex();

    @AfterEach
    void close() {
        webex.close();
    }

    @ParameterizedTest
    @EnumSource
    void whatIsSafeToRepeatIsRepeatedWhileAGatewayIsInTrouble(Idempotent method) throws Exception {
        webex.answer(502, "<html>").answer(500, "").answer(OK);

        method.ask(webex.client);

        assertEquals(method.name(), webex.request().getMethod());
        assertEquals(method.name(), webex.request().getMethod());
        assertEquals(method.name(), webex.request().getMethod());
        assertEquals(3, webex.requests());
    }

    @Test
    void afterThreeAttemptsItIsEnough() {
        for (int i = 0; i < 4; i++) webex.answer(504, "{\"message\": \"attempt " + (i + 1) + "\"}");

        var failure = assertThrows(WebexException.Refused.class, () -> Idempotent.GET.ask(webex.client));

        assertEquals("attempt 3", failure.reason());
        assertEquals(3, webex.requests());
    }

    @Test
    void theWaitsGrowAndAreNotTheSameForAll() {
        webex.answer(503, "").answer(503, "").answer(OK);

        Idempotent.GET.ask(webex.client);

        assertBetween(300, 450, webex.waits.get(0));
        assertBetween(600, 900, webex.waits.get(1));
        assertTrue(
                webex.waits.get(0).toMillis() % 100 != 0 || webex.waits.get(1).toMillis() % 100 != 0);
    }

    @Test
    void everyAttemptHasAnIdOfItsOwn() throws Exception {
        webex.answer(503, "").answer(503, "").answer(OK);

        Idempotent.GET.ask(webex.client);

        Set<String> ids = new HashSet<>();
        for (int i = 0; i < 3; i++) ids.add(webex.request().getHeaders().get("TrackingID"));
        assertEquals(3, ids.size());
        assertTrue(ids.stream().allMatch(id -> id.startsWith("callbot_")), ids.toString());
    }

    @ParameterizedTest
    @ValueSource(ints = {400, 401, 403, 404, 405, 409, 410, 415, 428, 501})
    void aNoIsANo(int status) {
        webex.answer(status, "{}");

        assertThrows(WebexException.Refused.class, () -> Idempotent.GET.ask(webex.client));

        assertEquals(1, webex.requests());
    }

    @ParameterizedTest
    @ValueSource(ints = {500, 502, 503, 504})
    void aPostIsNotRepeatedAfterAnErrorOfTheServer(int status) {
        webex.answer(status, "").answer(OK);

        assertThrows(WebexException.Refused.class, this::dial);

        assertEquals(1, webex.requests());
    }

    @Test
    void noAttemptBeginsThatCouldEndAfter30Seconds() {
        for (int i = 0; i < 3; i++)
            webex.answer(response(429, "").setHeader("Retry-After", "11").build());
        Instant begun = webex.clock.instant();

        assertThrows(WebexException.Refused.class, () -> Idempotent.GET.ask(webex.client));

        assertEquals(2, webex.requests());
        assertTrue(Duration.between(begun, webex.clock.instant()).toSeconds() < 20);
    }

    private void dial() {
        new Calls(webex.client).dial(TOKEN, "5", Optional.empty());
    }

    private static void assertBetween(long from, long to, Duration wait) {
        assertTrue(wait.toMillis() >= from && wait.toMillis() < to, wait.toString());
    }
}
