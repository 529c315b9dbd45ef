package callbot.store;

import static callbot.store.StateStore.FOREVER;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import callbot.MovableClock;
import callbot.store.StoreUnavailableException.Reason;
import callbot.store.WatchedDisk.Step;
import callbot.testing.Eventually;
import callbot.testing.RecordedLog;
import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.Predicate;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

/** A disk that refuses this or that: what it refused never happened, and all goes on when it works again. */
@Timeout(120)
class FailingDiskTest {

    private static final String BALLAST = " " + "x".repeat(4_000); // enough for some compactions

    /** Little, so that there are some compactions. */
    private static final long SLACK = 2_000;

    @TempDir
    private Path directory;

    private final MovableClock clock = new MovableClock();

    @Test
    void aWriteThatIsRefusedNeverHappened() {
        WatchedDisk disk = new WatchedDisk(directory);
        try (StateStore store = open(disk, "state")) {
            store.put("key", "before", FOREVER);
            disk.fault(failing(Step.Write.class::isInstance));
            assertRefused(store, "no space left");
            disk.fault(step -> {});
            assertTrue(store.replace("key", "before", "after", FOREVER));
        }
        assertEquals(Optional.of("after"), reopened("state"));
    }

    @Test
    void afterAForceThatFailedNothingIsTakenUntilAllIsWrittenAnew() {
        WatchedDisk disk = new WatchedDisk(directory);
        try (StateStore store = open(disk, "state");
                var log = new RecordedLog(JournalStateStore.class)) {
            store.put("key", "before", FOREVER);
            AtomicInteger forces = new AtomicInteger();
            disk.fault(failing(step -> step instanceof Step.Force && forces.incrementAndGet() <= 3));
            assertRefused(store, "no space left");
            assertRefused(store, "must be written anew");
            int before = disk.steps().size();
            Eventually.isTrue("it was written anew", () -> succeeds(() -> store.put("key", "after", FOREVER)));
            assertTrue(
                    disk.steps().subList(before, disk.steps().size()).contains(new Step.Rename("state.tmp", "state")));
            assertEquals(List.of(), log.errors());
        }
        assertEquals(Optional.of("after"), reopened("state"));
    }

    @Test
    void aFileThatCannotBeCutBackIsWrittenAnewToo() {
        WatchedDisk disk = new WatchedDisk(directory);
        try (StateStore store = open(disk, "state")) {
            store.put("key", "before", FOREVER);
            AtomicInteger failures = new AtomicInteger();
            disk.fault(failing(step ->
                    (step instanceof Step.Write || step instanceof Step.Truncate) && failures.incrementAndGet() <= 2));
            assertRefused(store, "no space left");
            Eventually.isTrue("it was written anew", () -> succeeds(() -> store.put("key", "after", FOREVER)));
            assertTrue(disk.steps().contains(new Step.Rename("state.tmp", "state")));
        }
        assertEquals(Optional.of("after"), reopened("state"));
    }

    /** Whichever step it is: of a change, of a compaction, of what makes good for the failure before. */
    @Test
    void whicheverStepFailsNothingIsLostAndNothingThatFailedHappened() {
        int steps = live("whole", step -> false, Integer.MAX_VALUE);
        assertTrue(steps > 60, () -> "only " + steps);
        try (var log = new RecordedLog(JournalStateStore.class)) {
            for (int failing = 1; failing <= steps; failing++) live("state" + failing, step -> true, failing);
            assertEquals(List.of(), log.errors());
        }
    }

    /** Lives through some compactions, while two steps in a row fail, from this one on; returns how many steps there were. */
    private int live(String name, Predicate<Step> fails, int from) {
        WatchedDisk disk = new WatchedDisk(directory);
        try (StateStore store = open(disk, name)) {
            AtomicInteger count = new AtomicInteger();
            disk.fault(failing(step -> {
                int number = count.incrementAndGet();
                return fails.test(step) && (number == from || number == from + 1);
            }));
            for (int i = 1; i <= 16; i++) {
                String value = i + BALLAST;
                String before = i == 1 ? "" : i - 1 + BALLAST;
                Eventually.isTrue("it is stored", () -> {
                    if (succeeds(() -> store.put("key", value, FOREVER))) return true;
                    assertEquals(before, store.get("key").orElse(""));
                    return false;
                });
                assertEquals(Optional.of(value), store.get("key"));
            }
            disk.fault(step -> {});
        }
        assertEquals(Optional.of(16 + BALLAST), reopened(name));
        return disk.steps().size();
    }

    private static WatchedDisk.Fault failing(Predicate<Step> which) {
        return step -> {
            if (which.test(step)) throw new IOException("no space left");
        };
    }

    private static void assertRefused(StateStore store, String why) {
        var failure = assertThrows(StoreUnavailableException.class, () -> store.put("key", "failed", FOREVER));
        assertTrue(failure.getMessage().startsWith("The state file cannot be written: "), failure.getMessage());
        assertTrue(failure.getMessage().contains(why), failure.getMessage());
        assertEquals(Reason.DISK, failure.reason());
        assertEquals(Optional.of("before"), store.get("key"));
    }

    private static boolean succeeds(Runnable change) {
        try {
            change.run();
            return true;
        } catch (StoreUnavailableException e) {
            return false;
        }
    }

    private StateStore open(WatchedDisk disk, String name) {
        return JournalStateStore.open(disk.path(directory.resolve(name)), clock, SLACK);
    }

    private Optional<String> reopened(String name) {
        try (StateStore store = JournalStateStore.open(directory.resolve(name), clock)) {
            return store.get("key");
        }
    }
}
