package callbot.store;

import java.time.Duration;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Consumer;

/** A store that cannot change one of its keys. */
record FailingStore(StateStore store, String failingKey) implements StateStore {

    private StateStore changing(String key) {
        if (key.equals(failingKey)) throw new StoreUnavailableException("told to fail");
        return store;
    }

    @Override
    public Optional<String> get(String key) {
        return store.get(key);
    }

    @Override
    public Map<String, String> get(Collection<String> keys) {
        return store.get(keys);
    }

    @Override
    public boolean change(List<Change> changes) {
        changes.forEach(change -> changing(change.key()));
        return store.change(changes);
    }

    @Override
    public Optional<String> take(String key) {
        return changing(key).take(key);
    }

    @Override
    public List<String> keys(String family) {
        return store.keys(family);
    }

    @Override
    public void forEachKey(Consumer<String> action) {
        store.forEachKey(action);
    }

    @Override
    public Optional<Duration> remaining(String key) {
        return store.remaining(key);
    }

    @Override
    public void close() {
        store.close();
    }
}
