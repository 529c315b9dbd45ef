package callbot.webex;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.net.URI;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.Optional;
import java.util.Random;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class PatienceTest {

    private static final WebexRequest REQUEST =
            WebexRequest.of("GET", URI.create("http://127.0.0.1/v1/x"), new Secret("token"));

    private final Patience patience =
            new Patience(Clock.fixed(Instant.EPOCH, ZoneOffset.UTC), time -> {}, new Random(1));

    @Test
    void ofTwoWaitsThatOneTokenIsToldTheLongerHolds() {
        assertEquals(Duration.ofSeconds(60), patience.afterFailure(REQUEST, 1, toWait(60)));
        assertEquals(Duration.ofSeconds(60), patience.afterFailure(REQUEST, 1, toWait(1)));
        assertEquals(60, patience.beforeFirst(REQUEST).toSeconds(), 6);
        assertEquals(Duration.ofSeconds(90), patience.afterFailure(REQUEST, 1, toWait(90)));
        assertEquals(90, patience.beforeFirst(REQUEST).toSeconds(), 9);
    }

    @Test
    void thoseWhoWaitForTheSameTokenDoNotComeBackAtOnce() {
        patience.afterFailure(REQUEST, 1, toWait(60));
        Set<Duration> waits = IntStream.range(0, 100)
                .mapToObj(i -> patience.beforeFirst(REQUEST))
                .collect(Collectors.toSet());
        assertTrue(waits.size() > 50, waits.toString());
        assertTrue(waits.stream().allMatch(wait -> wait.toSeconds() >= 60 && wait.toSeconds() <= 66), waits.toString());
    }

    @Test
    void whoFailsOtherwiseWaitsAsTheTokenWasTold() {
        patience.afterFailure(REQUEST, 1, toWait(60));
        WebexException broken = new WebexException.Unanswered("broken", "T");
        assertEquals(Duration.ofSeconds(60), patience.afterFailure(REQUEST, 1, broken));
    }

    private static WebexException toWait(long seconds) {
        return new WebexException.Refused(429, "", Optional.empty(), Optional.of(Duration.ofSeconds(seconds)), "T");
    }
}
