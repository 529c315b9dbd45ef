package callbot.store;

import static callbot.store.StateStore.FOREVER;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import callbot.MovableClock;
import callbot.store.WatchedDisk.Step;
import callbot.testing.RecordedLog;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.IntStream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

/**
 * The process is killed, or the power fails, after every single step that the store has taken on the disk. After a kill the disk
 * has all that was written; after a power cut any of the writes may be missing that were not forced, also the last ones, also
 * half of one, and so may names that were not forced. Whatever is left must open and keep every promise.
 */
@Timeout(300)
class PowerCutTest {

    private static final String NAME = "callbot.state";

    /** Little, so that there are some compactions. */
    private static final long SLACK = 2_000;

    @TempDir
    private Path directory;

    private final MovableClock clock = new MovableClock();
    private final List<Step> steps = new ArrayList<>();
    private int images;

    @BeforeEach
    void recordALife() {
        WatchedDisk disk = new WatchedDisk(directory);
        try (StateStore store = JournalStateStore.open(disk.path(directory.resolve(NAME)), clock, SLACK)) {
            String ballast = "x".repeat(4_000); // enough for some compactions
            for (int round = 1; round <= 20 || renames(disk.steps()) < 3; round++) {
                store.change(batch(round, ballast));
                disk.told(round);
            }
        }
        steps.addAll(disk.steps());
    }

    /** Three entries that belong together: two with the number of the round, and one that is there in odd rounds only. */
    private static List<Change> batch(int round, String ballast) {
        return List.of(
                new Change.Put("one", round + " " + ballast, FOREVER),
                new Change.Put("two", round + " ", FOREVER),
                round % 2 == 0 ? new Change.Delete("odd") : new Change.Put("odd", "value", FOREVER));
    }

    @Test
    void thereIsMoreThanOneCompactionInTheRecord() {
        assertTrue(renames(steps) >= 3, steps::toString);
    }

    private static long renames(List<Step> steps) {
        return steps.stream().filter(Step.Rename.class::isInstance).count();
    }

    @Test
    void whateverTheMomentNothingThatWasPromisedIsLost() throws IOException {
        try (var log = new RecordedLog(Journal.class)) {
            for (int step = 0; step <= steps.size(); step++) {
                int told = told(step);
                for (Optional<byte[]> image : images(step)) assertKept(told, image, step);
            }
            assertEquals(List.of(), log.errors());
        }
        assertTrue(images > 2 * steps.size(), () -> "only " + images);
    }

    private int told(int step) {
        return steps.subList(0, step).stream()
                .mapToInt(one -> one instanceof Step.Told(int round) ? round : 0)
                .max()
                .orElse(0);
    }

    private void assertKept(int told, Optional<byte[]> image, int step) throws IOException {
        images++;
        Path file = Files.createTempDirectory(directory, "image").resolve(NAME);
        if (image.isPresent()) Files.write(file, image.get());
        try (StateStore store = JournalStateStore.open(file, clock)) {
            int one = number(store, "one");
            assertTrue(one == told || one == told + 1, () -> one + " instead of " + told + " after step " + step);
            assertEquals(one, number(store, "two"));
            assertEquals(one % 2 == 1, store.get("odd").isPresent());
            store.put("more", "value", FOREVER);
        }
        try (StateStore again = JournalStateStore.open(file, clock)) {
            assertEquals(Optional.of("value"), again.get("more"));
        }
        for (String name : List.of(NAME, NAME + ".lock")) Files.delete(file.resolveSibling(name));
        Files.delete(file.getParent());
    }

    private static int number(StateStore store, String key) {
        return store.get(key)
                .map(value -> Integer.parseInt(value.substring(0, value.indexOf(' '))))
                .orElse(0);
    }

