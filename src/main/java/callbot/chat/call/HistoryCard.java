package callbot.chat.call;

import static callbot.card.Element.text;

import callbot.call.feed.Recollection;
import callbot.card.Button;
import callbot.card.Card;
import callbot.card.Element;
import callbot.card.Element.Column;
import callbot.card.Element.Column.Width;
import callbot.card.Element.Tone;
import callbot.card.Look;
import callbot.command.Query.History.Kind;
import callbot.command.value.DialString;
import callbot.signin.TimeText;
import callbot.webex.calling.HistoryRecord;
import callbot.webex.messaging.Draft;
import callbot.webex.messaging.Markdown;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.Collectors;

/**
 * Calls of the past, a page of them.
 *
 * @param kind which calls were asked for; absent for all
 * @param all all that there are, newest first
 * @param page from 1
 * @param own what the bot knows of them itself
 */
record HistoryCard(Optional<Kind> kind, List<HistoryRecord> all, int page, Recollection own, TimeText times) {

    private static final int ON_A_PAGE = 6;

    /** More of a name is not shown; less is if the names of a page are too long together. */
    private static final int LONGEST_NAME = 100;

    Draft draft() {
        return Draft.fitting(LONGEST_NAME, this::draft);
    }

    private Draft draft(int longestName) {
        if (all.isEmpty()) return Draft.text("There are no such calls in your history yet.");
        List<HistoryRecord> shown = all.stream()
                .skip(first())
                .limit(ON_A_PAGE)
                .map(call -> call.shortened(longestName))
                .toList();
        if (shown.isEmpty()) {
            return Draft.offering(
                    "Your history has no page " + page + ". `/history` shows the first.",
                    List.of(Button.say("Last calls", "/history")));
        }
        List<Element> body = new ArrayList<>();
        body.add(heading(shown.size()));
        for (HistoryRecord call : shown) body.add(row(call, body.size() > 1));
        body.addAll(Element.rows(buttons()));
        String lines = shown.stream().map(this::line).collect(Collectors.joining("\n"));
        return Draft.of("**Your last calls** (" + range(shown.size()) + ")\n" + lines + hints(shown), new Card(body));
    }

    private int first() {
        return (page - 1) * ON_A_PAGE;
    }

    private String range(int shown) {
        return (first() + 1) + " to " + (first() + shown) + " of " + all.size();
    }

    private Element heading(int shown) {
        String title = kind.map(one -> switch (one) {
                    case PLACED -> "Placed calls";
                    case MISSED -> "Missed calls";
                    case RECEIVED -> "Received calls";
                })
                .orElse("Recent calls");
        return new Element.Band(
                Tone.OVER,
                List.of(new Element.Columns(
                        List.of(
                                new Column(Width.STRETCH, List.of(text(title, Look.BOLD))),
                                new Column(Width.AUTO, List.of(text(range(shown), Look.SMALL, Look.RIGHT)))),
                        false)));
    }

    private Element row(HistoryRecord call, boolean ruled) {
        List<Element> lines = new ArrayList<>();
        String name = call.party().title();
        lines.add(isMissed(call) ? text(Card.plain(name), Look.BOLD, Look.FAILED) : text(Card.plain(name), Look.BOLD));
        call.party()
                .number()
                .filter(number -> !number.equals(name))
                .ifPresent(number -> lines.add(text(Card.plain(number), Look.SMALL, Look.TIGHT)));
        lines.add(text(what(call) + ", " + when(call), Look.SMALL, Look.TIGHT, Look.SUBTLE));
        List<Column> columns = new ArrayList<>();
        columns.add(new Column(Width.SIGN, List.of(arrow(call))));
        columns.add(new Column(Width.STRETCH, lines));
        number(call)
                .ifPresent(number -> columns.add(new Column(
                        Width.AUTO, List.of(new Element.Buttons(List.of(Button.say("Call", "/dial " + number)))))));
        return new Element.Columns(columns, ruled);
    }

    private List<Button> buttons() {
        List<Button> buttons = new ArrayList<>();
        if (kind.isEmpty()) buttons.add(Button.say("Missed only", "/history missed"));
        if (kind.isPresent()) buttons.add(Button.say("All", "/history"));
        if (page > 1) buttons.add(Button.say("Newer", command(page - 1)));
        if (first() + ON_A_PAGE < all.size()) buttons.add(Button.say("Older", command(page + 1)));
        return buttons;
    }

    private String command(int other) {
        return "/history"
                + kind.map(one -> " " + one.name().toLowerCase(Locale.ROOT)).orElse("") + " " + other;
    }

    private String hints(List<HistoryRecord> shown) {
        List<String> hints = new ArrayList<>();
        shown.stream()
                .flatMap(call -> number(call).stream())
                .findFirst()
                .ifPresent(number -> hints.add("`/dial " + number + "` calls that number."));
        if (page > 1) hints.add("`" + command(page - 1) + "` shows newer ones.");
        if (first() + ON_A_PAGE < all.size()) hints.add("`" + command(page + 1) + "` shows older ones.");
        hints.add(kind.isEmpty() ? "`/history missed` shows only those." : "`/history` shows all.");
        return "\n\n" + String.join(" ", hints);
    }

    private String line(HistoryRecord call) {
        return "- " + sign(call.type()) + " " + what(call).toLowerCase(Locale.ROOT) + " " + when(call) + ", "
                + Markdown.escape(call.party().described());
    }

    private String when(HistoryRecord call) {
        return call.time().map(times::of).orElse("at an unknown time");
    }

    private boolean isMissed(HistoryRecord call) {
        return call.type() == HistoryRecord.Type.MISSED && own.turnedAway(call).isEmpty();
    }

    private Element arrow(HistoryRecord call) {
        String sign = sign(call.type());
        return switch (call.type()) {
            case PLACED -> text(sign, Look.BOLD, Look.ACTIVE);
            case MISSED -> isMissed(call) ? text(sign, Look.BOLD, Look.FAILED) : text(sign, Look.BOLD);
            case RECEIVED -> text(sign, Look.BOLD, Look.GOOD);
        };
    }

    private static String sign(HistoryRecord.Type type) {
        return switch (type) {
            case PLACED -> "→";
            case MISSED -> "✗";
            case RECEIVED -> "←";
        };
    }

    private String what(HistoryRecord call) {
        return switch (call.type()) {
            case PLACED -> "Placed";
            case MISSED -> own.turnedAway(call).orElse("Missed");
            case RECEIVED -> "Received";
        };
    }

    private static Optional<String> number(HistoryRecord call) {
        return call.party().number().filter(DialString::isDialable);
    }
}
