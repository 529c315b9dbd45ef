package callbot.chat.call;

import static callbot.card.Element.text;

import callbot.call.Devices.Device;
import callbot.card.Button;
import callbot.card.Card;
import callbot.card.Element;
import callbot.card.Element.Column;
import callbot.card.Element.Column.Width;
import callbot.card.Element.Tone;
import callbot.card.Look;
import callbot.webex.calling.Endpoint;
import callbot.webex.messaging.Draft;
import callbot.webex.messaging.Markdown;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;

/**
 * Devices in a list, to choose which of them rings.
 *
 * @param all at least one
 * @param chosen the one that the user has chosen; absent if Webex chooses
 */
record DeviceCard(List<Endpoint> all, Optional<Device> chosen) {

    private static final int WIDEST = 36;
    private static final int KEPT = 12;

    Draft draft() {
        return Draft.fitting(all.size(), this::draft);
    }

    private Draft draft(int rows) {
        List<Endpoint> there = all.subList(0, rows);
        Optional<String> more =
                Optional.of("… and " + (all.size() - rows) + " more.").filter(any -> rows < all.size());
        String now = chosen.map(one -> "**" + Markdown.escape(one.name()) + "** rings")
                        .orElse("Webex chooses which of your devices rings")
                + " when you dial or answer here.";
        List<Element> body = new ArrayList<>();
        body.add(new Element.Band(Tone.OVER, List.of(text("Choose which device rings", Look.BOLD))));
        body.add(text(Markdown.onCard(now)));
        there.forEach(one -> body.add(row(one)));
        more.ifPresent(words -> body.add(text(words, Look.SMALL, Look.SUBTLE)));
        if (chosen.isPresent()) body.add(button("Let Webex choose", "/device any"));
        body.add(text("/phones shows which one Webex prefers, whoever dials or answers.", Look.SMALL, Look.SUBTLE));
        return Draft.of(
                now + " You have:\n" + lines(there)
                        + more.map(words -> "\n- " + words).orElse("") + "\n\nWrite `/device` and a name to choose."
                        + " `/phones` shows which one Webex prefers, whoever dials or answers.",
                new Card(body));
    }

    /** Devices by their names, each on a line. */
    static String lines(List<Endpoint> all) {
        return all.stream().map(one -> "- " + Markdown.escape(one.name())).collect(Collectors.joining("\n"));
    }

    private Element row(Endpoint device) {
        boolean rings =
                chosen.filter(one -> one.endpointId().equals(device.id())).isPresent();
        Element name = rings
                ? text(Card.plain(device.name()), Look.BOLD)
                : button(Card.plain(shortened(device.name())), "/device " + device.name());
        Element kind = text(device.isApplication() ? "App" : "Phone", Look.SMALL, Look.TIGHT, Look.SUBTLE);
        List<Column> columns = new ArrayList<>();
        columns.add(new Column(Width.STRETCH, List.of(name, kind)));
        if (rings) columns.add(new Column(Width.AUTO, List.of(text("Rings", Look.GOOD, Look.BOLD))));
        return new Element.Columns(columns, true);
    }

    /** A button shows only so much. The end stays, as by it some names differ. */
    private static String shortened(String name) {
        int[] letters = name.codePoints().toArray();
        if (letters.length <= WIDEST) return name;
        return new String(letters, 0, WIDEST - KEPT - 1) + "…" + new String(letters, letters.length - KEPT, KEPT);
    }

    private static Element button(String title, String command) {
        return new Element.Buttons(List.of(Button.say(title, command)));
    }
}
