package callbot.call;

import callbot.store.StateStore;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicInteger;

/** A store as somebody sees it who dies before he asks it for the so-manieth time, and asks nothing any more then. */
final class DyingStore implements StateStore {

    private final StateStore store;
    private final AtomicInteger left;

    /** Whoever used the store is dead. */
    static final class Death extends Error {

        private static final long serialVersionUID = 1L;
    }

    DyingStore(StateStore store, int operations) {
        this.store = store;
        this.left = new AtomicInteger(operations);
    }

    private StateStore alive() {
        if (left.decrementAndGet() < 0) throw new Death();
        return store;
    }

    @Override
    public Optional<String> get(String key) {
        return alive().get(key);
    }

    @Override
    public void put(String key, String value, Duration lifetime) {
        alive().put(key, value, lifetime);
    }

    @Override
    public boolean putIfAbsent(String key, String value, Duration lifetime) {
        return alive().putIfAbsent(key, value, lifetime);
    }

    @Override
    public boolean replace(String key, String expected, String value, Duration lifetime) {
        return alive().replace(key, expected, value, lifetime);
    }

    @Override
    public Optional<String> take(String key) {
        return alive().take(key);
    }

    @Override
    public void delete(String key) {
        alive().delete(key);
    }

    @Override
    public boolean delete(String key, String expected) {
        return alive().delete(key, expected);
    }

    @Override
    public List<String> keys(String prefix) {
        return alive().keys(prefix);
    }

    @Override
    public void close() {}
}
