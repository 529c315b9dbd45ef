package callbot.signin;

import callbot.store.StateStore;
import java.util.List;
import java.util.Optional;
import java.util.function.BiPredicate;

/** Those who have signed in. */
public final class Users {

    private static final String PREFIX = "user:";

    private final StateStore store;

    /** The users that this store knows. */
    public Users(StateStore store) {
        this.store = store;
    }

    /** The user with this Webex person id. */
    public Optional<User> find(String personId) {
        return store.get(PREFIX + personId).map(User::parse);
    }

    /** The person ids of all users. */
    public List<String> ids() {
        return store.keys(PREFIX).stream()
                .map(key -> key.substring(PREFIX.length()))
                .toList();
    }

    /** Forgets a user; whether there was one. */
    public boolean forget(String personId) {
        return store.take(PREFIX + personId).isPresent();
    }

    /** Remembers a user, until he or she is forgotten. */
    public void save(User user) {
        store.put(PREFIX + user.id(), user.stored(), StateStore.FOREVER);
    }

    /** Saves the user unless somebody else has changed or forgotten the user meanwhile; tells whether it did. */
    boolean replace(User before, User after) {
        return ifStill(before, (key, text) -> store.replace(key, text, after.stored(), StateStore.FOREVER));
    }

    /** Forgets the user unless somebody else has changed or forgotten the user meanwhile; tells whether it did. */
    boolean forget(User user) {
        return ifStill(user, store::delete);
    }

    /** What is compared is the text as it was found: another version of this program may store the same user otherwise. */
    private boolean ifStill(User user, BiPredicate<String, String> change) {
        String key = PREFIX + user.id();
        return store.get(key)
                .filter(text -> User.parse(text).equals(user))
                .map(text -> change.test(key, text))
                .orElse(false);
    }
}
