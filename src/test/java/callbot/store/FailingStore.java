package callbot.store;

import java.time.Duration;
import java.util.List;
import java.util.Optional;

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
    public void put(String key, String value, Duration lifetime) {
        changing(key).put(key, value, lifetime);
    }

    @Override
    public boolean putIfAbsent(String key, String value, Duration lifetime) {
        return changing(key).putIfAbsent(key, value, lifetime);
    }

    @Override
    public boolean replace(String key, String expected, String value, Duration lifetime) {
        return changing(key).replace(key, expected, value, lifetime);
    }

    @Override
    public Optional<String> take(String key) {
        return changing(key).take(key);
    }

    @Override
    public void delete(String key) {
        changing(key).delete(key);
    }

    @Override
    public boolean delete(String key, String expected) {
        return changing(key).delete(key, expected);
    }

    @Override
    public List<String> keys(String prefix) {
        return store.keys(prefix);
    }

    @Override
    public void close() {
        store.close();
    }
}
