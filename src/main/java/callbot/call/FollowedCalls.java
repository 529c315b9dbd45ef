package callbot.call;

import callbot.call.LivingCard.Shown;
import callbot.store.Lease;
import callbot.store.StateStore;
import java.time.Duration;
import java.util.Optional;
import java.util.function.UnaryOperator;
import java.util.stream.Stream;

/** The calls of those who are told of them, remembered for a day. */
final class FollowedCalls {

    static final String CALL = "call:";
    static final String OPEN = "open:";

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

        /** All open calls are of one family. A person's id has no slash in it. */
        private String open() {
            return OPEN + personId + "/" + callKey;
        }

        private static Key readOpen(String key) {
            int slash = key.indexOf('/');
            return new Key(key.substring(OPEN.length(), slash), key.substring(slash + 1));
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

    /** The calls of which no card has shown yet that they are over. */
    Stream<Key> open() {
        return store.keys(OPEN).stream().map(Key::readOpen);
    }

    /** A card shows that the call is over, or nobody wants to see one. */
    void close(Key key) {
        store.delete(key.open());
    }

    /** Adds to what is known of a call. */
    FollowedCall fold(Key key, CallView seen) {
        return update(
                        key,
                        known -> Optional.of(known.map(call -> call.seen(seen))
                                .orElseGet(() -> new FollowedCall(seen, Optional.empty()))))
                .orElseThrow();
    }

    /** Remembers which message shows a call, unless the call has been forgotten. */
    void shown(Key key, Shown message) {
        update(key, known -> known.map(call -> call.showing(message)));
    }

    /** The right to show a call, not taken yet. */
    Lease lease(Key key) {
        return new Lease(store, "lease:" + key.stored());
    }

    private Optional<FollowedCall> update(Key key, UnaryOperator<Optional<FollowedCall>> change) {
        while (true) {
            Optional<String> stored = store.get(key.stored());
            Optional<FollowedCall> now = change.apply(stored.map(FollowedCall::parse));
            Optional<String> text = now.map(FollowedCall::stored);
            if (stored.equals(text)) return now;
            if (stored.isEmpty()) store.put(key.open(), "", LIFETIME); // first, or a crash would hide it
            boolean written = stored.map(before -> store.replace(key.stored(), before, text.get(), LIFETIME))
                    .orElseGet(() -> store.putIfAbsent(key.stored(), text.get(), LIFETIME));
            if (written) return now;
        }
    }
}
