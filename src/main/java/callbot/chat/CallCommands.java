package callbot.chat;

import callbot.call.CallControl;
import callbot.call.CallControl.Chosen;
import callbot.call.CallControl.Numbered;
import callbot.command.Command;
import callbot.command.Command.CallChoice;
import callbot.command.DialString;
import callbot.signin.SignIn.Asker;
import callbot.signin.Users;
import callbot.webex.Call;
import callbot.webex.Call.Personality;
import callbot.webex.Draft;
import callbot.webex.Draft.Button;
import callbot.webex.HistoryRecord;
import callbot.webex.Markdown;
import java.time.Clock;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;
import java.util.function.Predicate;
import java.util.stream.Collectors;

/** The commands about calls, and how their outcomes are told. */
public final class CallCommands {

    private final CallControl calls;
    private final Users users;
    private final Clock clock;

    /** Commands on the calls of these users. */
    public CallCommands(CallControl calls, Users users, Clock clock) {
        this.calls = calls;
        this.users = users;
        this.clock = clock;
    }

    /** What can be done with a chosen call. */
    private enum Action {
        ANSWER("answered", "Answer", "/answer", Call::isRingingIn, "No call is ringing that you could answer."),
        HANG_UP("ended", "Hang up", "/hangup", call -> true, "There is no call to end.");

        private final String done;
        private final String title;
        private final String command;
        private final Predicate<Call> fits;
        private final String noneFits;

        Action(String done, String title, String command, Predicate<Call> fits, String noneFits) {
            this.done = done;
            this.title = title;
            this.command = command;
            this.fits = fits;
            this.noneFits = noneFits;
        }
    }

    Draft dial(Asker asker, DialString destination) {
        String number = "**" + Markdown.escape(destination.value()) + "**";
        String extension = destination
                .extension()
                .map(digits -> " When it answers, key in the extension: " + Markdown.escape(digits) + ".")
                .orElse("");
        return switch (calls.dial(asker.personId(), destination)) {
            case ACCEPTED ->
                Draft.text("📞 Calling " + number + ": pick up your phone, which rings first." + extension);
            case FOUND_RINGING ->
                Draft.text("📞 Webex was slow to answer, but your phone rings for " + number + ": pick it up."
                        + extension);
            case NOT_SEEN ->
                Draft.text("⚠️ Webex has not said whether it calls, and I see no call to " + number
                        + ". It may still come: look at `/calls` before you dial again.");
        };
    }

    Draft answer(Asker asker, CallChoice choice) {
        return act(asker, choice, Action.ANSWER, call -> calls.answer(asker.personId(), call));
    }

    Draft hangUp(Asker asker, CallChoice choice) {
        return act(asker, choice, Action.HANG_UP, call -> calls.hangUp(asker.personId(), call));
    }

    Draft list(Asker asker) {
        List<Numbered> current = calls.list(asker.personId());
        if (current.isEmpty()) return Draft.text("You have no calls just now. `/dial` starts one.");
        List<Button> buttons = current.stream()
                .map(one -> one.call().isRingingIn() ? button(Action.ANSWER, one) : button(Action.HANG_UP, one))
                .toList();
        return new Draft("**Your calls**\n" + numbered(current), buttons);
    }

    Draft history(Asker asker, Optional<Command.History.Kind> kind) {
        TimeText times = TimeText.of(users.find(asker.personId()), clock);
        List<HistoryRecord> past =
                calls.history(asker.personId(), kind.map(wanted -> HistoryRecord.Type.valueOf(wanted.name())));
        if (past.isEmpty()) return Draft.text("There are no such calls in your history yet.");
        String lines = past.stream()
                .map(call -> "- " + symbol(call.type()) + " "
                        + call.time().map(times::of).orElse("at an unknown time") + ", "
                        + Markdown.escape(call.party().described()))
                .collect(Collectors.joining("\n"));
        return Draft.text("**Your last calls**\n" + lines);
    }

    private Draft act(Asker asker, CallChoice choice, Action action, Consumer<Call> deed) {
        return switch (calls.choose(asker.personId(), choice, action.fits)) {
            case Chosen.One(Call call) -> {
                deed.accept(call);
                yield Draft.text("✅ The " + described(call) + " is " + action.done + ".");
            }
            case Chosen.NoneFits none -> Draft.text(action.noneFits);
            case Chosen.Several(List<Numbered> several) ->
                new Draft(
                        "Which call? Write `" + action.command + "` and its number, for example `" + action.command
                                + " " + several.getFirst().number() + "`.\n" + numbered(several),
                        several.stream().map(one -> button(action, one)).toList());
            case Chosen.DoesNotFit(Call call) ->
                Draft.text("The " + described(call) + " cannot be " + action.done + ": it is " + state(call) + ".");
            case Chosen.NoSuchCall gone ->
                Draft.text("That call is over, so nothing has been done. `/calls` shows what there is.");
        };
    }

    private static Button button(Action action, Numbered one) {
        return new Button.Say(
                action.title + " " + one.number(),
                action.command,
                Optional.of(one.call().id()));
    }

    private static String numbered(List<Numbered> calls) {
        return calls.stream()
                .map(one -> "- **" + one.number() + "** " + described(one.call()) + ", " + state(one.call()))
                .collect(Collectors.joining("\n"));
    }

    private static String described(Call call) {
        String direction = call.personality() == Personality.TERMINATOR ? "from" : "to";
        return "call " + direction + " **" + Markdown.escape(call.remote().described()) + "**";
    }

    private static String state(Call call) {
        return switch (call.state()) {
            case CONNECTING -> "being set up";
            case ALERTING ->
                switch (call.personality()) {
                    case TERMINATOR -> "ringing";
                    case CLICK_TO_DIAL -> "waiting for you to pick up your phone";
                    case ORIGINATOR -> "ringing there";
                };
            case CONNECTED -> "connected";
            case HELD -> "on hold";
            case REMOTE_HELD -> "put on hold by the other side";
            case DISCONNECTED -> "over";
            case UNKNOWN -> "in a state that I do not know";
        };
    }

    private static String symbol(HistoryRecord.Type type) {
        return switch (type) {
            case PLACED -> "→ placed";
            case MISSED -> "✗ missed";
            case RECEIVED -> "← received";
        };
    }
}
