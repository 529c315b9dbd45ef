package callbot.metrics;

import callbot.store.Change;
import callbot.store.StateStore;
import callbot.store.StoreUnavailableException;
import java.time.Duration;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Consumer;
import java.util.function.Supplier;

/** A store of which each question and each change is measured. */
record MeasuredStore(StateStore below, Metrics metrics) implements StateStore {

    @Override
    public Optional<String> get(String key) {
        return measured("get", () -> below.get(key));
    }

    @Override
    public Map<String, String> get(Collection<String> keys) {
        return measured("get", () -> below.get(keys));
    }

    @Override
    public boolean change(List<Change> changes) {
        return measured("change", () -> below.change(changes));
    }

    @Override
    public Optional<String> take(String key) {
        return measured("take", () -> below.take(key));
    }

    @Override
    public List<String> keys(String family) {
        return measured("keys", () -> below.keys(family));
    }

    @Override
    public void forEachKey(Consumer<String> action) {
        below.forEachKey(action);
    }

    @Override
    public Optional<Duration> remaining(String key) {
        return measured("remaining", () -> below.remaining(key));
    }

    @Override
    public void close() {
        below.close();
    }

    private <T> T measured(String what, Supplier<T> question) {
        String label = "{operation=\"" + what + "\"}";
        long begun = System.nanoTime();
        try {
            return question.get();
        } catch (StoreUnavailableException e) {
            metrics.add("callbot_store_failures_total" + label, 1);
            throw e;
        } finally {
            metrics.add("callbot_store_operations_total" + label, 1);
            metrics.add("callbot_store_seconds_total" + label, Metrics.secondsSince(begun));
        }
    }
}
