package callbot.chat.line;

import callbot.card.Button;
import callbot.chat.failure.LineWords;
import callbot.command.CallerIdChange;
import callbot.line.CallerIds;
import callbot.line.CallerIds.Outcome;
import callbot.line.CallerIds.Seen;
import callbot.signin.SignIn.Asker;
import callbot.webex.line.CallerIdChoice;
import callbot.webex.messaging.Draft;
import callbot.webex.messaging.Markdown;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;

/** The commands about what others see when they are called. */
public final class CallerIdCommands {

    private static final LineWords WORDS = new LineWords("The choice of your caller ID", "/callerid");

    static final String HIDE = "/callerid hide";
    static final String SHOW = "/callerid show";

    private final CallerIds callerIds;

    CallerIdCommands(CallerIds callerIds) {
        this.callerIds = callerIds;
    }

    /** What others see when the asker calls. */
    public Draft show(Asker asker) {
        return WORDS.told(false, () -> new CallerIdCard(callerIds.state(asker.personId())).draft());
    }

    /** Changes what others see. */
    public Draft change(Asker asker, CallerIdChange wish) {
        return WORDS.told(true, () -> told(callerIds.change(asker.personId(), wish)));
    }

    static Draft told(Outcome outcome) {
        return switch (outcome) {
            case Outcome.Hidden(boolean hidden, boolean changed) -> hidden(hidden, changed);
            case Outcome.Chosen(Seen now, CallerIds.State before) -> chosen(now, before);
            case Outcome.Unclear(String which, List<Seen> all) ->
                Draft.text("I have changed nothing: “" + Markdown.escape(which)
                        + "” is not just one of those that you can call as. There "
                        + (all.isEmpty() ? "is none." : "are:\n" + lines(all)));
        };
    }

    private static Draft hidden(boolean hidden, boolean changed) {
        String now = hidden
                ? "✅ **Your number is hidden**: those you call don't see it."
                : "✅ **Your number is shown** to those you call.";
        if (!changed) return Draft.text(now + " That was so already; I have changed nothing.");
        String undo = hidden ? SHOW : HIDE;
        return Draft.offering(
                now + " " + Markdown.code(undo) + " puts that back.", List.of(Button.say("Put back", undo)));
    }

    private static Draft chosen(Seen now, CallerIds.State before) {
        String text = "✅ **Others see " + Markdown.escape(described(now.choice())) + "** when you call.";
        List<Button> buttons = new ArrayList<>();
        if (now.chosen()) text += " That was so already; I have changed nothing.";
        else {
            Optional<String> undo = before.chosenSeen().flatMap(CallerIdCommands::command);
            undo.ifPresent(command -> buttons.add(Button.say("Put back", command)));
            text += undo.map(command -> " " + Markdown.code(command) + " puts back what was before.")
                    .orElse("");
        }
        if (before.hidden().orElse(false)) {
            text += " But your number is hidden just now: `" + SHOW + "` shows it.";
            buttons.add(Button.say("Show my number", SHOW));
        }
        return Draft.offering(text, buttons);
    }

    /** The command that chooses it; absent if no word is its own. */
    static Optional<String> command(Seen seen) {
        return seen.word().map(word -> "/callerid " + word);
    }

    /** Those that can be chosen, each on a line, with its place. */
    static String lines(List<Seen> all) {
        return all.stream()
                .map(one -> "- **" + (all.indexOf(one) + 1) + "** " + Markdown.escape(described(one.choice()))
                        + (one.chosen() ? ", chosen" : ""))
                .collect(Collectors.joining("\n"));
    }

    /** Name and number, as far as they are known, and what it is. */
    static String described(CallerIdChoice choice) {
        Optional<String> number = choice.number().or(choice::extension);
        String kind = switch (choice.type()) {
            case DEFAULT_CLID -> "your default";
            case ADDITIONAL_CLID -> "";
            case CALL_QUEUE -> "a queue";
            case HUNT_GROUP -> "a hunt group";
        };
        String who = choice.name()
                .map(name -> name + number.map(digits -> " (" + digits + ")").orElse(""))
                .or(() -> number)
                .orElse("");
        if (who.isEmpty()) return kind.isEmpty() ? "another number" : kind;
        return kind.isEmpty() ? who : who + ", " + kind;
    }
}
