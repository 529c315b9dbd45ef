package callbot.chat.line;

import static callbot.card.Element.text;

import callbot.card.Button;
import callbot.card.Card;
import callbot.card.Element;
import callbot.card.Element.Column;
import callbot.card.Element.Column.Width;
import callbot.card.Element.Tone;
import callbot.card.Look;
import callbot.line.Phones.Seen;
import callbot.webex.messaging.Draft;
import callbot.webex.messaging.Markdown;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;

/**
 * Phones and apps in a list, what can be done on each from the chat, and which Webex prefers.
 *
 * @param all at least one
 */
record PhonesCard(List<Seen> all) {

    private static final int MOST = 20;

    private static final String HOW = "`/phones` and a name prefers that one, `" + PhoneCommands.NO_PREFERENCE
            + "` none. That counts wherever you dial or answer; `/device` chooses for this chat alone.";

    Draft draft() {
        return Draft.fitting(Math.min(all.size(), MOST), this::draft);
    }

    private Draft draft(int most) {
        List<Seen> there = all.subList(0, Math.min(most, all.size()));
        int rest = all.size() - there.size();
        Optional<String> more = Optional.of("… and " + rest + " more").filter(any -> rest > 0);
        Optional<Seen> preferred = all.stream().filter(Seen::preferred).findFirst();
        String now = preferred
                .map(one -> "Webex prefers **" + Markdown.escape(one.endpoint().name()) + "**.")
                .orElse("Webex prefers none of them.");
        List<Element> body = new ArrayList<>();
        body.add(new Element.Band(Tone.OVER, List.of(text("Your phones and apps", Look.BOLD))));
        body.add(text(Markdown.onCard(now)));
        there.forEach(one -> body.add(row(one)));
        more.ifPresent(words -> body.add(text(words, Look.SMALL, Look.SUBTLE)));
        if (preferred.isPresent()) body.add(button("No preference", PhoneCommands.NO_PREFERENCE));
        body.add(text(
                "What Webex prefers counts wherever you dial or answer. /device chooses for this chat alone.",
                Look.SMALL,
                Look.SUBTLE));
        String lines = there.stream()
                .map(one -> "- " + Markdown.escape(one.endpoint().name()) + ": " + ability(one)
                        + (one.preferred() ? "; preferred" : ""))
                .collect(Collectors.joining("\n"));
        return Draft.of(
                "📱 **Your phones and apps**\n" + lines
                        + more.map(words -> "\n- " + words).orElse("") + "\n\n" + now + " " + HOW,
                new Card(body));
    }

    private static Element row(Seen one) {
        List<Column> columns = new ArrayList<>();
        columns.add(new Column(
                Width.STRETCH,
                List.of(
                        text(Card.plain(one.endpoint().name()), Look.BOLD),
                        text(ability(one), Look.SMALL, Look.TIGHT, Look.SUBTLE))));
        if (one.preferred()) columns.add(new Column(Width.AUTO, List.of(text("Preferred", Look.GOOD, Look.BOLD))));
        else if (one.answer().isPresent())
            PhoneCommands.command(one)
                    .ifPresent(command -> columns.add(new Column(Width.AUTO, List.of(button("Prefer", command)))));
        return new Element.Columns(columns, true);
    }

    private static String ability(Seen one) {
        String kind = one.endpoint().isApplication() ? "app" : "phone";
        return one.controlled()
                .map(can -> can
                        ? kind + " that I can answer, mute and hold"
                        : kind + " that I can neither answer nor mute nor hold")
                .orElse(kind);
    }

    private static Element button(String title, String command) {
        return new Element.Buttons(List.of(Button.say(title, command)));
    }
}
