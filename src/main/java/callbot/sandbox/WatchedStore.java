package callbot.sandbox;

import callbot.json.Json;
import callbot.json.JsonException;
import callbot.sandbox.traffic.Begun;
import callbot.sandbox.wire.StoreChange;
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
        List<Change> told = changes.stream()
                .filter(change -> isWorthTelling(change, changes))
                .toList();
        List<Begun> begun = told.stream().map(change -> stopwatch.get()).toList();
        boolean happened = lifeline.step(() -> below.change(changes));
        for (int i = 0; i < told.size(); i++) tell(begun.get(i), told.get(i), happened);
        return happened;
    }

    @Override
    public Optional<String> take(String key) {
        Begun begun = stopwatch.get();
        Optional<String> taken = lifeline.step(() -> below.take(key));
        tell(begun, "take", key, "", Optional.empty(), taken.isPresent());
        return taken;
    }

    @Override
    public List<String> keys(String family) {
        return lifeline.step(() -> below.keys(family));
    }

    @Override
    public void forEachKey(Consumer<String> action) {
        lifeline.step(() -> {
            below.forEachKey(action);
            return true;
        });
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

    /** That an event is known is a part of its being accepted, and its new place of its being taken over. */
    private static boolean isWorthTelling(Change change, List<Change> together) {
        if (change.key().startsWith("seen.")) return false;
        boolean moves = together.stream().anyMatch(one -> isOfEvent(one) && one instanceof Change.DeleteIf);
        return !(moves && isOfEvent(change) && change instanceof Change.Put);
    }

    private static boolean isOfEvent(Change change) {
        return change.key().startsWith(StoreChange.EVENT + ":");
    }

    private void tell(Begun begun, Change change, boolean happened) {
        switch (change) {
            case Change.Put put -> tell(begun, "put", put, put.value(), happened);
            case Change.PutIfAbsent put -> tell(begun, "putIfAbsent", put, put.value(), happened);
            case Change.PutIfPresent put -> tell(begun, "putIfPresent", put, put.value(), happened);
            case Change.Replace replace -> tell(begun, "replace", replace, replace.value(), happened);
            case Change.Delete delete -> tell(begun, "delete", delete, "", happened);
            case Change.DeleteIf delete -> tell(begun, "delete", delete, "", happened);
        }
    }

    private void tell(Begun begun, String operation, Change change, String value, boolean happened) {
        tell(begun, operation, change.key(), value, progress(change), happened);
    }

    private void tell(
            Begun begun, String operation, String key, String value, Optional<String> progress, boolean happened) {
        watcher.accept(new StoreChange(
                begun,
                operation,
                key,
                value.length(),
                progress,
                happened,
                begun.elapsed(),
                Thread.currentThread().getName()));
    }

    /** How far the work on an event has come, by what becomes of its entry. */
    private static Optional<String> progress(Change change) {
        if (!isOfEvent(change)) return Optional.empty();
        return switch (change) {
            case Change.Put put -> state(put.value());
            case Change.PutIfAbsent put -> state(put.value());
            case Change.PutIfPresent put -> state(put.value());
            case Change.Replace replace -> state(replace.value());
            case Change.Delete delete -> Optional.of("DONE");
            case Change.DeleteIf delete ->
                Optional.of("TAKEN_OVER"); // by somebody who is not its owner, so he compares
        };
    }

    private static Optional<String> state(String entry) {
        try {
            Json json = Json.parse(entry);
            return json.text("answer").isPresent() ? Optional.of("ANSWER_KEPT") : json.text("state");
        } catch (JsonException e) {
            return Optional.empty();
        }
    }
}
