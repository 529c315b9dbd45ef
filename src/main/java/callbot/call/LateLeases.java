package callbot.call;

import callbot.call.FollowedCalls.Key;
import callbot.store.Lease;
import callbot.store.StoreUnavailableException;
import java.time.Clock;
import java.time.Instant;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;

/**
 * Leases of calls that could not be given back because the store was away, or of which it did not say whether they were taken.
 * Whoever comes next gives them back; those that nobody comes for run out by themselves, and are then forgotten here too.
 */
final class LateLeases {

    private final Map<Key, Late> late = new ConcurrentHashMap<>();
    private final Clock clock;

    private record Late(Lease lease, Instant runsOut) {}

    LateLeases(Clock clock) {
        this.clock = clock;
    }

    /**
     * Takes this one, when what was left of the call has been given back; absent if somebody else has it.
     *
     * @throws StoreUnavailableException if the store is away
     */
    Optional<Lease> take(Key key, Lease lease) {
        settle(key);
        try {
            return lease.take(FollowedCalls.LEASE) ? Optional.of(lease) : Optional.empty();
        } catch (StoreUnavailableException e) { // only the answer may have been lost
            leaveToNext(key, lease);
            throw e;
        }
    }

    /** Gives this one back, now or when somebody comes next. */
    void giveBack(Key key, Lease lease) {
        try {
            lease.close();
        } catch (StoreUnavailableException e) {
            leaveToNext(key, lease);
        }
    }

    private void leaveToNext(Key key, Lease lease) {
        Instant now = clock.instant();
        late.values().removeIf(one -> one.runsOut().isBefore(now));
        late.put(key, new Late(lease, now.plus(FollowedCalls.LEASE)));
    }

    /**
     * Gives back what was left of this call.
     *
     * @throws StoreUnavailableException if the store is still away
     */
    void settle(Key key) {
        Optional.ofNullable(late.get(key)).ifPresent(one -> {
            one.lease().close();
            late.remove(key, one);
        });
    }
}
