package callbot.chat.line;

import static callbot.card.Element.text;

import callbot.card.Button;
import callbot.card.Card;
import callbot.card.Element;
import callbot.card.Element.Column;
import callbot.card.Element.Column.Width;
import callbot.card.Element.Tone;
import callbot.card.Look;
import callbot.command.BlockChange;
import callbot.command.value.DialString;
import callbot.command.value.Reading;
import callbot.line.Blocking;
import callbot.webex.line.BlockedNumber;
import callbot.webex.messaging.Draft;
import callbot.webex.messaging.Markdown;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;

/** Whose calls are refused, and a button to let each through again. */
record BlockedCard(Blocking.State state) {

    private static final int MOST = 20;

    Draft draft() {
        return Draft.fitting(Math.clamp(state.numbers().size(), 1, MOST), this::draft);
    }

    private Draft draft(int most) {
        List<BlockedNumber> all = state.numbers();
        int rows = Math.min(most, all.size());
        String title = switch (all.size()) {
            case 0 -> "No number is blocked";
            case 1 -> "One number is blocked";
            default -> all.size() + " numbers are blocked";
        };
        List<Element> body = new ArrayList<>();
        body.add(new Element.Band(Tone.OVER, List.of(text(title, Look.BOLD))));
        all.subList(0, rows).forEach(one -> body.add(row(one)));
        String lines = all.subList(0, rows).stream()
                .map(one -> "\n- " + Markdown.escape(one.number()))
                .collect(Collectors.joining());
        if (rows < all.size()) {
            String more = "… and " + (all.size() - rows) + " more";
            body.add(text(more, Look.SMALL, Look.SUBTLE));
            lines += "\n- " + more;
        }
        String anonymous = state.anonymous()
                .map(refused -> refused ? "Anonymous calls are refused." : "Anonymous calls ring.")
                .orElse("");
        state.anonymous().ifPresent(refused -> {
            body.add(text(anonymous));
            body.add(button(
                    refused ? "Let anonymous calls ring" : "Refuse anonymous calls",
                    BlockCommands.anonymous(!refused)));
        });
        String how = "`/block +14085550134` blocks a number, `/block off +14085550134` lets it through again"
                + state.anonymous()
                        .map(refused -> ", `" + BlockCommands.anonymous(!refused) + "` "
                                + (refused ? "lets anonymous calls ring." : "refuses anonymous calls."))
                        .orElse(".");
        return Draft.of(
                "🚫 **" + title + "**" + (lines.isEmpty() ? "." : "\n" + lines)
                        + (anonymous.isEmpty() ? "" : "\n\n" + anonymous) + "\n\n" + how,
                new Card(body));
    }

    private static Element row(BlockedNumber blocked) {
        List<Column> columns = new ArrayList<>();
        columns.add(new Column(Width.STRETCH, List.of(text(Card.plain(blocked.number())))));
        if (canBeSaid(blocked.number()))
            columns.add(new Column(Width.AUTO, List.of(button("Unblock", "/block off " + blocked.number()))));
        return new Element.Columns(columns, true);
    }

    /** Whoever has set up a number in another way may have written it as no command does. */
    private static boolean canBeSaid(String number) {
        return DialString.read(number) instanceof Reading.One(DialString one) && BlockChange.isNumber(one);
    }

    private static Element button(String title, String command) {
        return new Element.Buttons(List.of(Button.say(title, command)));
    }
}
