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
    private final String holder = UUID.randomUUID().toString();

    /** A lease under this key, not taken yet. */
    public Lease(StateStore store, String key) {
        this.store = store;
        this.key = key;
    }

    /** Takes the lease under this key; absent if somebody else has it. */
    public static Optional<Lease> take(StateStore store, String key, Duration lifetime) {
        Lease lease = new Lease(store, key);
        return lease.take(lifetime) ? Optional.of(lease) : Optional.empty();
    }

    /**
     * Takes it; whether nobody else has it.
     *
     * @throws StoreUnavailableException if the store is away; it may have been taken all the same, and closing gives it back
     */
    public boolean take(Duration lifetime) {
        return store.putIfAbsent(key, holder, lifetime);
    }

    @Override
    public void close() {
        store.delete(key, holder);
    }
}
