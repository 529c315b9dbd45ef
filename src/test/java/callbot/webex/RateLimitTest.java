package callbot.webex;

import static callbot.webex.ScriptedWebex.TOKEN;
import static callbot.webex.ScriptedWebex.response;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import callbot.MovableClock;
import callbot.webex.calling.Calls;
import java.time.Duration;
import java.util.Optional;
import java.util.Random;
import java.util.concurrent.BrokenBarrierException;
import java.util.concurrent.CyclicBarrier;
import mockwebserver3.MockResponse;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class RateLimitTest {

    private static final Secret ANOTHER = new Secret("another-token");
    private static final MockResponse DIALLED =
            response(201, "{\"callId\": \"1\", \"callSessionId\": \"2\"}").build();

    private final ScriptedWebex webex = new ScriptedWebex();
    private final Calls calls = new Calls(webex.client);

    @AfterEach
    void close() {
        webex.close();
    }

    @ParameterizedTest
    @ValueSource(ints = {423, 429})
    void whoIsToldToWaitWaitsAndAsksAgainEvenWithAPost(int status) {
        webex.answer(toWait(status, "7")).answer(DIALLED);

        calls.dial(TOKEN, "5", Optional.empty());

        assertEquals(Duration.ofSeconds(7), webex.waits.getFirst());
        assertEquals(2, webex.requests());
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "3                             | 3",
                "'  3 '                        | 3",
                "003                           | 3",
                "0                             | 1",
                "-1                            | 5",
                "1.5                           | 5",
                "rand(30),add(30)              | 5",
                "''                            | 5",
                "                              | 5",
                "soon                          | 5",
                "Sun, 06 Nov 2044 08:49:37 GMT | 5",
                "99999999999999999999999999999 | 5",
            })
    void anOddRetryAfterDoesNoHarm(String header, long seconds) {
        MockResponse.Builder refusal = response(429, "{}");
        if (header != null) refusal.setHeader("Retry-After", header);
        webex.answer(refusal.build()).answer(DIALLED);

        calls.dial(TOKEN, "5", Optional.empty());

        assertEquals(Duration.ofSeconds(seconds), webex.waits.getFirst());
    }

    @ParameterizedTest
    @ValueSource(strings = {"301", "86400", "999999", "999999999999999999"})
    void nobodyIsShutOutForLongerThanFiveMinutesAtATime(String header) {
        webex.answer(toWait(429, header)).answer(DIALLED);

        var failure = assertThrows(WebexException.Refused.class, () -> calls.dial(TOKEN, "5", Optional.empty()));
        webex.clock.advance(Duration.ofMinutes(5));
        calls.dial(TOKEN, "5", Optional.empty());

        assertEquals(300, failure.retryAfter().orElseThrow().toSeconds(), 30);
        assertEquals(2, webex.requests());
    }

    @Test
    void aWaitLongerThanAUserWaitsIsToldInsteadOfWaited() {
        webex.answer(toWait(429, "60"));

        var failure = assertThrows(WebexException.Refused.class, () -> calls.dial(TOKEN, "5", Optional.empty()));

        assertEquals(429, failure.status());
        assertEquals(Optional.of(Duration.ofSeconds(60)), failure.retryAfter());
        assertTrue(webex.waits.isEmpty());
    }

    @Test
    void theTokenWaitsForAllWhoUseItWhileAnotherTokenGoesOn() {
        webex.answer(toWait(429, "60")).answer(DIALLED).answer(DIALLED);
        assertThrows(WebexException.Refused.class, () -> calls.dial(TOKEN, "5", Optional.empty()));
        webex.clock.advance(Duration.ofSeconds(50));

        calls.dial(ANOTHER, "5", Optional.empty());
        assertTrue(webex.waits.isEmpty());

        calls.dial(TOKEN, "6", Optional.empty());
        long waited = webex.waits.getFirst().toMillis();
        assertTrue(waited > 9_000 && waited <= 11_000, webex.waits.toString());
        assertEquals(3, webex.requests());
    }

    @Test
    void whileATokenMustWaitForLongItsRequestsFailAtOnceAndAreNotSent() {
        webex.answer(toWait(429, "60"));
        assertThrows(WebexException.Refused.class, () -> calls.dial(TOKEN, "5", Optional.empty()));
        webex.clock.advance(Duration.ofSeconds(20));

        var failure = assertThrows(WebexException.Refused.class, () -> calls.dial(TOKEN, "6", Optional.empty()));

        assertEquals(429, failure.status());
        assertEquals(40, Math.ceilDiv(failure.retryAfter().orElseThrow().toMillis(), 1000), 4);
        assertTrue(webex.waits.isEmpty());
        assertEquals(1, webex.requests());
    }

    @Test
    void afterTheWaitTheTokenIsFreeAgain() {
        webex.answer(toWait(429, "3")).answer(DIALLED).answer(DIALLED);
        calls.dial(TOKEN, "5", Optional.empty());

        calls.dial(TOKEN, "6", Optional.empty());

        assertEquals(1, webex.waits.size());
    }

    @Test
    void refusedThreeTimesItIsGivenUpAndTheTokenStillWaits() {
        for (int i = 0; i < 3; i++) webex.answer(toWait(429, "2"));
        webex.answer(DIALLED);
        assertThrows(WebexException.Refused.class, () -> calls.dial(TOKEN, "5", Optional.empty()));
        assertEquals(2, webex.waits.size());

        calls.dial(TOKEN, "6", Optional.empty());

        assertEquals(3, webex.waits.size());
        assertEquals(4, webex.requests());
    }

    @Test
    void aRepeatWaitsTooIfMeanwhileAnotherRequestOfTheTokenWasToldTo() {
        var patience = new Patience(new MovableClock(), time -> {}, new Random(1));
        var request = WebexRequest.of("GET", webex.base(), TOKEN);
        var busy = new WebexException.Refused(429, "", Optional.empty(), Optional.of(Duration.ofSeconds(9)), "1");
        patience.afterFailure(request, 1, busy);

        Duration wait = patience.afterFailure(request, 1, new WebexException.Unanswered("gone", "2"));

        assertTrue(wait.toMillis() > 8_000, wait.toString());
    }

    @Test
    void aRequestOfAnotherTokenIsAnsweredWhileTheFirstOneSleeps() throws Exception {
        var asleep = new CyclicBarrier(2);
        Patience.Sleep sleep = time -> {
            await(asleep);
            await(asleep);
        };
        webex.answer(toWait(429, "2")).answer(DIALLED).answer(DIALLED);
        try (var client = ScriptedWebex.client(webex.base(), webex.clock, sleep, Duration.ofSeconds(10))) {
            Thread first = Thread.startVirtualThread(() -> new Calls(client).dial(TOKEN, "5", Optional.empty()));
            await(asleep);

            new Calls(client).dial(ANOTHER, "6", Optional.empty());
            assertEquals(2, webex.requests());

            await(asleep);
            assertTrue(first.join(Duration.ofSeconds(10)));
            assertEquals(3, webex.requests());
        }
    }

    private static void await(CyclicBarrier barrier) throws InterruptedException {
        try {
            barrier.await();
        } catch (BrokenBarrierException e) {
            throw new AssertionError(e);
        }
    }

    private static MockResponse toWait(int status, String retryAfter) {
        return response(status, "{\"message\": \"busy\", \"trackingId\": \"T\"}")
                .setHeader("Retry-After", retryAfter)
                .build();
    }
}
