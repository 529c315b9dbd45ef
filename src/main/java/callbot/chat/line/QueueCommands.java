package callbot.chat.line;

import callbot.card.Button;
import callbot.chat.failure.LineWords;
import callbot.command.QueueChange;
import callbot.command.QueueChange.Standing;
import callbot.line.Queueing;
import callbot.line.Queueing.Outcome;
import callbot.line.Queueing.Seen;
import callbot.signin.SignIn.Asker;
import callbot.webex.messaging.Draft;
import callbot.webex.messaging.Markdown;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;

/** The commands about calls from queues. */
public final class QueueCommands {

    private static final LineWords WORDS = new LineWords("To take calls from queues", "/queue");
    private static final String NO_QUEUES =
            "You're in no call queue, so there is nothing to change. Whoever looks after your queues can add you.";

    static final Button GO_IN = Button.say("Go in", Standing.IN.command());
    static final Button GO_OUT = Button.say("Go out", Standing.OUT.command());
    static final Button PAUSE = Button.say("Pause", Standing.PAUSE.command());

    private final Queueing queueing;

    QueueCommands(Queueing queueing) {
        this.queueing = queueing;
    }

    /** How the asker stands in call queues. */
    public Draft show(Asker asker) {
        return WORDS.told(false, () -> told(queueing.state(asker.personId())));
    }

    /** Goes into queues, out of them, or on pause. */
    public Draft change(Asker asker, QueueChange wish) {
        return WORDS.told(true, () -> told(queueing.change(asker.personId(), wish)));
    }

    static Draft told(Queueing.State state) {
        return state.queues().isEmpty() ? Draft.text(NO_QUEUES) : new QueueCard(state).draft();
    }

    static Draft told(Outcome outcome) {
        return switch (outcome) {
            case Outcome.All all -> told(all);
            case Outcome.One one -> told(one);
            case Outcome.NoQueues none -> Draft.text(NO_QUEUES);
            case Outcome.Unclear(String which, List<Seen> all) ->
                Draft.text("I have changed nothing: “" + Markdown.escape(which)
                        + "” is not just one of your queues. You have:\n"
                        + all.stream()
                                .map(one -> "- " + Markdown.escape(described(one)))
                                .collect(Collectors.joining("\n")));
            case Outcome.MustStay(Seen queue) ->
                Draft.offering(
                        "I have changed nothing: your administrator does not let you leave **"
                                + Markdown.escape(described(queue))
                                + "**. `/queue pause` keeps the calls of all queues away.",
                        List.of(PAUSE));
        };
    }

    private static Draft told(Outcome.All all) {
        String now = "✅ **" + title(all.now()) + "**: " + meaning(all.now()) + ".";
        String none = all.now() == Standing.IN && all.inNone()
                ? " But you have left each single queue: `/queue` shows them, to join one again."
                : "";
        if (all.before().equals(Optional.of(all.now())))
            return Draft.text(now + " That was so already; I have changed nothing." + none);
        if (all.before().isEmpty()) return Draft.text(now + " Webex did not say how it was before." + none);
        Standing before = all.before().get();
        return Draft.offering(
                now + " " + Markdown.code(before.command()) + " puts back what was before." + none,
                List.of(Button.say("Put back", before.command())));
    }

    private static Draft told(Outcome.One one) {
        String name = Markdown.escape(described(one.queue()));
        String now = "✅ "
                + (one.in()
                        ? "**You're in " + name + "**: its calls reach you."
                        : "**You're out of " + name + "**: its calls no longer reach you.");
        List<Button> buttons = new ArrayList<>();
        String more = one.changed() ? undo(one, buttons) : " That was so already; I have changed nothing.";
        Optional<Standing> away = one.standing().filter(standing -> one.in() && standing != Standing.IN);
        away.ifPresent(standing -> buttons.add(GO_IN));
        return Draft.offering(
                now
                        + more
                        + away.map(standing -> " But " + title(standing).replaceFirst("^You", "you")
                                        + " for all queues: `/queue in` lets calls come.")
                                .orElse(""),
                buttons);
    }

    private static String undo(Outcome.One one, List<Button> buttons) {
        if (one.in() && !one.queue().queue().mayChange()) return " Your administrator does not let you leave it again.";
        Optional<String> undo = command(one.queue(), !one.in());
        undo.ifPresent(command -> buttons.add(Button.say(one.in() ? "Leave again" : "Join again", command)));
        return undo.map(command -> " " + Markdown.code(command) + " puts that back.")
                .orElse("");
    }

    /** The command for this queue; absent if no word is its own. */
    static Optional<String> command(Seen queue, boolean in) {
        return queue.word().map(word -> "/queue " + (in ? "in " : "out ") + word);
    }

    static String title(Standing standing) {
        return switch (standing) {
            case IN -> "You're in";
            case OUT -> "You're out";
            case PAUSE -> "You're on pause";
            case SIGNED_IN -> "You're signed in, and not in yet";
            case WRAP_UP -> "You're wrapping up";
        };
    }

    static String meaning(Standing standing) {
        return switch (standing) {
            case IN -> "calls from your queues reach you";
            case OUT -> "no calls from your queues reach you";
            case PAUSE -> "no calls from your queues reach you, and you stay signed in";
            case SIGNED_IN -> "calls from your queues come once you say `/queue in`";
            case WRAP_UP -> "no calls from your queues reach you until you're done with the last one";
        };
    }

    /** Its name and number, as far as they are known. */
    static String described(Seen one) {
        Optional<String> number = one.queue().extension().or(() -> one.queue().number());
        return one.name()
                .map(name -> name + number.map(digits -> " (" + digits + ")").orElse(""))
                .or(() -> number.map(digits -> "the queue " + digits))
                .orElse("a queue without a name");
    }
}
