package callbot.webhook;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import callbot.MovableClock;
import callbot.store.JournalStateStore;
import callbot.store.StateStore;
import callbot.testing.Crowd;
import callbot.testing.Eventually;
import callbot.webhook.Task.Attempt;
import callbot.webhook.Task.Progress;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Set;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** How instances notice that one of them has died, and that a search is not needed when none has. */
class InstancesTest {

    private final MovableClock clock = new MovableClock();

    @TempDir
    private Path directory;

    private StateStore store;
    private Instances me;

    @BeforeEach
    void open() {
        store = JournalStateStore.open(directory.resolve("state.json"), clock);
        me = new Instances(store, "me");
        me.beat();
    }

    @AfterEach
    void close() {
        store.close();
    }

    @Test
    void whoDiesHasVanishedWhenHeWasMissingTwice() {
        beating("other");
        assertEquals(Set.of(), me.vanished());
        clock.advance(Duration.ofSeconds(31));
        me.beat();
        assertEquals(Set.of(), me.vanished());
        assertEquals(Set.of("other"), me.vanished());
        assertEquals(Set.of("other"), me.vanished(), "until somebody has looked after what was left");
        me.strike("other");
        assertEquals(Set.of(), me.vanished());
    }

    @Test
    void whoSeemedDeadBecauseTheStoreWasAwayHasNotVanished() {
        Instances other = beating("other");
        clock.advance(Duration.ofMinutes(5));
        assertEquals(Set.of(), me.vanished());
        other.beat();
        assertEquals(Set.of(), me.vanished());
    }

    @Test
    void whoWasStruckOffAndLivesIsListedAgainAndCanVanishAgain() {
        Instances other = beating("other");
        clock.advance(Duration.ofSeconds(31));
        me.gone().forEach(me::strike);
        other.beat();
        assertEquals(Set.of(), me.gone());
        clock.advance(Duration.ofSeconds(31));
        assertEquals(Set.of("other"), me.gone());
    }

    @Test
    void whoSaysGoodbyeIsGoneAtOnce() {
        beating("other").leave(false);
        assertEquals(Set.of("other"), me.gone());
    }

    @Test
    void whoLeavesNothingUndoneIsStruckOffAtOnce() {
        beating("other").leave(true);
        assertEquals(Set.of("me"), me.all());
    }

    @Test
    void ofAllWhoDieAtOnceEachIsKnownToWhoeverStartsNext() {
        beating("first");
        beating("second");
        assertEquals(Set.of(), new Instances(store, "next").gone(), "they may live");
        clock.advance(Duration.ofSeconds(31));
        assertEquals(Set.of("first", "me", "second"), new Instances(store, "next").gone());
    }

    @Test
    void ofManyWhoStartAtOnceNoneIsForgotten() {
        Crowd.of(20, i -> beating("other-" + i).me());
        clock.advance(Duration.ofSeconds(31));
        assertTrue(me.gone()
                .containsAll(IntStream.range(0, 20).mapToObj(i -> "other-" + i).toList()));
    }

    @Test
    void aRestartedInstanceTakesOverFromItselfAsSoonAsItIsKnownToBeDead() {
        var before = TestInstance.working(store, clock, "before", task -> new Progress.Later(Duration.ofHours(1)));
        before.instances.beat();
        before.accept(Recorded.message("1", "alice"));
        before.close();
        try (TestInstance after = TestInstance.finishing(store, clock, "after", task -> {})) {
            after.instances.beat();
            after.inbox.resumeAtStart();
            assertEquals(List.of(), after.tasks());
            clock.advance(Duration.ofSeconds(31));
            after.instances.beat();
            after.inbox.resume();
            assertEquals(List.of(), after.tasks());
            after.inbox.resume();
            Eventually.isTrue("it is taken over", () -> after.mailboxes.load() == 0);
            assertEquals(
                    List.of(Attempt.FIRST),
                    after.tasks().stream().map(Task::attempt).toList());
            assertEquals(Set.of(), after.instances.gone());
        }
    }

    private Instances beating(String name) {
        Instances instance = new Instances(store, name);
        instance.beat();
        return instance;
    }
}
