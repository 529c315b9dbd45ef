package callbot.chat.account;

import callbot.signin.SignIn.Asker;
import callbot.signin.TimeText;
import callbot.signin.Users;
import callbot.store.Change;
import callbot.store.StateStore;
import callbot.trace.Trace;
import callbot.trace.Tracer;
import callbot.trace.Work;
import callbot.webex.messaging.Draft;
import callbot.webex.messaging.Markdown;
import callbot.webex.messaging.Person;
import java.time.Clock;
import java.time.Duration;
import java.util.Optional;
import java.util.stream.Collectors;

/** How each user's last command was done, for a day. */
public final class LastTrace {

    static final String KEYS = "why:";

    private static final Duration LIFETIME = Duration.ofHours(24);

    private final Tracer tracer;
    private final StateStore store;
    private final Users users;
    private final Clock clock;

    /** Traces of what this tracer follows. */
    public LastTrace(Tracer tracer, StateStore store, Users users, Clock clock) {
        this.tracer = tracer;
        this.store = store;
        this.users = users;
        this.clock = clock;
    }

    /** Notes a step of what is being done. */
    public void note(String what) {
        tracer.note(what);
    }

    /** Notes that a command is over. */
    public void ended(Work command, String outcome) {
        tracer.ended(command, outcome);
    }

    /** How what has just been done is kept; absent if it is not. */
    public Optional<Change> kept(Asker asker) {
        return tracer.current().map(trace -> new Change.Put(key(asker), trace.stored(), LIFETIME));
    }

    /** Keeps nothing of what is being done. */
    void discard() {
        tracer.discard();
    }

    /** The last command, step by step. */
    public Draft told(Asker asker) {
        discard(); // to ask about the last command is no command to ask about
        return store.get(key(asker))
                .map(Trace::parse)
                .map(trace -> told(trace, TimeText.of(users.find(asker.personId()), clock)))
                .orElseGet(() -> Draft.text("I know of no command of yours in the last 24 hours."));
    }

    private static String key(Asker asker) {
        return KEYS + Person.key(asker.personId());
    }

    private static Draft told(Trace trace, TimeText times) {
        String steps = trace.steps().stream()
                .map(step -> "- `+" + step.millis() + " ms` " + Markdown.escape(step.what()))
                .collect(Collectors.joining("\n"));
        return Draft.text("**Your last command**, " + times.of(trace.begun()) + ", number `" + trace.id()
                + "` in the log:\n" + steps);
    }
}
