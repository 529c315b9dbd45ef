package callbot.chat.line;

import static callbot.card.Element.text;

import callbot.card.Button;
import callbot.card.Card;
import callbot.card.Element;
import callbot.card.Element.Column;
import callbot.card.Element.Column.Width;
import callbot.card.Element.Tone;
import callbot.card.Look;
import callbot.command.QueueChange.Standing;
import callbot.line.Queueing;
import callbot.line.Queueing.Seen;
import callbot.webex.messaging.Draft;
import callbot.webex.messaging.Markdown;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;

/**
 * From which queues calls reach a user, and buttons for what may be changed.
 *
 * @param state of at least one queue
 */
record QueueCard(Queueing.State state) {

    private static final int MOST = 20;

    Draft draft() {
        return Draft.fitting(Math.min(state.queues().size(), MOST), this::draft);
    }

    private Draft draft(int most) {
        List<Seen> there =
                state.queues().subList(0, Math.min(most, state.queues().size()));
        int rest = state.queues().size() - there.size();
        Optional<String> more = Optional.of("… and " + rest + " more").filter(any -> rest > 0);
        String title = state.standing().map(QueueCommands::title).orElse("Your call queues");
        String meaning =
                state.standing().map(QueueCommands::meaning).orElse("Webex does not say whether their calls reach you");
        List<Element> body = new ArrayList<>();
        Tone tone = isNow(Standing.IN) ? Tone.GOOD : Tone.OVER;
        body.add(new Element.Band(tone, List.of(text(title, Look.BOLD))));
        body.add(text(Markdown.onCard(capital(meaning) + ".")));
        there.forEach(one -> body.add(row(one)));
        more.ifPresent(words -> body.add(text(words, Look.SMALL, Look.SUBTLE)));
        body.addAll(Element.rows(buttons()));
        String lines = there.stream()
                .map(one -> "- " + Markdown.escape(QueueCommands.described(one)) + ": " + standing(one))
                .collect(Collectors.joining("\n"));
        return Draft.of(
                "🎧 **" + title + "**: " + meaning + ".\n" + lines
                        + more.map(words -> "\n- " + words).orElse("") + "\n\n" + how(there),
                new Card(body));
    }

    private static String how(List<Seen> there) {
        return "`/queue in` lets calls come, `/queue out` signs you out, `/queue pause` keeps them away for a while"
                + there.stream()
                        .flatMap(one -> toggle(one).stream())
                        .findFirst()
                        .map(button -> "; " + Markdown.code(button.command()) + " is about one queue.")
                        .orElse(".");
    }

    private static Element row(Seen one) {
        List<Column> columns = new ArrayList<>();
        columns.add(new Column(
                Width.STRETCH,
                List.of(
                        text(Card.plain(QueueCommands.described(one)), Look.BOLD),
                        text(capital(standing(one)), Look.SMALL, Look.TIGHT, Look.SUBTLE))));
        toggle(one)
                .ifPresent(
                        button -> columns.add(new Column(Width.AUTO, List.of(new Element.Buttons(List.of(button))))));
        return new Element.Columns(columns, true);
    }

    private static String standing(Seen one) {
        String now =
                one.queue().joined().map(in -> in ? "you're in" : "you're out").orElse("Webex does not say");
        return now + (one.queue().mayChange() ? "" : "; your administrator does not let you change that");
    }

    /** Absent if nothing may be changed, or it is not known which way. */
    private static Optional<Button.Say> toggle(Seen one) {
        if (!one.queue().mayChange()) return Optional.empty();
        return one.queue()
                .joined()
                .flatMap(in ->
                        QueueCommands.command(one, !in).map(command -> Button.say(in ? "Leave" : "Join", command)));
    }

    private List<Button> buttons() {
        List<Button> buttons = new ArrayList<>();
        if (!isNow(Standing.IN)) buttons.add(QueueCommands.GO_IN);
        if (!isNow(Standing.OUT)) buttons.add(QueueCommands.GO_OUT);
        if (!isNow(Standing.PAUSE)) buttons.add(QueueCommands.PAUSE);
        return buttons;
    }

    private boolean isNow(Standing standing) {
        return state.standing().equals(Optional.of(standing));
    }

    private static String capital(String text) {
        return Character.toUpperCase(text.charAt(0)) + text.substring(1);
    }
}
