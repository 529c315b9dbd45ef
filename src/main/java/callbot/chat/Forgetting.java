package callbot.chat;

import callbot.call.CallKeys;
import callbot.call.Monitoring;
import callbot.command.Command.Monitor.Mode;
import callbot.signin.SignIn;
import callbot.signin.Users;
import callbot.store.AtOnce;
import callbot.store.StateStore;
import callbot.webex.Person;
import java.util.List;
import java.util.stream.Stream;

/**
 * Forgets people: whatever is remembered of them, up to the command that asks for it. That their events were worked on stays
 * known for a day, so that nothing is done twice.
 */
public final class Forgetting {

    private static final List<String> PERSONAL = Stream.concat(
                    Stream.of(Users.KEYS, LastTrace.KEYS), CallKeys.PERSONAL.stream())
            .toList();

    /** How many webhooks are removed, and values deleted, at the same time. */
    private static final AtOnce AT_ONCE = new AtOnce(8);

    private final StateStore store;
    private final Monitoring monitoring;
    private final SignIn signIn;
    private final LastTrace lastTrace;

    /** Forgets what this store holds. */
    public Forgetting(StateStore store, Monitoring monitoring, SignIn signIn, LastTrace lastTrace) {
        this.store = store;
        this.monitoring = monitoring;
        this.signIn = signIn;
        this.lastTrace = lastTrace;
    }

    /** Forgets one. Whether Webex sends no more news of this person's calls; if it does, they are ignored. */
    boolean forget(String personId) {
        boolean hookRemoved = monitoring.mode(personId) == Mode.OFF || monitoring.stop(personId);
        signIn.dropBegunBy(personId);
        delete(Person.key(personId));
        return hookRemoved;
    }

    /** Forgets everybody; how many sign-ins were under way. */
    int forgetAll() {
        AT_ONCE.forEach(monitoring.followed(), monitoring::stop);
        int begun = signIn.dropAllBegun();
        PERSONAL.stream()
                .flatMap(beginning -> store.keys(beginning).stream().map(key -> key.substring(beginning.length())))
                .map(named -> named.replaceFirst("/.*", ""))
                .distinct()
                .forEach(this::delete);
        return begun;
    }

    private void delete(String personId) {
        List<String> keys = PERSONAL.stream()
                .flatMap(beginning -> keys(beginning, personId))
                .toList();
        AT_ONCE.forEach(keys, store::delete);
        lastTrace.discard();
    }

    private Stream<String> keys(String beginning, String personId) {
        String own = beginning + personId;
        Stream<String> more = store.keys(beginning).stream().filter(key -> key.startsWith(own + "/"));
        return Stream.of(Stream.of(own), more, store.keys(own + ":").stream()).flatMap(keys -> keys);
    }
}
