package callbot.line;

import callbot.line.QuietTimers.Timer;
import callbot.signin.AccessTokens;
import callbot.signin.NotSignedInException;
import callbot.signin.Scope;
import callbot.store.Lease;
import callbot.store.StateStore;
import callbot.webex.Secret;
import callbot.webex.WebexException;
import callbot.webex.line.DoNotDisturb;
import callbot.webex.line.LineSettings;
import callbot.webex.messaging.Person;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.function.Supplier;

/** Do not disturb: whether it is on, and for how long. */
public final class Quiet {

    private static final List<Scope> READ = List.of(Scope.SETTINGS_READ);
    private static final Duration LEASE = Duration.ofSeconds(40); // all requests of one command take 30

    private final LineSettings settings;
    private final AccessTokens tokens;
    private final QuietTimers timers;
    private final StateStore store;

    /** How it stands. */
    public sealed interface State {

        /** Phones ring. */
        record Off() implements State {}

        /** They do not. @param end when the bot turns it off; absent if somebody else must */
        record On(Optional<Instant> end) implements State {}
    }

    /** What came of a timer that has run out. */
    public enum Ended {
        /** Phones ring again. */
        TURNED_OFF,
        /** Phones rang again before. */
        OFF_BEFORE,
        /** The bot may not, or Webex does not let it. Somebody else must. */
        NOT_ALLOWED,
        /** Somebody is just changing it, or has. */
        CHANGED
    }

    /** Do not disturb of whoever has signed in. */
    public Quiet(LineSettings settings, AccessTokens tokens, QuietTimers timers, StateStore store) {
        this.settings = settings;
        this.tokens = tokens;
        this.timers = timers;
        this.store = store;
    }

    /** Whether the bot is to turn it off for this user. */
    public boolean hasEnd(String personId) {
        return timers.of(personId).isPresent();
    }

    /** How it stands with this user now. */
    public State state(String personId) {
        return tokens.actAs(personId, READ, settings::doNotDisturb).enabled()
                ? new State.On(timers.of(personId).map(Timer::end))
                : new State.Off();
    }

    /**
     * Turns it on. An end that was set before counts no more.
     *
     * @param end when to turn it off; absent if the user does that
     * @return how it stands now; absent if somebody else is just changing it, and nothing was done
     */
    public Optional<State> turnOn(String personId, Optional<Instant> end) {
        return alone(personId, () -> {
            tokens.runAs(personId, Scope.TO_CHANGE_SETTINGS, token -> turnOn(token, personId, end));
            return new State.On(end);
        });
    }

    /** The end is written down first: if the rest fails, it finds nothing to do. */
    private void turnOn(Secret token, String personId, Optional<Instant> end) {
        DoNotDisturb now = settings.doNotDisturb(token);
        end.ifPresentOrElse(at -> timers.set(new Timer(personId, at)), () -> timers.cancel(personId));
        try {
            if (!now.enabled()) settings.change(token, now.turned(true));
        } catch (WebexException e) {
            if (!e.mayHaveHappened()) timers.cancel(personId);
            throw e;
        }
    }

    /**
     * Turns it off.
     *
     * @return how it stands now; absent if somebody else is just changing it, and nothing was done
     */
    public Optional<State> turnOff(String personId) {
        return alone(personId, () -> {
            tokens.runAs(personId, Scope.TO_CHANGE_SETTINGS, this::turnOff);
            timers.cancel(personId);
            return new State.Off();
        });
    }

    /** Whether it was on. */
    private boolean turnOff(Secret token) {
        DoNotDisturb now = settings.doNotDisturb(token);
        if (now.enabled()) settings.change(token, now.turned(false));
        return now.enabled();
    }

    /**
     * Carries out a timer that has run out.
     *
     * @throws WebexException if it is to be tried again
     */
    public Ended end(Timer timer) {
        String personId = timer.personId();
        return alone(personId, () -> timers.of(personId).equals(Optional.of(timer)) ? endNow(personId) : Ended.CHANGED)
                .orElse(Ended.CHANGED);
    }

    private Ended endNow(String personId) {
        Ended ended;
        try {
            ended = tokens.actAs(personId, Scope.TO_CHANGE_SETTINGS, this::turnOff)
                    ? Ended.TURNED_OFF
                    : Ended.OFF_BEFORE;
        } catch (NotSignedInException e) {
            ended = Ended.NOT_ALLOWED;
        } catch (WebexException.Refused e) {
            if (e.retryAfter().isPresent() || e.status() == 429 || e.status() == 423 || e.status() >= 500) throw e;
            ended = Ended.NOT_ALLOWED;
        }
        timers.cancel(personId);
        return ended;
    }

    private <T> Optional<T> alone(String personId, Supplier<T> change) {
        Optional<Lease> taken = Lease.take(store, "lease:quiet:" + Person.key(personId), LEASE);
        if (taken.isEmpty()) return Optional.empty();
        Lease lease = taken.get();
        try (lease) {
            return Optional.of(change.get());
        }
    }
}
