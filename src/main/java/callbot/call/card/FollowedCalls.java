package callbot.call.card;

import callbot.call.card.LivingCard.Shown;
import callbot.store.Change;
import callbot.store.Lease;
import callbot.store.StateStore;
import callbot.webex.calling.CallKey;
import callbot.webex.calling.Conference;
import callbot.webex.messaging.Person;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.UnaryOperator;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** The calls of those who are told of them, remembered for a day. */
public final class FollowedCalls {

    /** What the keys of calls begin with. */
    public static final String CALL = "call:";
    /** What the keys begin with by which those calls are found that are not over. */
    public static final String OPEN = "open:";

    private static final Duration LIFETIME = Duration.ofHours(24);

    /**
     * So long whoever is at a card has it alone. Somebody who is slower does no harm: of two who have written one, one takes
     * his back, see {@link #shown}.
     */
    public static final Duration LEASE = Duration.ofSeconds(20);

    private final StateStore store;

    /**
     * A call of a user, and what it is remembered under.
     *
     * @param person see {@link Person#key}
     */
    public record Key(String person, CallKey call) {

        public Key {
            person = Person.key(person);
        }

        private String stored() {
            return family(person) + call;
        }

        /** All open calls are of one family. A person's key has no slash in it. */
        private String open() {
            return OPEN + person + "/" + call;
        }

        private static Key readOpen(String key) {
            int slash = key.indexOf('/');
            return new Key(key.substring(OPEN.length(), slash), new CallKey(key.substring(slash + 1)));
        }
    }

    /** The calls in this store. */
    public FollowedCalls(StateStore store) {
        this.store = store;
    }

    /** What is remembered of a call; absent if nothing. */
    public Optional<FollowedCall> get(Key key) {
        return store.get(key.stored()).map(FollowedCall::parse);
    }

    /** All of this person's. */
    public Map<Key, FollowedCall> of(String personId) {
        String family = family(Person.key(personId));
        return store.get(List.copyOf(store.keys(family))).entrySet().stream()
                .collect(Collectors.toMap(
                        call -> new Key(personId, new CallKey(call.getKey().substring(family.length()))),
                        call -> FollowedCall.parse(call.getValue())));
    }

    /** The calls of which no card has shown yet that they are over. */
    public Stream<Key> open() {
        return store.keys(OPEN).stream().map(Key::readOpen);
    }

    /** A card shows that the call is over, or nobody wants to see one. */
    public void close(Key key) {
        store.delete(key.open());
    }

    /** Adds to what is known of a call. If that is news, some card has still to show it. */
    public FollowedCall fold(Key key, CallView seen) {
        while (true) {
            Optional<String> before = store.get(key.stored());
            FollowedCall now =
                    before.map(FollowedCall::parse).map(call -> call.seen(seen)).orElseGet(() -> FollowedCall.of(seen));
            if (replaced(key, before, now)) return now;
        }
    }

    /** Has something else known of a call, whatever is known of it when that is done; absent if nothing is. */
    public Optional<FollowedCall> know(Key key, UnaryOperator<CallView> correction) {
        return change(key, call -> call.with(correction.apply(call.view())));
    }

    /** Has a call be known to be in this conference of its user's, if it is, and in none if not. */
    public Optional<FollowedCall> confer(Key key, Optional<Conference> now) {
        return change(key, call -> call.beside(now));
    }

    private Optional<FollowedCall> change(Key key, UnaryOperator<FollowedCall> correction) {
        while (true) {
            Optional<String> before = store.get(key.stored());
            if (before.isEmpty()) return Optional.empty();
            FollowedCall now = correction.apply(FollowedCall.parse(before.get()));
            if (replaced(key, before, now)) return Optional.of(now);
        }
    }

    private boolean replaced(Key key, Optional<String> before, FollowedCall now) {
        if (before.equals(Optional.of(now.stored()))) return true;
        Change change = before.<Change>map(text -> replace(key, text, now))
                .orElseGet(() -> new Change.PutIfAbsent(key.stored(), now.stored(), LIFETIME));
        return store.change(List.of(change, new Change.Put(key.open(), "", LIFETIME)));
    }

    /**
     * Remembers which message shows a call, unless the call has been forgotten, or somebody else has had another message show
     * it meanwhile; whether it did.
     *
     * @param before the message that showed it until now; absent if none did
     */
    public boolean shown(Key key, Optional<Shown> before, Shown message) {
        while (true) {
            Optional<String> stored = store.get(key.stored());
            Optional<FollowedCall> known = stored.map(FollowedCall::parse).filter(call -> call.isShownBy(before));
            if (known.isEmpty()) return false;
            if (store.change(List.of(replace(key, stored.get(), known.get().showing(Optional.of(message))))))
                return true;
        }
    }

    /** Remembers that this message no longer shows a call. */
    public void notShown(Key key, Shown message) {
        while (true) {
            Optional<String> stored = store.get(key.stored());
            Optional<FollowedCall> known =
                    stored.map(FollowedCall::parse).filter(call -> call.isShownBy(Optional.of(message)));
            if (known.isEmpty()) return;
            FollowedCall now = known.get().showing(Optional.empty());
            if (store.change(List.of(replace(key, stored.get(), now)))) return;
        }
    }

    /** The right to show a call, not taken yet. */
    public Lease lease(Key key) {
        return new Lease(store, "lease:" + key.stored());
    }

    private static Change replace(Key key, String before, FollowedCall after) {
        return new Change.Replace(key.stored(), before, after.stored(), LIFETIME);
    }

    private static String family(String person) {
        return CALL + person + ":";
    }
}
