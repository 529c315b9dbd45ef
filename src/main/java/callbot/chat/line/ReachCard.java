package callbot.chat.line;

import static callbot.card.Element.text;

import callbot.card.Button;
import callbot.card.Card;
import callbot.card.Element;
import callbot.card.Element.Column;
import callbot.card.Element.Column.Width;
import callbot.card.Element.Tone;
import callbot.card.Look;
import callbot.line.Reaching;
import callbot.webex.line.ReachNumber;
import callbot.webex.line.SimultaneousRing;
import callbot.webex.line.SingleNumberReach;
import callbot.webex.messaging.Draft;
import callbot.webex.messaging.Markdown;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.Collectors;

/** The numbers that ring as well, and a button to switch each on or off. */
record ReachCard(Reaching.State state) {

    private static final int MOST = 20;

    /** A line of the card, and a button that is said for it. */
    private record Row(String plain, Optional<Button> button) {}

    Draft draft() {
        List<Row> rows = rows();
        return Draft.fitting(Math.clamp(rows.size(), 1, MOST), most -> draft(rows, Math.min(most, rows.size())));
    }

    private Draft draft(List<Row> rows, int most) {
        String title =
                rows.isEmpty() ? "No other number rings when you're called" : "What else can ring when you're called";
        List<Element> body = new ArrayList<>();
        body.add(new Element.Band(Tone.OVER, List.of(text(title, Look.BOLD))));
        rows.subList(0, most).forEach(row -> body.add(element(row)));
        String lines = rows.subList(0, most).stream()
                .map(row -> "\n- " + Markdown.escape(row.plain()))
                .collect(Collectors.joining());
        if (most < rows.size()) {
            String more = "… and " + (rows.size() - most) + " more";
            body.add(text(more, Look.SMALL, Look.SUBTLE));
            lines += "\n- " + more;
        }
        boolean off = state.single().filter(single -> !single.enabled()).isPresent();
        if (off) body.add(text("Single number reach is switched off in Webex's call settings.", Look.SMALL));
        String how = rows.isEmpty()
                ? "`/reach add +14085550134` adds one."
                : "`/reach +14085550134 off` switches one off, `/reach off` all of them; `on` goes in place of `off`."
                        + " `/reach add` and `/reach remove` take a number.";
        if (state.single().isPresent()) body.add(new Element.Buttons(buttons()));
        return Draft.of(
                "📲 **" + title + "**" + (lines.isEmpty() ? "." : "\n" + lines)
                        + (off
                                ? "\n\nSingle number reach is switched off in Webex's call settings, so its numbers stay silent."
                                : "")
                        + "\n\n" + how,
                new Card(body));
    }

    private List<Button> buttons() {
        Button add = reveal("Add a number", "/reach add", "Number that shall ring too", "+14085550134", "Add");
        return state.single().filter(single -> !single.numbers().isEmpty()).isEmpty()
                ? List.of(add)
                : List.of(add, reveal("Remove one", "/reach remove", "Number or name", "mobile", "Remove"));
    }

    private static Button reveal(String title, String command, String label, String example, String press) {
        String input = press.toLowerCase(Locale.ROOT);
        return new Button.Reveal(
                title,
                Card.of(
                        new Element.TextInput(input, label, example, Optional.of("Give me a number"), 60),
                        new Element.Buttons(List.of(Button.say(press, command).with(input)))));
    }

    private List<Row> rows() {
        List<Row> rows = new ArrayList<>();
        state.single().map(SingleNumberReach::numbers).orElse(List.of()).forEach(number -> rows.add(row(number)));
        state.together().filter(ring -> !ring.phones().isEmpty()).ifPresent(ring -> rows.add(row(ring)));
        return rows;
    }

    private static Row row(ReachNumber number) {
        String name = number.name()
                .filter(any -> !any.equals(number.number()))
                .map(any -> any + ", ")
                .orElse("");
        return new Row(
                name + number.number() + (number.enabled() ? ": rings" : ": silent"),
                Optional.of(number)
                        .filter(one -> one.number().matches("\\+?[0-9]{3,32}"))
                        .map(one -> Button.say(
                                one.enabled() ? "Turn off" : "Turn on", ReachCommands.command(one, !one.enabled()))));
    }

    private static Row row(SimultaneousRing ring) {
        String numbers =
                ring.phones().stream().map(SimultaneousRing.Phone::number).collect(Collectors.joining(", "));
        return new Row(
                numbers + " (simultaneous ring" + (ring.scheduled() ? ", at set times" : "") + ")"
                        + (ring.enabled() ? ": on" : ": off"),
                Optional.of(
                        ring.enabled()
                                ? Button.say("Turn off", "/reach together off")
                                : Button.say("Turn on", "/reach together on")));
    }

    private static Element element(Row row) {
        List<Column> columns = new ArrayList<>();
        columns.add(new Column(Width.STRETCH, List.of(text(Card.plain(row.plain())))));
        row.button()
                .ifPresent(
                        button -> columns.add(new Column(Width.AUTO, List.of(new Element.Buttons(List.of(button))))));
        return new Element.Columns(columns, true);
    }
}
