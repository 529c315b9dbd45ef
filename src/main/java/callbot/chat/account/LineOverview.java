package callbot.chat.account;

import callbot.chat.line.ForwardCommands;
import callbot.command.ForwardWhen;
import callbot.line.Absence;
import callbot.line.CallingPlan;
import callbot.line.Forwarder;
import callbot.line.Forwarder.Target;
import callbot.line.Queueing;
import callbot.line.Quiet;
import callbot.line.Voicemail;
import callbot.signin.AccessTokens;
import callbot.signin.NotSignedInException;
import callbot.signin.Scope;
import callbot.signin.TimeText;
import callbot.signin.User;
import callbot.webex.WebexException;
import callbot.webex.calling.VoiceMessages;
import callbot.webex.line.LineSettings;
import java.time.Clock;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Supplier;
import java.util.stream.Collectors;

/**
 * How a user's line stands, in a few words each. What Webex does not say, or the user has not granted, or the calling plan does not
 * include, is left out.
 */
public final class LineOverview {

    private final Quiet quiet;
    private final Forwarder forwarder;
    private final Absence absence;
    private final Queueing queues;
    private final Voicemail voicemail;
    private final CallingPlan plan;

    /** An overview by way of these, which should not wait for long: there are several. */
    public LineOverview(LineSettings settings, AccessTokens tokens, Quiet quiet, Voicemail voicemail, Clock clock) {
        this.quiet = quiet;
        this.forwarder = new Forwarder(settings, tokens);
        this.absence = new Absence(settings, tokens, clock);
        this.queues = new Queueing(settings, tokens);
        this.voicemail = voicemail;
        this.plan = new CallingPlan(settings, tokens);
    }

    /** The words of commands that this user's calling plan leaves without use. */
    Set<String> useless(User user) {
        return plan.useless(user);
    }

    /** What is there to say, by its title, in order. */
    Map<String, String> of(User user, TimeText times) {
        Map<String, String> facts = new LinkedHashMap<>();
        if (user.surelyGrants(Scope.SETTINGS_READ)) {
            tell(facts, "Do not disturb", () -> told(quiet.state(user.id()), times));
            tell(facts, "Forwarding", () -> told(forwarder.state(user.id())));
            tell(facts, "Away", () -> told(absence.state(user.id()), times));
            tell(facts, "Queues", () -> told(queues.state(user.id())));
        }
        if (user.surelyGrants(Scope.CALLS_READ)) tell(facts, "Voicemail", () -> told(voicemail.summary(user.id())));
        return facts;
    }

    private static void tell(Map<String, String> facts, String title, Supplier<String> state) {
        try {
            facts.put(title, state.get());
        } catch (NotSignedInException | WebexException e) {
            // left out
        }
    }

    private static String told(Quiet.State state, TimeText times) {
        return switch (state) {
            case Quiet.State.Off off -> "Off";
            case Quiet.State.On on ->
                "On" + on.end().map(end -> " until " + times.of(end)).orElse("");
        };
    }

    private static String told(Forwarder.State state) {
        String some = Arrays.stream(ForwardWhen.values())
                .filter(when -> !(state.target(when) instanceof Target.Nowhere))
                .map(when -> switch (when) {
                            case ALWAYS -> "All calls";
                            case BUSY -> "Busy";
                            case NO_ANSWER -> "No answer";
                        }
                        + " " + ForwardCommands.described(state.target(when)))
                .collect(Collectors.joining("; "));
        return some.isEmpty() ? "Off" : some;
    }

    private static String told(Absence.State state, TimeText times) {
        return switch (state) {
            case Absence.State.Here here -> "No";
            case Absence.State.Away(var reason, var until, var through) ->
                "Yes" + reason.map(why -> ", " + why.told()).orElse("")
                        + until.map(end -> " until " + times.of(end)).orElse("");
        };
    }

    private static String told(Queueing.State state) {
        if (state.queues().isEmpty()) return "You're in none";
        long in = state.queues().stream()
                .filter(seen -> seen.queue().joined().equals(Optional.of(true)))
                .count();
        String joined = "in " + in + " of " + state.queues().size();
        return state.standing()
                .map(standing -> switch (standing) {
                    case IN -> "Calls reach you, " + joined;
                    case OUT -> "Signed out";
                    case PAUSE -> "On pause, " + joined;
                    case SIGNED_IN -> "Signed in, " + joined;
                    case WRAP_UP -> "Wrapping up, " + joined;
                })
                .orElse("I" + joined.substring(1));
    }

    private static String told(VoiceMessages.Summary summary) {
        long all = summary.fresh() + summary.old();
        if (all == 0) return "No messages";
        return (summary.fresh() == 0 ? "Nothing new" : summary.fresh() + " new") + ", " + all + " in all";
    }
}
