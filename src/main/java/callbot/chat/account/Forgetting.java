package callbot.chat.account;

import callbot.call.Monitoring;
import callbot.call.feed.CallKeys;
import callbot.chat.call.ChosenNames;
import callbot.chat.recording.VoicemailNews;
import callbot.line.QuietTimers;
import callbot.signin.SignIn;
import callbot.signin.User;
import callbot.signin.Users;
import callbot.store.AtOnce;
import callbot.store.Change;
import callbot.store.StateStore;
import callbot.webex.messaging.Person;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;

/**
 * Forgets people: whatever is remembered of them, up to the command that asks for it. That their events were worked on stays
 * known for a day, so that nothing is done twice. To forget one costs what is that one's.
 */
public final class Forgetting {

    /** How many are forgotten at the same time. */
    private static final AtOnce AT_ONCE = new AtOnce(8);

    /** Each has one key for each person. */
    private static final List<String> FAMILIES =
            List.of(LastTrace.KEYS, ChosenNames.KEYS, QuietTimers.KEYS, VoicemailNews.KEYS);

    private final StateStore store;
    private final Users users;
    private final Monitoring monitoring;
    private final SignIn signIn;
    private final LastTrace lastTrace;

    /** Forgets what this store holds. */
    public Forgetting(StateStore store, Users users, Monitoring monitoring, SignIn signIn, LastTrace lastTrace) {
        this.store = store;
        this.users = users;
        this.monitoring = monitoring;
        this.signIn = signIn;
        this.lastTrace = lastTrace;
    }

    /**
     * Forgets one. The call webhook goes first, while there is a permission to remove it with: it would outlive that.
     *
     * @return whether Webex sends no more news of this person's calls; if it does, they are ignored
     */
    public boolean forget(String personId) {
        boolean hookRemoved = monitoring.stop(personId);
        signIn.dropBegunBy(personId);
        users.forget(personId);
        delete(Person.key(personId));
        lastTrace.discard();
        return hookRemoved;
    }

    /** Forgets everybody; how many sign-ins were under way. */
    int forgetAll() {
        for (int slot = 0; slot < Users.SLOTS; slot++) {
            AT_ONCE.forEach(users.inSlot(slot).stream().map(User::id).toList(), this::forget);
        }
        AT_ONCE.forEach(others(), this::forget);
        lastTrace.discard();
        return signIn.dropAllBegun();
    }

    /** Those of whom something is remembered though they have not signed in, or no longer are. */
    private Set<String> others() {
        Set<String> people = new HashSet<>(CallKeys.people(store));
        people.addAll(users.ended());
        for (String family : FAMILIES) store.keys(family).forEach(key -> people.add(key.substring(family.length())));
        return people;
    }

    private void delete(String person) {
        Stream<String> keys =
                Stream.concat(CallKeys.of(store, person), FAMILIES.stream().map(family -> family + person));
        store.change(keys.<Change>map(Change.Delete::new).toList());
    }
}
