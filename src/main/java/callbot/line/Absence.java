package callbot.line;

import callbot.command.AwayReason;
import callbot.signin.AccessTokens;
import callbot.signin.Scope;
import callbot.webex.Secret;
import callbot.webex.line.LineSettings;
import callbot.webex.line.PersonalAssistant;
import java.time.Clock;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Optional;

/** What Webex's assistant tells callers while users are away. Webex itself ends it. */
public final class Absence {

    private static final List<Scope> READ = List.of(Scope.SETTINGS_READ);

    private final LineSettings settings;
    private final AccessTokens tokens;
    private final Clock clock;

    /** How it stands. */
    public sealed interface State {

        /** The assistant tells nobody anything. */
        record Here() implements State {}

        /**
         * It tells callers that the user is away.
         *
         * @param reason absent if it is none that can be said
         * @param until when Webex ends it; absent if it does not
         * @param through to which number callers can have themselves put through; absent if to none
         */
        record Away(Optional<AwayReason> reason, Optional<Instant> until, Optional<String> through) implements State {}
    }

    /**
     * What came of a change.
     *
     * @param before how it stood
     * @param now how it stands
     */
    public record Change(State before, State now) {}

    /** The assistant of whoever has signed in. */
    public Absence(LineSettings settings, AccessTokens tokens, Clock clock) {
        this.settings = settings;
        this.tokens = tokens;
        this.clock = clock;
    }

    /** How it stands with this user now. */
    public State state(String personId) {
        return tokens.actAs(personId, READ, token -> state(settings.assistant(token)));
    }

    /**
     * Has callers told that this user is away.
     *
     * @param until when Webex ends it, to the second; absent if it shall not
     */
    public Change goAway(String personId, AwayReason reason, Optional<Instant> until) {
        return tokens.actAs(personId, Scope.TO_CHANGE_SETTINGS, token -> goAway(token, reason, until));
    }

    private Change goAway(Secret token, AwayReason reason, Optional<Instant> until) {
        PersonalAssistant now = settings.assistant(token);
        State before = state(now);
        Optional<Instant> end = until.map(time -> time.truncatedTo(ChronoUnit.SECONDS));
        if (before instanceof State.Away(var why, var ends, var through)
                && why.equals(Optional.of(reason))
                && ends.equals(end)) return new Change(before, before);
        PersonalAssistant wanted = now.telling(reason.name(), end);
        settings.change(token, wanted);
        return new Change(before, state(losesItsEnd(now, wanted) ? settings.assistant(token) : wanted));
    }

    /** Whether Webex forgets an end that is left out its documentation does not say, so what came of it is looked at. */
    private static boolean losesItsEnd(PersonalAssistant now, PersonalAssistant wanted) {
        return now.until().isPresent() && wanted.until().isEmpty();
    }

    /** Has callers told nothing any more. */
    public Change comeBack(String personId) {
        return tokens.actAs(personId, Scope.TO_CHANGE_SETTINGS, token -> {
            PersonalAssistant now = settings.assistant(token);
            State before = state(now);
            if (before instanceof State.Away) settings.change(token, now.off());
            return new Change(before, new State.Here());
        });
    }

    private State state(PersonalAssistant now) {
        boolean over = now.until().filter(end -> !end.isAfter(clock.instant())).isPresent();
        return now.enabled() && !over
                ? new State.Away(
                        now.presence().flatMap(AwayReason::named),
                        now.until(),
                        now.transferNumber().filter(any -> now.transfer()))
                : new State.Here();
    }
}
