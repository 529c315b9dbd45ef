package callbot.signin;

import callbot.store.StateStore;
import callbot.webex.Person;
import java.util.List;
import java.util.Optional;
import java.util.function.BiPredicate;

/** Those who have signed in. */
public final class Users {

    /** How the keys begin under which users are remembered; the person's id follows. */
    public static final String KEYS = "user:";

    private final StateStore store;

    /** The users that this store knows. */
    public Users(StateStore store) {
        this.store = store;
    }

    /** The user with this Webex person id. */
    public Optional<User> find(String personId) {
        return store.get(key(personId)).map(User::parse);
    }

    /** The person ids of all users. */
    public List<String> ids() {
        return store.keys(KEYS).stream()
                .map(key -> key.substring(KEYS.length()))
                .toList();
    }

    /** Remembers a user, until he or she is forgotten. */
    public void save(User user) {
        store.put(key(user.id()), user.stored(), StateStore.FOREVER);
    }

    /** Saves the user unless somebody else has changed or forgotten the user meanwhile; tells whether it did. */
    boolean replace(User before, User after) {
        return ifStill(before, (key, text) -> store.replace(key, text, after.stored(), StateStore.FOREVER));
    }

    /** Forgets the user unless somebody else has changed or forgotten the user meanwhile; tells whether it did. */
    boolean forget(User user) {
        return ifStill(user, store::delete);
    }

    private static String key(String personId) {
        return KEYS + Person.key(personId);
    }

    /** What is compared is the text as it was found: another version of this program may store the same user otherwise. */
    private boolean ifStill(User user, BiPredicate<String, String> change) {
        String key = key(user.id());
        return store.get(key)
                .filter(text -> User.parse(text).equals(user))
                .map(text -> change.test(key, text))
                .orElse(false);
    }
}
