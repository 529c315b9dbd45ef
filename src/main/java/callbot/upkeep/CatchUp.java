package callbot.upkeep;

import callbot.call.feed.UnheardCalls;
import callbot.signin.NotSignedInException;
import callbot.store.AtOnce;
import callbot.store.Lease;
import callbot.store.StateStore;
import callbot.webex.WebexException;
import callbot.webhook.Inbox;
import java.lang.System.Logger.Level;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Set;

/** Catches up on what happened while this deployment was away, or could not be reached: Webex delivers nothing twice. */
public final class CatchUp {

    /** How often to {@link #go}. */
    public static final Duration PAUSE = Duration.ofSeconds(20);

    /** What is younger may still be on its way here. */
    private static final Duration ON_ITS_WAY = Duration.ofSeconds(15);

    /** By so much Webex's clock, which dates everything, and the minute of the last look may be off. */
    private static final Duration SLACK = Duration.ofMinutes(1);

    private static final Duration LEASE = Duration.ofMinutes(2);

    /** For how many users calls are looked for at the same time. */
    private static final AtOnce AT_ONCE = new AtOnce(8);

    private final System.Logger log = System.getLogger(CatchUp.class.getName());
    private final StateStore store;
    private final Clock clock;
    private final Position position;
    private final MissedMessages messages;
    private final UnheardCalls calls;

    /** What one instance does about it. */
    public CatchUp(StateStore store, Clock clock, Position position, MissedMessages messages, UnheardCalls calls) {
        this.store = store;
        this.clock = clock;
        this.position = position;
        this.messages = messages;
        this.calls = calls;
    }

    /** Looks if this deployment was away and nobody has looked since; one instance does it for all. */
    public void go() {
        Instant until = clock.instant().minus(ON_ITS_WAY);
        position.awaySince()
                .filter(since -> since.isBefore(until) && !position.standsBy())
                .ifPresent(since -> Lease.take(store, "lease:missed", LEASE).ifPresent(lease -> {
                    try (lease) {
                        look(since, until);
                    }
                }));
    }

    private void look(Instant since, Instant until) {
        Instant known = clock.instant().minus(Inbox.MEMORY); // what is older may have been done, and be forgotten
        Instant from = since.isBefore(known) ? known.plus(SLACK) : since.minus(SLACK);
        long found = messages.find(from, until);
        Set<String> followed = calls.people();
        AT_ONCE.forEach(followed, person -> tell(person, from, until));
        log.log(Level.INFO, "event=missed.looked since={0} messages={1} followed={2}", since, found, followed.size());
        position.caughtUp(since);
    }

    private void tell(String person, Instant from, Instant until) {
        try {
            calls.tell(person, from, until);
        } catch (NotSignedInException | WebexException e) {
            log.log(Level.WARNING, "event=missed.calls-not-told person={0} reason=\"{1}\"", person, e.getMessage());
        }
    }
}
