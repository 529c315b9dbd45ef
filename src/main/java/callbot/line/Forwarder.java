package callbot.line;

import callbot.command.ForwardTo;
import callbot.command.ForwardWhen;
import callbot.command.LineCommand;
import callbot.signin.AccessTokens;
import callbot.signin.Scope;
import callbot.webex.Secret;
import callbot.webex.line.Forwarding;
import callbot.webex.line.Forwarding.Rule;
import callbot.webex.line.Forwarding.When;
import callbot.webex.line.LineSettings;
import callbot.webex.line.VoicemailSettings;
import java.util.List;
import java.util.Optional;

/**
 * Where a user's calls go. Webex knows two layers of it: a rule that forwards to a number, and below it the user's own voicemail.
 * What is switched off is the upper one of those that are on.
 */
public final class Forwarder {

    private static final List<Scope> READ = List.of(Scope.SETTINGS_READ);

    private final LineSettings settings;
    private final AccessTokens tokens;

    /** Where some calls go. */
    public sealed interface Target {

        /** They ring here. */
        record Nowhere() implements Target {}

        /** To the user's own voicemail. @param rings after how many; absent if at once */
        record OwnVoicemail(Optional<Integer> rings) implements Target {}

        /**
         * To somebody else.
         *
         * @param itsVoicemail whether to the voicemail there
         * @param rings after how many; absent if at once
         */
        record Number(String destination, boolean itsVoicemail, Optional<Integer> rings) implements Target {}
    }

    /** Where all of them go. */
    public record State(Target always, Target busy, Target noAnswer) {

        /** Where these go. */
        public Target target(ForwardWhen when) {
            return switch (when) {
                case ALWAYS -> always;
                case BUSY -> busy;
                case NO_ANSWER -> noAnswer;
            };
        }
    }

    /** What came of a wish. */
    public sealed interface Outcome {

        /** It is as it was wanted; perhaps it was so before. */
        record Done(Target before, Target now) implements Outcome {}

        /** The user has no voicemail, or it is switched off. Nothing was changed. */
        record NoVoicemail() implements Outcome {}

        /** Webex waits for no more rings than that. Nothing was changed. */
        record TooManyRings(int most) implements Outcome {}
    }

    /** Both layers. @param voicemail absent if the user has none */
    private record Layers(Forwarding forwarding, Optional<VoicemailSettings> voicemail) {

        Target target(When when) {
            Rule rule = forwarding.rule(when);
            if (rule.enabled() && rule.destination().isPresent())
                return new Target.Number(rule.destination().get(), rule.itsVoicemail(), rule.rings());
            return voicemail
                    .filter(VoicemailSettings::enabled)
                    .map(settings -> settings.taking(when))
                    .filter(VoicemailSettings.Taking::enabled)
                    .<Target>map(taking -> new Target.OwnVoicemail(taking.rings()))
                    .orElseGet(Target.Nowhere::new);
        }
    }

    /** Calls of whoever has signed in. */
    public Forwarder(LineSettings settings, AccessTokens tokens) {
        this.settings = settings;
        this.tokens = tokens;
    }

    /** Where this user's calls go now. */
    public State state(String personId) {
        Layers layers = tokens.actAs(personId, READ, this::read);
        return new State(layers.target(When.ALWAYS), layers.target(When.BUSY), layers.target(When.NO_ANSWER));
    }

    /** Has some calls go elsewhere, or no longer. */
    public Outcome change(String personId, LineCommand.Forward wish) {
        return tokens.actAs(personId, Scope.TO_CHANGE_SETTINGS, token -> change(token, wish));
    }

    private Outcome change(Secret token, LineCommand.Forward wish) {
        When when = when(wish.when());
        Layers layers = read(token);
        Optional<Integer> most = layers.forwarding().rule(when).mostRings();
        if (most.isPresent() && wish.rings().filter(rings -> rings > most.get()).isPresent())
            return new Outcome.TooManyRings(most.get());
        Target before = layers.target(when);
        return switch (wish.to()) {
            case ForwardTo.Number(var number, boolean itsVoicemail) -> {
                Rule rule = layers.forwarding().rule(when);
                Rule after = rule.to(number.value(), itsVoicemail, wish.rings());
                if (!after.equals(rule)) settings.change(token, when, after);
                yield new Outcome.Done(before, new Target.Number(number.value(), itsVoicemail, after.rings()));
            }
            case ForwardTo.OwnVoicemail own ->
                layers.voicemail()
                        .filter(VoicemailSettings::enabled)
                        .map(voicemail -> toVoicemail(token, when, layers, voicemail, wish.rings()))
                        .orElseGet(Outcome.NoVoicemail::new);
            case ForwardTo.Nowhere nowhere -> new Outcome.Done(before, switchOff(token, when, layers));
        };
    }

    /** Voicemail comes first, so that calls always go somewhere. */
    private Outcome toVoicemail(
            Secret token, When when, Layers layers, VoicemailSettings voicemail, Optional<Integer> rings) {
        VoicemailSettings.Taking taking = voicemail.taking(when);
        VoicemailSettings.Taking after = taking.turned(true, rings);
        if (!after.equals(taking)) settings.change(token, voicemail, when, after);
        Rule rule = layers.forwarding().rule(when);
        if (rule.enabled()) settings.change(token, when, rule.off());
        return new Outcome.Done(layers.target(when), new Target.OwnVoicemail(after.rings()));
    }

    /** What is below it then. */
    private Target switchOff(Secret token, When when, Layers layers) {
        Rule rule = layers.forwarding().rule(when);
        if (rule.enabled()) {
            settings.change(token, when, rule.off());
            return new Layers(new Forwarding(rule.off(), rule.off(), rule.off()), layers.voicemail()).target(when);
        }
        layers.voicemail()
                .filter(voicemail -> voicemail.taking(when).enabled())
                .ifPresent(voicemail -> settings.change(
                        token, voicemail, when, voicemail.taking(when).turned(false, Optional.empty())));
        return new Target.Nowhere();
    }

    private Layers read(Secret token) {
        return new Layers(settings.forwarding(token), voicemail(token));
    }

    /** Its page names another permission than all the others do, so it may be refused where they are not. */
    private Optional<VoicemailSettings> voicemail(Secret token) {
        return CallingPlan.ifThere(() -> settings.voicemail(token));
    }

    private static When when(ForwardWhen when) {
        return switch (when) {
            case ALWAYS -> When.ALWAYS;
            case BUSY -> When.BUSY;
            case NO_ANSWER -> When.NO_ANSWER;
        };
    }
}
