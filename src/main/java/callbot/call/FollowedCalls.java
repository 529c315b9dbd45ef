package callbot.call;

import callbot.call.LivingCard.Shown;
import callbot.store.Lease;
import callbot.store.StateStore;
import java.time.Duration;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Stream;

/** The calls of those who are told of them, remembered for a day. */
final class FollowedCalls {

    static final String CALL = "call:";

    private static final Duration LIFETIME = Duration.ofHours(24);

    /** How long somebody may be at a card: an edit, a message and a deletion with their repeats. */
    static final Duration LEASE = Duration.ofSeconds(40);

    private final StateStore store;

    /**
     * What a call of a user is remembered under.
     *
     * @param callKey see {@link callbot.webex.Call#key}
     */
    record Key(String personId, String callKey) {

        private String stored() {
            return CALL + personId + ":" + callKey;
        }
    }

    FollowedCalls(StateStore store) {
        this.store = store;
    }

    Optional<FollowedCall> get(Key key) {
        return store.get(key.stored()).map(FollowedCall::parse);
    }

    Stream<FollowedCall> of(String personId) {
        return store.keys(new Key(personId, "").stored()).stream()
                .flatMap(key -> store.get(key).stream())
                .map(FollowedCall::parse);
    }

    /** Adds to what is known of a call. */
    FollowedCall fold(Key key, CallView seen) {
        return update(
                key,
                known -> known.map(call -> call.seen(seen)).orElseGet(() -> new FollowedCall(seen, Optional.empty())));
    }

    /** Remembers which message shows a call. */
    void shown(Key key, Shown message) {
        update(key, known -> known.orElseThrow().showing(message));
    }

    /** The right to show a call. */
    Optional<Lease> lease(Key key) {
        return Lease.take(store, "lease:" + key.stored(), LEASE);
    }

    private FollowedCall update(Key key, Function<Optional<FollowedCall>, FollowedCall> change) {
        while (true) {
            Optional<String> stored = store.get(key.stored());
            FollowedCall now = change.apply(stored.map(FollowedCall::parse));
            String text = now.stored();
            if (stored.equals(Optional.of(text))) return now;
            boolean written = stored.map(before -> store.replace(key.stored(), before, text, LIFETIME))
                    .orElseGet(() -> store.putIfAbsent(key.stored(), text, LIFETIME));
            if (written) return now;
        }
    }
}