    /** All that the file may be if the power fails after so many steps; absent if there may be none. */
    private List<Optional<byte[]>> images(int step) {
        Map<String, Integer> names = new HashMap<>();
        List<Step> unforcedNames = new ArrayList<>();
        Map<Integer, byte[]> forced = new HashMap<>();
        Map<Integer, List<Step>> unforced = new HashMap<>();
        for (Step one : steps.subList(0, step)) {
            switch (one) {
                case Step.Create create -> unforcedNames.add(create);
                case Step.Rename rename -> unforcedNames.add(rename);
                case Step.Delete delete -> unforcedNames.add(delete);
                case Step.ForceNames force -> {
                    unforcedNames.forEach(change -> rename(names, change));
                    unforcedNames.clear();
                }
                case Step.Write write ->
                    unforced.computeIfAbsent(write.file(), file -> new ArrayList<>())
                            .add(write);
                case Step.Truncate cut ->
                    unforced.computeIfAbsent(cut.file(), file -> new ArrayList<>())
                            .add(cut);
                case Step.Force(int file) -> {
                    byte[] content = forced.getOrDefault(file, new byte[0]);
                    for (Step write : unforced.getOrDefault(file, List.of())) content = after(content, write);
                    forced.put(file, content);
                    unforced.remove(file);
                }
                case Step.Told told -> {}
            }
        }
        Set<Integer> files = new LinkedHashSet<>(); // that may have the name; 0 for none
        files.add(names.getOrDefault(NAME, 0));
        for (Step change : unforcedNames) {
            rename(names, change);
            files.add(names.getOrDefault(NAME, 0));
        }
        List<Optional<byte[]>> all = new ArrayList<>();
        for (int file : files) {
            if (file == 0) all.add(Optional.empty());
            else
                contents(forced.getOrDefault(file, new byte[0]), unforced.getOrDefault(file, List.of()))
                        .forEach(content -> all.add(Optional.of(content)));
        }
        return all;
    }

    private static void rename(Map<String, Integer> names, Step change) {
        switch (change) {
            case Step.Create(String name, int file) -> names.put(name, file);
            case Step.Rename(String from, String to) -> names.put(to, names.remove(from));
            case Step.Delete(String name) -> names.remove(name);
            case Step.Write write -> {}
            case Step.Truncate cut -> {}
            case Step.Force force -> {}
            case Step.ForceNames force -> {}
            case Step.Told told -> {}
        }
    }

    /** The content with every choice of these writes, and with the last of the chosen ones torn. */
    private static List<byte[]> contents(byte[] forced, List<Step> writes) {
        assertTrue(writes.size() < 8, () -> writes.size() + " writes were never forced");
        List<byte[]> contents = new ArrayList<>();
        for (int choice = 0; choice < 1 << writes.size(); choice++) {
            int chosen = choice;
            List<Step> kept = IntStream.range(0, writes.size())
                    .filter(i -> (chosen >> i & 1) == 1)
                    .mapToObj(writes::get)
                    .toList();
            byte[] content = forced;
            byte[] torn = forced;
            for (Step write : kept) {
                torn = after(content, torn(write));
                content = after(content, write);
            }
            contents.add(content);
            if (!kept.isEmpty()) contents.add(torn);
        }
        return contents;
    }

    private static Step torn(Step step) {
        return step instanceof Step.Write(int file, long at, byte[] bytes)
                ? new Step.Write(file, at, Arrays.copyOf(bytes, bytes.length / 2))
                : step;
    }

    private static byte[] after(byte[] content, Step step) {
        return switch (step) {
            case Step.Write(int file, long at, byte[] bytes) -> {
                byte[] longer = Arrays.copyOf(content, Math.max(content.length, (int) at + bytes.length));
                System.arraycopy(bytes, 0, longer, (int) at, bytes.length);
                yield longer;
            }
            case Step.Truncate(int file, long size) -> Arrays.copyOf(content, (int) size);
            default -> throw new IllegalArgumentException("not a write: " + step);
        };
    }
}
