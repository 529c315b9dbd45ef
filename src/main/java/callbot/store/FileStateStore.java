package callbot.store;

import callbot.json.JsonException;
import java.io.BufferedReader;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.DateTimeException;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Queue;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.locks.ReentrantLock;
import java.util.function.Function;

/**
 * The state in one file, for a single instance.
 *
 * <p>All entries are in memory, in a map that is never changed but replaced. A change is computed on a copy, the copy is
 * written, and only then does it become what readers see: what could not be stored never happened. Writers that wait for
 * the disk together share the next write.
 */
public final class FileStateStore implements StateStore {

    /** A change somebody waits for: what it does to the entries, and what comes of it. */
    private record Writing<T>(Function<Map<String, Entry>, T> action, CompletableFuture<T> result) {

        Runnable applyTo(Map<String, Entry> entries) {
            T outcome = action.apply(entries);
            return () -> result.complete(outcome);
        }
    }

    private final DurableFile file;
    private final Clock clock;
    private final Queue<Writing<?>> waiting = new ConcurrentLinkedQueue<>();
    private final ReentrantLock writing = new ReentrantLock();
    private volatile Map<String, Entry> entries;

    private FileStateStore(DurableFile file, Clock clock, Map<String, Entry> entries) {
        this.file = file;
        this.clock = clock;
        this.entries = entries;
    }

    /**
     * Opens the state file, or begins a new one.
     *
     * @throws StoreUnavailableException if another process has it open, or if it is there but is not a state file: it is
     *     never taken for empty
     */
    public static FileStateStore open(Path path, Clock clock) {
        DurableFile file = DurableFile.lock(path);
        try {
            return new FileStateStore(file, clock, Files.exists(path) ? read(path) : Map.of());
        } catch (JsonException | DateTimeException | IOException e) {
            file.close();
            throw new StoreUnavailableException(
                    path + " is there but cannot be read as a state file (" + e.getMessage()
                            + "). Restore it from a copy, or move it away to begin anew: everybody then signs in again.",
                    e);
        }
    }

    private static Map<String, Entry> read(Path path) throws IOException {
        try (BufferedReader in = Files.newBufferedReader(path)) {
            return StateFile.read(in);
        }
    }

    @Override
    public Optional<String> get(String key) {
        return Optional.ofNullable(entries.get(key))
                .filter(entry -> entry.isLive(clock.instant()))
                .map(Entry::value);
    }

    @Override
    public Map<String, String> get(Collection<String> keys) {
        Map<String, String> found = new HashMap<>();
        keys.forEach(key -> get(key).ifPresent(value -> found.put(key, value)));
        return found;
    }

    @Override
    public boolean change(List<Change> changes) {
        Map<String, Entry> fresh = new HashMap<>();
        for (Change change : changes) entryOf(change).ifPresent(entry -> fresh.put(change.key(), entry));
        return change(map -> {
            if (!changes.stream().allMatch(change -> isExpected(change, value(map, change.key())))) return false;
            for (Change change : changes) {
                Entry entry = fresh.get(change.key());
                if (entry == null) map.remove(change.key());
                else map.put(change.key(), entry);
            }
            return true;
        });
    }

    private static boolean isExpected(Change change, Optional<String> value) {
        return switch (change) {
            case Change.Put put -> true;
            case Change.Delete delete -> true;
            case Change.PutIfAbsent put -> value.isEmpty();
            case Change.PutIfPresent put -> value.isPresent();
            case Change.Replace replace -> value.equals(Optional.of(replace.expected()));
            case Change.DeleteIf delete -> value.equals(Optional.of(delete.expected()));
        };
    }

    private Optional<Entry> entryOf(Change change) {
        return switch (change) {
            case Change.Put(String key, String value, Duration lifetime) -> Optional.of(entry(key, value, lifetime));
            case Change.PutIfAbsent(String key, String value, Duration lifetime) ->
                Optional.of(entry(key, value, lifetime));
            case Change.PutIfPresent(String key, String value, Duration lifetime) ->
                Optional.of(entry(key, value, lifetime));
            case Change.Replace(String key, String expected, String value, Duration lifetime) ->
                Optional.of(entry(key, value, lifetime));
            case Change.Delete delete -> Optional.empty();
            case Change.DeleteIf delete -> Optional.empty();
        };
    }

    @Override
    public Optional<String> take(String key) {
        return change(map -> Optional.ofNullable(map.remove(key)).map(Entry::value));
    }

    @Override
    public List<String> keys(String prefix) {
        Instant now = clock.instant();
        return entries.entrySet().stream()
                .filter(one -> one.getKey().startsWith(prefix) && one.getValue().isLive(now))
                .map(Map.Entry::getKey)
                .toList();
    }

    @Override
    public Optional<Duration> remaining(String key) {
        Instant now = clock.instant();
        return Optional.ofNullable(entries.get(key))
                .filter(entry -> entry.isLive(now))
                .map(entry -> entry.expires().equals(Instant.MAX) ? FOREVER : Duration.between(now, entry.expires()));
    }

    @Override
    public void close() {
        file.close();
    }

    private static Optional<String> value(Map<String, Entry> map, String key) {
        return Optional.ofNullable(map.get(key)).map(Entry::value);
    }

    private Entry entry(String key, String value, Duration lifetime) {
        Instant expires =
                lifetime.equals(FOREVER) ? Instant.MAX : clock.instant().plus(lifetime);
        return Entry.of(key, value, expires);
    }

    /** Changes the entries, all of which are live then. */
    private <T> T change(Function<Map<String, Entry>, T> action) {
        Writing<T> change = new Writing<>(action, new CompletableFuture<>());
        waiting.add(change);
        writing.lock();
        try {
            if (!change.result().isDone()) write(); // else whoever had the lock before has written it
        } finally {
            writing.unlock();
        }
        try {
            return change.result().join();
        } catch (CompletionException e) {
            throw new StoreUnavailableException("The state file cannot be written.", e.getCause());
        }
    }

    /** In a thread that nobody interrupts: an interrupt closes the channel that is written to, and others share the write. */
    private void write() {
        CompletableFuture.runAsync(this::writeAllWaiting, Thread::startVirtualThread)
                .join();
    }

    private void writeAllWaiting() {
        List<Writing<?>> batch = new ArrayList<>();
        for (Writing<?> change = waiting.poll(); change != null; change = waiting.poll()) batch.add(change);

        try {
            Instant now = clock.instant();
            Map<String, Entry> next = new HashMap<>(entries);
            next.values().removeIf(entry -> !entry.isLive(now));
            List<Runnable> completions =
                    batch.stream().map(change -> change.applyTo(next)).toList();
            if (!next.equals(entries)) file.replaceContent(out -> StateFile.write(next, out));
            entries = next;
            completions.forEach(Runnable::run);
        } catch (IOException | RuntimeException | Error e) { // whatever it is, nobody may be left waiting for ever
            batch.forEach(change -> change.result().completeExceptionally(e));
        }
    }
}
