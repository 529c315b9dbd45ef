package callbot.upkeep;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import callbot.MovableClock;
import callbot.store.MemoryStore;
import callbot.store.StateStore;
import callbot.webex.WebexFailures;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentLinkedQueue;
import org.junit.jupiter.api.Test;

/** Who sets cards right, and how often. */
class CardCareTest {

    private final MovableClock clock = new MovableClock();
    private final StateStore store = new MemoryStore(clock);
    private final ConcurrentLinkedQueue<String> done = new ConcurrentLinkedQueue<>();

    @Test
    void oneInstanceDoesItForAllEveryFiveMinutes() {
        CardCare one = care(Map.of("alice", () -> done.add("one")));
        CardCare other = care(Map.of("alice", () -> done.add("other")));
        one.go();
        other.go();
        one.go();
        clock.advance(CardCare.PAUSE.minusSeconds(15));
        other.go();
        assertEquals(List.of("one"), List.copyOf(done));

        clock.advance(CardCare.PAUSE);
        other.go();
        one.go();
        assertEquals(List.of("one", "other"), List.copyOf(done));
    }

    @Test
    void whatFailsForOneIsDoneForTheOthers() {
        care(Map.of(
                        "alice",
                        () -> {
                            throw WebexFailures.refused(500, "", Optional.empty());
                        },
                        "bob",
                        () -> done.add("bob")))
                .everything();
        assertEquals(List.of("bob"), List.copyOf(done));
    }

    @Test
    void aFaultOfOurOwnIsNotSwallowed() {
        CardCare care = care(Map.of("alice", () -> {
            throw new IllegalStateException("on purpose");
        }));
        assertThrows(IllegalStateException.class, care::everything);
    }

    @Test
    void afterTheStopNobodyIsLookedAfter() {
        CardCare care = care(Map.of("alice", () -> done.add("alice")));
        care.stop();
        care.everything();
        assertEquals(List.of(), List.copyOf(done));
    }

    private CardCare care(Map<String, Runnable> remedies) {
        return new CardCare(store, () -> remedies);
    }
}
