package callbot.store;

import static callbot.store.StateStore.FOREVER;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import callbot.testing.Crowd;
import callbot.testing.Eventually;
import java.io.IOException;
import java.lang.ProcessBuilder.Redirect;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.IntConsumer;
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

    @Test
    void whatCouldNotBeWrittenNeverHappened() throws IOException {
        try (StateStore store = open(directory)) {
            store.put("key", "before", FOREVER);
            Path obstacle = Files.createDirectories(directory.resolve("state.json.tmp/in the way"));
            assertNothingCanBeChanged(store, "value");
            Files.delete(obstacle);
            assertAllIsWellAgain(store);
        }
    }

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
    void whoeverAsksForTheImpossibleHarmsNobodyElse() {
        Duration tooLong = Duration.ofSeconds(Long.MAX_VALUE);
        try (StateStore store = open(directory)) {
            Crowd.of(100, i -> switch (i % 5) {
                case 0 -> assertThrows(RuntimeException.class, () -> store.put(null, "value", FOREVER));
                case 1 -> assertThrows(RuntimeException.class, () -> store.put("key " + i, null, FOREVER));
                case 2 -> assertThrows(RuntimeException.class, () -> store.put("key " + i, "value", tooLong));
                case 3 -> assertThrows(RuntimeException.class, () -> store.delete("key " + i, null));
                default -> store.putIfAbsent("key " + i, "value", FOREVER);
            });
            assertEquals(20, store.keys("").size());
        }
    }

    /** A write asks the clock once. */
    @Test
    void manyWhoWaitForTheDiskShareTheNextWrite() throws InterruptedException {
        var clock = new StoppedClock();
        try (StateStore store = FileStateStore.open(directory.resolve("state.json"), clock)) {
            inOneWrite(store, clock, i -> store.put("other " + i, "value", FOREVER));
            assertEquals(2, clock.asked.get());
            assertEquals(199, store.keys("other ").size());
        }
    }

    @Test
    void ofManyWhoShareAWriteOneWins() throws InterruptedException {
        var clock = new StoppedClock();
        try (StateStore store = FileStateStore.open(directory.resolve("state.json"), clock)) {
            AtomicInteger winners = new AtomicInteger();
            inOneWrite(store, clock, i -> {
                if (store.putIfAbsent("other", "value " + i, FOREVER)) winners.incrementAndGet();
            });
            assertEquals(1, winners.get());
        }
    }

    /** Holds the disk up with one entry more, until 199 others wait who want to do this. */
    private static void inOneWrite(StateStore store, StoppedClock clock, IntConsumer change)
            throws InterruptedException {
        Thread first = Thread.startVirtualThread(() -> store.put("first", "value", FOREVER));
        Eventually.isTrue("the first one writes", () -> clock.asked.get() == 1);
        List<Thread> others = IntStream.range(0, 199)
                .mapToObj(i -> Thread.startVirtualThread(() -> change.accept(i)))
                .toList();
        Eventually.isTrue(
                "all others wait", () -> others.stream().allMatch(other -> other.getState() == Thread.State.WAITING));
        clock.goOn.countDown();
        first.join();
        for (Thread other : others) other.join();
    }

    private static final class StoppedClock extends Clock {

        private final AtomicInteger asked = new AtomicInteger();
        private final CountDownLatch goOn = new CountDownLatch(1);

        @Override
        public Instant instant() {
            asked.incrementAndGet();
            try {
                goOn.await();
            } catch (InterruptedException e) {
                throw new IllegalStateException(e);
            }
            return Instant.EPOCH;
        }

        @Override
        public ZoneId getZone() {
            return ZoneOffset.UTC;
        }

        @Override
        public Clock withZone(ZoneId zone) {
            return this;
        }
    }

    private void assertNothingCanBeChanged(StateStore store, String value) {
        assertFails(() -> store.put("key", value, FOREVER));
        assertFails(() -> store.putIfAbsent("other", value, FOREVER));
        assertFails(() -> store.replace("key", "before", value, FOREVER));
        assertEquals(Optional.of("before"), store.get("key"));
        assertEquals(List.of("key"), store.keys(""));
    }

    private void assertAllIsWellAgain(StateStore store) {
        assertTrue(store.replace("key", "before", "after", FOREVER));
        assertEquals(Optional.of("after"), store.get("key"));
    }

    private static void assertFails(Executable change) {
        var failure = assertThrows(StoreUnavailableException.class, change);
        assertEquals("The state file cannot be written.", failure.getMessage());
    }

    private static StateStore open(Path directory) {
        return FileStateStore.open(directory.resolve("state.json"), Clock.systemUTC());
    }

    private static int run(String... command) throws IOException, InterruptedException {
        return new ProcessBuilder(command)
                .redirectErrorStream(true)
                .redirectOutput(Redirect.DISCARD)
                .start()
                .waitFor();
    }
}
