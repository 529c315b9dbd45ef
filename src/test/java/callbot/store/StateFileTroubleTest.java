package callbot.store;

import static callbot.store.StateStore.FOREVER;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import callbot.MovableClock;
import callbot.testing.Crowd;
import callbot.testing.Eventually;
import java.io.IOException;
import java.lang.ProcessBuilder.Redirect;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.function.Executable;
import org.junit.jupiter.api.io.TempDir;

/** Writing that fails, and writing by many at once. */
@Timeout(60)
class StateFileTroubleTest {

    @TempDir
    private Path directory;

    private final MovableClock clock = new MovableClock();

    @Test
    void aFullDiskLosesNothing() throws Exception {
        assumeTrue(
                run("mount", "-t", "tmpfs", "-o", "size=64k", "none", directory.toString()) == 0,
                "only root may mount a tiny disk");
        try {
            try (StateStore store = open(directory)) {
                store.put("key", "before", FOREVER);
                Path ballast = Files.write(directory.resolve("ballast"), new byte[24 << 10]);
                assertNothingCanBeChanged(store, "x".repeat(40 << 10));
                Files.delete(ballast);
                assertAllIsWellAgain(store);
            }
            try (StateStore again = open(directory)) {
                assertEquals(Optional.of("after"), again.get("key"));
            }
        } finally {
            run("umount", directory.toString());
        }
    }

    @Test
    void whoIsInterruptedHarmsNobodyWhoSharesTheWrite() {
        try (StateStore store = open(directory)) {
            store.put("key", "before", FOREVER);
            Thread.currentThread().interrupt();
            assertTrue(store.replace("key", "before", "after", FOREVER));
            assertTrue(Thread.interrupted(), "the interrupt is still to be heard of");
            assertEquals(Optional.of("after"), store.get("key"));
        }
    }

    @Test
    void whoIsInterruptedWhileReadingHarmsNobodyWhoReads() {
        try (StateStore store = open(directory)) {
            store.put("key", "value", FOREVER);
            List<Optional<String>> read = Crowd.of(50, i -> {
                if (i % 2 == 0) Thread.currentThread().interrupt();
                return store.get("key");
            });
            assertEquals(Set.of(Optional.of("value")), Set.copyOf(read));
            store.put("key", "after", FOREVER);
        }
    }

    @Test
    void whoeverAsksForTheImpossibleHarmsNobodyElse() {
        Duration tooLong = Duration.ofSeconds(Long.MAX_VALUE);
        try (StateStore store = open(directory)) {
            Crowd.of(100, i -> switch (i % 5) {
                case 0 -> assertThrows(RuntimeException.class, () -> store.put(null, "value", FOREVER));
                case 1 -> assertThrows(RuntimeException.class, () -> store.put("key:" + i, null, FOREVER));
                case 2 -> assertThrows(RuntimeException.class, () -> store.put("key:" + i, "value", tooLong));
                case 3 -> assertThrows(RuntimeException.class, () -> store.put("key:\ud800" + i, "value", FOREVER));
                default -> store.putIfAbsent("key:" + i, "value", FOREVER);
            });
            assertEquals(20, store.keys("key:").size());
        }
    }

    @Test
    void manyWhoWaitForTheDiskShareTheNextForce() throws InterruptedException {
        WatchedDisk disk = new WatchedDisk(directory);
        AtomicInteger winners = new AtomicInteger();
        try (StateStore store = JournalStateStore.open(disk.path(directory.resolve("callbot.state")), clock)) {
            CountDownLatch goOn = new CountDownLatch(1);
            CountDownLatch forcing = new CountDownLatch(1);
            disk.fault(step -> {
                if (!(step instanceof WatchedDisk.Step.Force)) return;
                forcing.countDown();
                await(goOn);
            });
            long before = forces(disk);
            Thread first = Thread.startVirtualThread(() -> store.put("first", "value", FOREVER));
            Eventually.isTrue("the first one waits for the disk", () -> forcing.getCount() == 0);
            List<Thread> others = IntStream.range(0, 199)
                    .mapToObj(i -> Thread.startVirtualThread(() -> {
                        if (store.putIfAbsent("other", "value " + i, FOREVER)) winners.incrementAndGet();
                        store.get("other");
                    }))
                    .toList();
            Eventually.isTrue(
                    "all others wait",
                    () -> others.stream().allMatch(other -> other.getState() == Thread.State.WAITING));
            goOn.countDown();
            first.join();
            for (Thread other : others) other.join();
            assertEquals(2, forces(disk) - before);
            assertEquals(1, winners.get());
        }
    }

    private static long forces(WatchedDisk disk) {
        return disk.steps().stream()
                .filter(WatchedDisk.Step.Force.class::isInstance)
                .count();
    }

    private static void await(CountDownLatch latch) {
        try {
            latch.await();
        } catch (InterruptedException e) {
            throw new IllegalStateException(e);
        }
    }

    private void assertNothingCanBeChanged(StateStore store, String value) {
        assertFails(() -> store.put("key", value, FOREVER));
        assertFails(() -> store.putIfAbsent("other", value, FOREVER));
        assertFails(() -> store.replace("key", "before", value, FOREVER));
        assertEquals(Optional.of("before"), store.get("key"));
        assertEquals(Optional.empty(), store.get("other"));
    }

    private void assertAllIsWellAgain(StateStore store) {
        assertTrue(store.replace("key", "before", "after", FOREVER));
        assertEquals(Optional.of("after"), store.get("key"));
    }

    private static void assertFails(Executable change) {
        var failure = assertThrows(StoreUnavailableException.class, change);
        assertEquals("The state file cannot be written: No space left on device", failure.getMessage());
    }

    private static StateStore open(Path directory) {
        return JournalStateStore.open(directory.resolve("callbot.state"), Clock.systemUTC());
    }

    private static int run(String... command) throws IOException, InterruptedException {
        return new ProcessBuilder(command)
                .redirectErrorStream(true)
                .redirectOutput(Redirect.DISCARD)
                .start()
                .waitFor();
    }
}
