package callbot.signin;

import callbot.signin.SignIn.Asker;
import callbot.store.AtOnce;
import callbot.store.Change;
import callbot.store.StateStore;
import callbot.webex.messaging.Person;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.atomic.LongAdder;
import java.util.function.Function;
import java.util.stream.IntStream;

/**
 * Those who have signed in. Each belongs to one of {@value #SLOTS} slots, by the person's id, so that they can be gone through
 * slot by slot without a list of all.
 *
 * <pre>
 *   user:SLOT:PERSON   who has signed in, with the tokens; until forgotten
 *   ended:PERSON       whose permission Webex has ended, and who has not been told yet
 * </pre>
 */
public final class Users {

    /** How many slots there are. */
    public static final int SLOTS = 480;

    private static final String KEYS = "user:";
    private static final String ENDED = "ended:";

    /** How many slots are counted at the same time. */
    private static final AtOnce AT_ONCE = new AtOnce(16);

    private final StateStore store;

    /** The users that this store knows. */
    public Users(StateStore store) {
        this.store = store;
    }

    /** Where the user with this person id is remembered. */
    public static String key(String personId) {
        String person = Person.key(personId);
        return KEYS + Math.floorMod(person.hashCode(), SLOTS) + ":" + person;
    }

    /** The user with this Webex person id. */
    public Optional<User> find(String personId) {
        return store.get(key(personId)).map(User::parse);
    }

    /**
     * The users of a slot.
     *
     * @param slot from 0 to {@value #SLOTS}, exclusive
     */
    public List<User> inSlot(int slot) {
        List<String> keys = store.keys(KEYS + slot + ":");
        return keys.isEmpty()
                ? List.of()
                : store.get(keys).values().stream().map(User::parse).toList();
    }

    /** How many users there are. Their number is what it costs, so this is for whoever asks, and no part of the routine. */
    public int count() {
        LongAdder count = new LongAdder();
        List<Integer> slots = IntStream.range(0, SLOTS).boxed().toList();
        AT_ONCE.forEach(slots, slot -> count.add(store.keys(KEYS + slot + ":").size()));
        return count.intValue();
    }

    /** Remembers a user, until he or she is forgotten. */
    public void save(User user) {
        store.change(List.of(
                new Change.Put(key(user.id()), user.stored(), StateStore.FOREVER),
                new Change.Delete(ENDED + Person.key(user.id()))));
    }

    /** Saves the user unless somebody else has changed or forgotten the user meanwhile; tells whether it did. */
    boolean replace(User before, User after) {
        return ifStill(
                before,
                text -> List.of(new Change.Replace(key(before.id()), text, after.stored(), StateStore.FOREVER)));
    }

    /**
     * Forgets the user, whose permission has ended, unless somebody else has changed or forgotten the user meanwhile; tells
     * whether it did. That it has ended is kept as news, until somebody {@linkplain #takeEnded takes} it to tell the user.
     */
    boolean end(User user) {
        return ifStill(
                user,
                text -> List.of(
                        new Change.DeleteIf(key(user.id()), text),
                        new Change.Put(
                                ENDED + Person.key(user.id()),
                                new Asker(user.id(), user.email()).stored(),
                                StateStore.FOREVER)));
    }

    /** The keys, see {@link Person#key}, of all whose permission has ended, and who have not been told. */
    public List<String> ended() {
        return store.keys(ENDED).stream()
                .map(key -> key.substring(ENDED.length()))
                .toList();
    }

    /** The news that this person's permission has ended, for whoever tells it: of many who take it, one gets it. */
    public Optional<Asker> takeEnded(String personId) {
        return store.take(ENDED + Person.key(personId)).map(Asker::parse);
    }

    /** Forgets the user, whatever somebody else does meanwhile. */
    public void forget(String personId) {
        store.change(List.of(new Change.Delete(key(personId)), new Change.Delete(ENDED + Person.key(personId))));
    }

    /** Gives those a slot whom an earlier version of this program has remembered without one. */
    public void adopt() {
        store.keys(KEYS).stream()
                .filter(key -> key.lastIndexOf(':') < KEYS.length())
                .forEach(key -> store.get(key).map(User::parse).ifPresent(user -> {
                    store.putIfAbsent(key(user.id()), user.stored(), StateStore.FOREVER);
                    store.delete(key);
                }));
    }

    /** What is compared is the text as it was found: another version of this program may store the same user otherwise. */
    private boolean ifStill(User user, Function<String, List<Change>> changes) {
        return store.get(key(user.id()))
                .filter(text -> User.parse(text).equals(user))
                .map(text -> store.change(changes.apply(text)))
                .orElse(false);
    }
}
