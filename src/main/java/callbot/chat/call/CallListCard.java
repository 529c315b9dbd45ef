package callbot.chat.call;

import static callbot.card.Element.text;

import callbot.card.Button;
import callbot.card.Button.AboutCall;
import callbot.card.Button.Style;
import callbot.card.Card;
import callbot.card.Element;
import callbot.card.Element.Column;
import callbot.card.Element.Column.Width;
import callbot.card.Element.Tone;
import callbot.card.Look;
import callbot.webex.calling.Call;
import callbot.webex.calling.Party;
import callbot.webex.messaging.Draft;
import callbot.webex.messaging.Markdown;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;

/**
 * Calls in a list, each with its number and its buttons.
 *
 * @param calls all of them, in the order of their numbers
 * @param shown those that are shown
 */
record CallListCard(String title, List<Call> calls, List<Call> shown) {

    /** So many calls of the list at most as one message holds. */
    private static final int MOST = 20;

    /** What the button beside each call does; absent if the likely ones shall be under it. */
    Draft draft(Optional<ActionWords> action, String text) {
        return Draft.fitting(Math.min(shown.size(), MOST), rows -> draft(action, text, rows));
    }

    private Draft draft(Optional<ActionWords> action, String text, int rows) {
        List<Call> there = shown.subList(0, rows);
        List<Element> body = new ArrayList<>();
        body.add(new Element.Band(Tone.OVER, List.of(text(title, Look.BOLD))));
        for (Call call : there) body.add(row(call, action, body.size() > 1));
        Optional<String> more = more(rows);
        more.ifPresent(words -> body.add(text(Markdown.onCard(words), Look.SMALL, Look.SUBTLE)));
        String lines = there.stream()
                .map(call -> line(call) + (action.isEmpty() ? " (" + typed(call) + ")" : ""))
                .collect(Collectors.joining("\n"));
        return Draft.of(text + "\n" + lines + more.map(words -> "\n\n" + words).orElse(""), new Card(body));
    }

    private Optional<String> more(int rows) {
        if (rows == shown.size()) return Optional.empty();
        return Optional.of("… and " + (shown.size() - rows) + " more: `/calls " + number(shown.get(rows))
                + "` shows the next of them.");
    }

    private String line(Call call) {
        CallWords words = new CallWords(call);
        return "- **" + number(call) + "** " + words.described() + ", " + words.state();
    }

    private String typed(Call call) {
        return "`" + likely(call).command() + " " + number(call) + "`, `/calls " + number(call) + "`";
    }

    private Element row(Call call, Optional<ActionWords> action, boolean ruled) {
        List<Element> about = new ArrayList<>(words(call));
        List<Column> columns = new ArrayList<>();
        if (action.isEmpty()) about.add(buttons(likely(call), button("Show", "/calls", call)));
        columns.add(new Column(Width.STRETCH, about));
        action.map(one -> buttons(button(one.title(), one.command(), call)))
                .ifPresent(button -> columns.add(new Column(Width.AUTO, List.of(button))));
        return new Element.Columns(columns, ruled);
    }

    private List<Element> words(Call call) {
        CallWords words = new CallWords(call);
        Party remote = call.remote();
        String who = remote.isKnown() ? remote.described() : remote.title();
        String direction = words.direction().equals("from") ? "Incoming, " : "Outgoing, ";
        return List.of(
                text(number(call) + " · " + Card.plain(who), Look.BOLD),
                text(direction + words.state(), Look.SMALL, Look.TIGHT, Look.SUBTLE));
    }

    private Button.Say likely(Call call) {
        return call.isRingingIn()
                ? button("Answer", "/answer", call).as(Style.POSITIVE)
                : button("Hang up", "/hangup", call).as(Style.DESTRUCTIVE);
    }

    private Button.Say button(String title, String command, Call call) {
        return Button.say(
                title + " " + number(call),
                command,
                new AboutCall(call.id(), call.key().text()));
    }

    private static Element buttons(Button... buttons) {
        return new Element.Buttons(List.of(buttons));
    }

    private int number(Call call) {
        return calls.indexOf(call) + 1;
    }
}
