package callbot.sandbox.api;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import callbot.json.Json;
import callbot.sandbox.Agreement;
import callbot.sandbox.Caller;
import callbot.sandbox.HandClock;
import callbot.sandbox.traffic.Exchange;
import callbot.sandbox.webex.FakeWebex;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.http.HttpRequest;
import java.net.http.HttpTimeoutException;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class FaultsTest {

    private HandClock clock;
    private FakeWebex fake;
    private Caller alice;

    @BeforeEach
    void start() throws IOException {
        clock = new HandClock(Instant.parse("2026-03-01T09:00:00Z"));
        fake = FakeWebex.start(clock, new Random(6));
        alice = Caller.user(fake, fake.alice());
    }

    @AfterEach
    void stop() {
        Agreement.assertKept(fake);
        fake.close();
    }

    @Test
    void theNextRequestsAreRefused() {
        fake.faults().next(2, "GET", "/people").answer(429, Map.of("Retry-After", "7"));
        var refused = alice.get("/people/me");
        assertEquals(429, refused.status());
        assertEquals("7", refused.response().headers().firstValue("Retry-After").orElseThrow());
        assertEquals(200, alice.get("/telephony/calls").status());
        assertEquals(429, alice.get("/people/me").status());
        assertEquals(200, alice.get("/people/me").status());
    }

    @Test
    void aTokenThatAsksTooOftenMustWait() {
        fake.faults().limit(2, Duration.ofSeconds(10));
        Caller bob = Caller.user(fake, fake.bob());
        assertEquals(200, alice.get("/people/me").status());
        clock.forward(Duration.ofMillis(2500));
        assertEquals(200, alice.get("/telephony/calls").status());

        var refused = alice.get("/people/me");
        assertEquals(429, refused.status());
        assertEquals("8", refused.response().headers().firstValue("Retry-After").orElseThrow());
        assertEquals(200, bob.get("/people/me").status(), "each token has its own limit");

        clock.forward(Duration.ofMillis(7499));
        assertEquals(429, alice.get("/people/me").status());
        clock.forward(Duration.ofMillis(1));
        assertEquals(200, alice.get("/people/me").status(), "the first is ten seconds old");
        assertEquals(429, alice.get("/people/me").status(), "the second is not");
        fake.faults().clear();
        assertEquals(200, alice.get("/people/me").status());
    }

    @Test
    void aDroppedRequestDoesNothing() {
        fake.faults().next(1, "POST", "/telephony/calls/dial").drop();
        assertThrows(UncheckedIOException.class, this::dial);
        assertEquals(0, fake.alice().phone().calls().size());
        assertEquals(201, dial().status());
    }

    @Test
    void aLostAnswerLeavesItsEffect() {
        fake.faults().next(1, "POST", "/telephony/calls/dial").loseAnswer();
        assertThrows(UncheckedIOException.class, this::dial);
        assertEquals(1, fake.alice().phone().calls().size());
    }

    @Test
    void aHangingRequestIsNotAnswered() {
        fake.faults().next(1, "POST", "/telephony/calls/dial").hang();
        assertTimesOut();
        assertEquals(0, fake.alice().phone().calls().size());
    }

    @Test
    void aWithheldAnswerLeavesItsEffect() {
        fake.faults().next(1, "POST", "/telephony/calls/dial").withholdAnswer();
        assertTimesOut();
        assertEquals(1, fake.alice().phone().calls().size());
    }

    @Test
    void faultsCanBeTakenBack() {
        fake.faults().next(9, "GET", "/").answer(500);
        fake.faults().clear();
        assertEquals(200, alice.get("/people/me").status());
        assertThrows(IllegalArgumentException.class, () -> fake.faults().next(0, "GET", "/"));
    }

    @Test
    void whatGoesWrongIsAnnouncedAndThenSeenOnTheWire() {
        fake.faults().next(2, "/people").answer(503);
        fake.faults().next(1, "POST", "/telephony/calls/dial").drop();
        assertEquals(
                List.of(
                        new Faults.Expected(2, "/people", "refused with 503"),
                        new Faults.Expected(1, "/telephony/calls/dial", "connection cut")),
                fake.faults().expected());

        alice.get("/people/me");
        alice.get("/people/me");
        alice.get("/people/me");

        assertEquals(
                List.of(Optional.of("refused with 503"), Optional.of("refused with 503"), Optional.empty()),
                fake.exchanges().stream().map(Exchange::fault).toList());
        assertEquals(1, fake.faults().expected().size());
    }

    @Test
    void whatIsNeverAnsweredIsOnTheWireAllTheSame() {
        fake.faults().next(1, "/telephony/calls/dial").withholdAnswer();
        assertTimesOut();
        Exchange last = fake.exchanges().getLast();
        assertEquals(0, last.status());
        assertEquals(Optional.of("done, but never answered"), last.fault());
    }

    private Caller.Answer dial() {
        return alice.call("dial", Json.object().put("destination", "1002"));
    }

    private void assertTimesOut() {
        HttpRequest.Builder dial = alice.request("/telephony/calls/dial")
                .timeout(Duration.ofMillis(500))
                .header("Content-Type", "application/json")
                .POST(HttpRequest.BodyPublishers.ofString("{\"destination\":\"1002\"}"));
        var thrown = assertThrows(UncheckedIOException.class, () -> alice.send(dial));
        assertEquals(HttpTimeoutException.class, thrown.getCause().getClass());
    }
}
