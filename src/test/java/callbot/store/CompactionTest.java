package callbot.store;

import static callbot.store.StateStore.FOREVER;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import callbot.MovableClock;
import callbot.testing.Crowd;
import callbot.testing.Eventually;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

/** The file is written anew while everybody goes on using it. */
@Timeout(120)
class CompactionTest {

    private static final long SLACK = 20_000;

    @TempDir
    private Path directory;

    private final MovableClock clock = new MovableClock();

    @Test
    void howeverOftenAnEntryChangesTheFileStaysWithinAConstantTimesWhatIsThere() throws IOException {
        long longest = 0;
        try (StateStore store = open()) {
            for (int i = 0; i < 300; i++) {
                store.put("key:" + i % 10, i + "x".repeat(3_000), FOREVER);
                longest = Math.max(longest, Files.size(file()));
            }
            // Live are 30 KB behind 12 KB of head; what is written while it is compacted comes on top.
            assertTrue(longest < 400_000, "the file had " + longest + " bytes");
            for (int i = 0; i < 10; i++)
                assertTrue(store.get("key:" + i).orElseThrow().startsWith(290 + i + "x"));
        }
    }

    @Test
    void whatHasExpiredLeavesTheFile() throws IOException {
        try (StateStore store = open()) {
            for (int round = 0; round < 20; round++) {
                for (int i = 0; i < 10; i++)
                    store.put("event:" + round + "-" + i, "x".repeat(3_000), Duration.ofHours(1));
                clock.advance(Duration.ofHours(1));
            }
            Eventually.isTrue("it has left", () -> size() < 300_000);
        }
    }

    @Test
    void whoReadsAndWritesMeanwhileNoticesNothing() {
        try (StateStore store = open()) {
            store.change(still());
            AtomicBoolean over = new AtomicBoolean();
            List<Long> read = Crowd.of(9, i -> {
                long count = 0;
                if (i == 0) {
                    for (int n = 0; n < 150; n++) store.change(pair(n));
                    over.set(true);
                }
                while (!over.get()) {
                    assertEquals(Optional.of("value " + i), store.get("still:" + i));
                    Map<String, String> pair = store.get(List.of("pair:a", "pair:b"));
                    assertEquals(pair.get("pair:a"), pair.get("pair:b"));
                    assertEquals(100, store.keys("still:").size());
                    count++;
                }
                return count;
            });
            assertTrue(read.stream().skip(1).allMatch(count -> count > 0), read::toString);
        }
        try (StateStore again = open()) {
            assertEquals(again.get("pair:a"), again.get("pair:b"));
            assertTrue(again.get("pair:a").orElseThrow().startsWith("149 "));
        }
    }

    private static List<Change> still() {
        return IntStream.range(0, 100)
                .<Change>mapToObj(i -> new Change.Put("still:" + i, "value " + i, FOREVER))
                .toList();
    }

    private static List<Change> pair(int number) {
        String value = number + " " + "x".repeat(6_000);
        return List.of(new Change.Put("pair:a", value, FOREVER), new Change.Put("pair:b", value, FOREVER));
    }

    @Test
    void whatIsDeletedWhileItIsCopiedStaysDeleted() {
        try (StateStore store = open()) {
            for (int round = 0; round < 10; round++) {
                for (int i = 0; i < 20; i++) store.put("key:" + i, round + "x".repeat(2_000), FOREVER);
                for (int i = 0; i < 20; i += 2) store.delete("key:" + i);
            }
        }
        try (StateStore again = open()) {
            Set<String> odd =
                    IntStream.range(0, 10).mapToObj(i -> "key:" + (2 * i + 1)).collect(Collectors.toSet());
            assertEquals(odd, Set.copyOf(again.keys("key:")));
        }
    }

    @Test
    void aStoreThatIsClosedInTheMiddleOfItLosesNothing() throws IOException {
        for (int round = 1; round <= 10; round++) {
            try (StateStore store = open()) {
                for (int i = 0; i < 5; i++) store.put("key:" + i, round + " " + "x".repeat(30_000), FOREVER);
            }
            try (StateStore again = open()) {
                for (int i = 0; i < 5; i++) {
                    assertTrue(again.get("key:" + i).orElseThrow().startsWith(round + " "));
                }
            }
            try (var files = Files.list(directory)) {
                assertEquals(2, files.count());
            }
        }
    }

    /** So many as a busy bot has after weeks. */
    @Test
    void twoHundredThousandEntriesAreThereAfterARestart() {
        try (StateStore store = open()) {
            Crowd.of(200, i -> {
                for (int batch = 0; batch < 20; batch++) store.change(fifty(i * 1_000 + batch * 50));
                return i;
            });
            assertEquals(200_000, store.keys("entry:").size());
        }
        try (StateStore again = open()) {
            assertEquals(200_000, again.keys("entry:").size());
            for (int i = 0; i < 200_000; i += 997) assertEquals(Optional.of("value " + i), again.get("entry:" + i));
            assertTrue(again.replace("entry:7", "value 7", "other", FOREVER));
        }
    }

    private static List<Change> fifty(int first) {
        return IntStream.range(first, first + 50)
                .<Change>mapToObj(i -> new Change.Put("entry:" + i, "value " + i, FOREVER))
                .toList();
    }

    private long size() {
        try {
            return Files.size(file());
        } catch (IOException e) {
            throw new AssertionError(e);
        }
    }

    private StateStore open() {
        return JournalStateStore.open(file(), clock, SLACK);
    }

    private Path file() {
        return directory.resolve("callbot.state");
    }
}
