package callbot.upkeep;

import static org.junit.jupiter.api.Assertions.assertEquals;

import callbot.MovableClock;
import callbot.store.MemoryStore;
import callbot.store.StateStore;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

/** When those are looked at again who could not be. */
class PostponedTest {

    private final MovableClock clock = new MovableClock();
    private final StateStore store = new MemoryStore(clock);
    private final Postponed postponed = new Postponed(store);
    private final Instant now = Instant.ofEpochMilli(clock.instant().toEpochMilli());

    @Test
    void isTriedEverMoreSeldomAndThenLeftToTheWalk() {
        List<Long> waits = new ArrayList<>();
        for (int tries = 0; tries < 8; tries++) {
            postpone(tries, Duration.ZERO);
            Postponed.Try next = postponed.all().getFirst();
            assertEquals(tries + 1, next.tries());
            waits.add(Duration.between(now, next.notBefore()).toSeconds());
        }
        assertEquals(List.of(30L, 60L, 120L, 240L, 480L, 960L, 1920L, 3840L), waits);
        postpone(8, Duration.ZERO);
        assertEquals(List.of(), postponed.all());
    }

    @Test
    void isTriedWhenWebexSays() {
        postpone(5, Duration.ofSeconds(7));
        assertEquals(List.of(new Postponed.Try("alice", 6, now.plusSeconds(7))), postponed.all());
    }

    @Test
    void isForgottenWhenItIsSettledAndAfterADay() {
        postpone(0, Duration.ZERO);
        postponed.settle("bob");
        assertEquals(1, postponed.all().size());
        postponed.settle("alice");
        assertEquals(List.of(), postponed.all());
        postpone(0, Duration.ZERO);
        clock.advance(Duration.ofDays(1).plusSeconds(1));
        assertEquals(List.of(), postponed.all());
    }

    @Test
    void isKnownToTheNextInstance() {
        postpone(2, Duration.ZERO);
        assertEquals(postponed.all(), new Postponed(store).all());
    }

    private void postpone(int tries, Duration wait) {
        postponed.postpone("alice", tries, now, wait);
    }
}
