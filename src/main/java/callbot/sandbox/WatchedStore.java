package callbot.sandbox;

import callbot.store.StateStore;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;
import java.util.function.Predicate;
import java.util.function.Supplier;

/** The bot's store as the sandbox sees it: every change is told, and all of it hangs on a {@link Lifeline}. */
final class WatchedStore implements StateStore {

    private final StateStore below;
    private final Lifeline lifeline;
    private final Supplier<Begun> stopwatch;
    private final Consumer<StoreChange> watcher;

    WatchedStore(StateStore below, Lifeline lifeline, Supplier<Begun> stopwatch, Consumer<StoreChange> watcher) {
        this.below = below;
        this.lifeline = lifeline;
        this.stopwatch = stopwatch;
        this.watcher = watcher;
    }

    @Override
    public Optional<String> get(String key) {
        return lifeline.step(() -> below.get(key));
    }

    @Override
    public void put(String key, String value, Duration lifetime) {
        change("put", key, "", value, done -> done, () -> {
            below.put(key, value, lifetime);
            return true;
        });
    }

    @Override
    public boolean putIfAbsent(String key, String value, Duration lifetime) {
        return change("putIfAbsent", key, "", value, done -> done, () -> below.putIfAbsent(key, value, lifetime));
    }

    @Override
    public boolean replace(String key, String expected, String value, Duration lifetime) {
        return change(
                "replace", key, expected, value, done -> done, () -> below.replace(key, expected, value, lifetime));
    }

    @Override
    public Optional<String> take(String key) {
        return change("take", key, "", "", Optional::isPresent, () -> below.take(key));
    }

    @Override
    public void delete(String key) {
        change("delete", key, "", "", done -> done, () -> {
            below.delete(key);
            return true;
        });
    }

    @Override
    public boolean delete(String key, String expected) {
        return change("delete", key, expected, "", done -> done, () -> below.delete(key, expected));
    }

    @Override
    public List<String> keys(String prefix) {
        return lifeline.step(() -> below.keys(prefix));
    }

    /** Also when the lifeline is cut: a dead process holds no file any more. */
    @Override
    public void close() {
        below.close();
    }

    private <T> T change(
            String operation, String key, String before, String after, Predicate<T> happened, Supplier<T> step) {
        Begun begun = stopwatch.get();
        T outcome = lifeline.step(step);
        watcher.accept(new StoreChange(
                begun,
                operation,
                key,
                after.length(),
                StoreChange.progress(key, before, after),
                happened.test(outcome),
                begun.elapsed(),
                Thread.currentThread().getName()));
        return outcome;
    }
}
