package callbot.chat.line;

import callbot.card.Button;
import callbot.chat.failure.LineWords;
import callbot.command.ForwardWhen;
import callbot.command.LineCommand;
import callbot.command.value.DialString;
import callbot.command.value.Reading;
import callbot.line.Forwarder;
import callbot.line.Forwarder.Outcome;
import callbot.line.Forwarder.Target;
import callbot.signin.SignIn.Asker;
import callbot.webex.messaging.Draft;
import callbot.webex.messaging.Markdown;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;

/** The commands about where calls go. */
public final class ForwardCommands {

    private static final LineWords WORDS = new LineWords("Forwarding", "/forward");

    private final Forwarder forwarder;

    /** Commands that are done by this. */
    public ForwardCommands(Forwarder forwarder) {
        this.forwarder = forwarder;
    }

    /** Where calls are forwarded to. */
    public Draft show(Asker asker) {
        return WORDS.told(false, () -> told(forwarder.state(asker.personId())));
    }

    /** Forwards calls, or no longer. */
    public Draft change(Asker asker, LineCommand.Forward wish) {
        return WORDS.told(true, () -> told(wish.when(), forwarder.change(asker.personId(), wish)));
    }

    static Draft told(Forwarder.State state) {
        String lines = Arrays.stream(ForwardWhen.values())
                .map(when -> subject(when) + ": " + described(state.target(when)))
                .collect(Collectors.joining("\n\n"));
        List<Button> off = Arrays.stream(ForwardWhen.values())
                .filter(when -> state.target(when) instanceof Target.Number
                        || when == ForwardWhen.ALWAYS && !(state.always() instanceof Target.Nowhere))
                .<Button>map(when -> Button.say(
                        switch (when) {
                            case ALWAYS -> "Stop all";
                            case BUSY -> "Stop busy";
                            case NO_ANSWER -> "Stop no answer";
                        },
                        when.command() + " off"))
                .toList();
        return Draft.offering(
                "↪️ **Where your calls go**\n\n" + lines
                        + "\n\n`/forward 2044` sends all elsewhere, `/forward busy 2044` and `/forward no answer 2044` only some;"
                        + " `voicemail` and `off` go in place of the number.",
                off);
    }

    static Draft told(ForwardWhen when, Outcome outcome) {
        return switch (outcome) {
            case Outcome.Done(Target before, Target now)
            when before.equals(now) ->
                Draft.text("✅ " + subject(when) + ": " + described(now)
                        + ". That was so already; I have changed nothing.");
            case Outcome.Done(Target before, Target now) -> {
                Optional<String> undo = command(when, before);
                yield Draft.offering(
                        "✅ " + subject(when) + ": now **" + described(now) + "**. Before: " + described(before) + "."
                                + undo.map(command -> " " + Markdown.code(command) + " puts that back.")
                                        .orElse(""),
                        undo.map(command -> Button.say("Put back", command)).stream()
                                .toList());
            }
            case Outcome.NoVoicemail none ->
                Draft.text(
                        "I have changed nothing: you have no voicemail, or it is switched off. If it is part of your calling"
                                + " plan, switch it on in the Webex app's call settings first.");
            case Outcome.TooManyRings(int most) ->
                Draft.text("I have changed nothing: Webex waits for " + most + " rings at most.");
        };
    }

    private static String subject(ForwardWhen when) {
        return switch (when) {
            case ALWAYS -> "All calls";
            case BUSY -> "Calls while you are busy";
            case NO_ANSWER -> "Calls that you don't answer";
        };
    }

    /** Where to, in words. */
    public static String described(Target target) {
        return switch (target) {
            case Target.Nowhere nowhere -> "not forwarded";
            case Target.OwnVoicemail(var rings) -> "to your voicemail" + after(rings);
            case Target.Number(String destination, boolean itsVoicemail, var rings) ->
                (itsVoicemail ? "to the voicemail of " : "to ") + Markdown.escape(destination) + after(rings);
        };
    }

    private static String after(Optional<Integer> rings) {
        return rings.map(number -> " after " + number + " rings").orElse("");
    }

    /** The command that makes it so; absent if it cannot be said for certain. */
    private static Optional<String> command(ForwardWhen when, Target target) {
        return switch (target) {
            case Target.Nowhere nowhere -> Optional.of(when.command() + " off");
            case Target.OwnVoicemail(var rings) -> Optional.of(when.command() + after(rings) + " voicemail");
            case Target.Number(String destination, boolean itsVoicemail, var rings) ->
                DialString.read(destination) instanceof Reading.One(DialString one)
                                && one.value().equals(destination)
                        ? Optional.of(
                                when.command() + after(rings) + (itsVoicemail ? " voicemail of " : " ") + destination)
                        : Optional.empty();
        };
    }
}
