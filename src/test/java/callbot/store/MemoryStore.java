package callbot.store;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.function.Consumer;

/**
 * A store that writes nothing down, for simulations in which a day passes in seconds. It keeps the contract of the others.
 */
public final class MemoryStore implements StateStore {

    private final Clock clock;
    private final TreeMap<String, Entry> entries = new TreeMap<>();

    private record Entry(String value, Instant expires) {}

    public MemoryStore(Clock clock) {
        this.clock = clock;
    }

    @Override
    public synchronized Optional<String> get(String key) {
        Entry entry = entries.get(key);
        if (entry == null) return Optional.empty();
        if (entry.expires().isAfter(clock.instant())) return Optional.of(entry.value());
        entries.remove(key);
        return Optional.empty();
    }

    @Override
    public synchronized Map<String, String> get(Collection<String> keys) {
        Map<String, String> found = new HashMap<>();
        keys.forEach(key -> get(key).ifPresent(value -> found.put(key, value)));
        return found;
    }

    @Override
    public synchronized boolean change(List<Change> changes) {
        if (!changes.stream().allMatch(this::isExpected)) return false;
        changes.forEach(this::make);
        return true;
    }

    private boolean isExpected(Change change) {
        Optional<String> value = get(change.key());
        return switch (change) {
            case Change.Put put -> true;
            case Change.PutIfAbsent put -> value.isEmpty();
            case Change.PutIfPresent put -> value.isPresent();
            case Change.Replace replace -> value.equals(Optional.of(replace.expected()));
            case Change.Delete delete -> true;
            case Change.DeleteIf delete -> value.equals(Optional.of(delete.expected()));
        };
    }

    private void make(Change change) {
        switch (change) {
            case Change.Put(String key, String value, Duration lifetime) -> put(key, value, expiry(lifetime));
            case Change.PutIfAbsent(String key, String value, Duration lifetime) -> put(key, value, expiry(lifetime));
            case Change.PutIfPresent(String key, String value, Duration lifetime) -> put(key, value, expiry(lifetime));
            case Change.Replace(String key, String expected, String value, Duration lifetime) ->
                put(key, value, expiry(lifetime));
            case Change.Delete(String key) -> entries.remove(key);
            case Change.DeleteIf(String key, String expected) -> entries.remove(key);
        }
    }

    private Instant expiry(Duration lifetime) {
        return lifetime.equals(FOREVER) ? Instant.MAX : clock.instant().plus(lifetime);
    }

    private void put(String key, String value, Instant expires) {
        entries.put(key, new Entry(value, expires));
    }

    @Override
    public synchronized Optional<String> take(String key) {
        Optional<String> value = get(key);
        entries.remove(key);
        return value;
    }

    @Override
    public synchronized List<String> keys(String family) {
        List<String> keys = entries.tailMap(family).keySet().stream()
                .takeWhile(key -> key.startsWith(family))
                .filter(key -> key.lastIndexOf(':') < family.length())
                .toList();
        return keys.stream().filter(key -> get(key).isPresent()).toList();
    }

    @Override
    public synchronized void forEachKey(Consumer<String> action) {
        List.copyOf(entries.keySet()).forEach(action);
    }

    @Override
    public synchronized Optional<Duration> remaining(String key) {
        if (get(key).isEmpty()) return Optional.empty();
        Instant expires = entries.get(key).expires();
        return Optional.of(expires.equals(Instant.MAX) ? FOREVER : Duration.between(clock.instant(), expires));
    }

    @Override
    public void close() {}
}
