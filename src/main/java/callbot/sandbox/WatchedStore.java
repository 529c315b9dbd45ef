package callbot.sandbox;

import callbot.store.Change;
import callbot.store.StateStore;
import java.time.Duration;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Consumer;
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
    public Map<String, String> get(Collection<String> keys) {
        return lifeline.step(() -> below.get(keys));
    }

    @Override
    public boolean change(List<Change> changes) {
        Begun begun = stopwatch.get();
        boolean happened = lifeline.step(() -> below.change(changes));
        for (Change change : changes) {
            switch (change) {
                case Change.Put put -> tell(begun, "put", put.key(), "", put.value(), happened);
                case Change.PutIfAbsent put -> tell(begun, "putIfAbsent", put.key(), "", put.value(), happened);
                case Change.PutIfPresent put -> tell(begun, "putIfPresent", put.key(), "", put.value(), happened);
                case Change.Replace replace ->
                    tell(begun, "replace", replace.key(), replace.expected(), replace.value(), happened);
                case Change.Delete delete -> tell(begun, "delete", delete.key(), "", "", happened);
                case Change.DeleteIf delete -> tell(begun, "delete", delete.key(), delete.expected(), "", happened);
            }
        }
        return happened;
    }

    @Override
    public Optional<String> take(String key) {
        Begun begun = stopwatch.get();
        Optional<String> taken = lifeline.step(() -> below.take(key));
        tell(begun, "take", key, "", "", taken.isPresent());
        return taken;
    }

    @Override
    public List<String> keys(String family) {
        return lifeline.step(() -> below.keys(family));
    }

    @Override
    public Optional<Duration> remaining(String key) {
        return lifeline.step(() -> below.remaining(key));
    }

    /** Also when the lifeline is cut: a dead process holds no file any more. */
    @Override
    public void close() {
        below.close();
    }

    private void tell(Begun begun, String operation, String key, String before, String after, boolean happened) {
        watcher.accept(new StoreChange(
                begun,
                operation,
                key,
                after.length(),
                StoreChange.progress(key, before, after),
                happened,
                begun.elapsed(),
                Thread.currentThread().getName()));
    }
}
