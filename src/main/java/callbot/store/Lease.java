package callbot.store;

import java.time.Duration;
import java.util.Optional;
import java.util.UUID;

/**
 * The right to be the only one, among all threads and instances, who does something. It ends when it is closed; if whoever
 * has it is gone, it ends by itself.
 */
public final class Lease implements AutoCloseable {

    private final StateStore store;
    private final String key;
    private final String holder;

    private Lease(StateStore store, String key, String holder) {
        this.store = store;
        this.key = key;
        this.holder = holder;
    }

    /** Takes the lease under this key; absent if somebody else has it. */
    public static Optional<Lease> take(StateStore store, String key, Duration lifetime) {
        String holder = UUID.randomUUID().toString();
        return store.putIfAbsent(key, holder, lifetime) ? Optional.of(new Lease(store, key, holder)) : Optional.empty();
    }

    @Override
    public void close() {
        store.delete(key, holder);
    }
}
