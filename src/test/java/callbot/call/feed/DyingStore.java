package callbot.call.feed;

import callbot.store.Change;
import callbot.store.StateStore;
import java.time.Duration;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.Consumer;

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
    public Map<String, String> get(Collection<String> keys) {
        return alive().get(keys);
    }

    @Override
    public boolean change(List<Change> changes) {
        return alive().change(changes);
    }

    @Override
    public Optional<String> take(String key) {
        return alive().take(key);
    }

    @Override
    public List<String> keys(String family) {
        return alive().keys(family);
    }

    @Override
    public void forEachKey(Consumer<String> action) {
        alive().forEachKey(action);
    }

    @Override
    public Optional<Duration> remaining(String key) {
        return alive().remaining(key);
    }

    @Override
    public void close() {}
}
