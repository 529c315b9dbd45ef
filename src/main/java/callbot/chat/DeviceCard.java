package callbot.chat;

import static callbot.card.Element.text;

import callbot.card.Button;
import callbot.card.Card;
import callbot.card.Element;
import callbot.card.Element.Column;
import callbot.card.Element.Column.Width;
import callbot.card.Element.Tone;
import callbot.card.Look;
import callbot.webex.Draft;
import callbot.webex.Endpoint;
import callbot.webex.Markdown;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;

/**
 * Devices in a list, to choose which of them rings.
 *
 * @param all at least one
 * @param chosen the name of the one that the user has chosen; absent if Webex chooses
 */
record DeviceCard(List<Endpoint> all, Optional<String> chosen) {

    Draft draft() {
        String now = chosen.map(name -> "**" + Markdown.escape(name) + "** rings")
                        .orElse("Webex chooses which of your devices rings")
                + " when you dial or answer here.";
        List<Element> body = new ArrayList<>();
        body.add(new Element.Band(Tone.OVER, List.of(text("Your devices", Look.BOLD))));
        body.add(text(Markdown.onCard(now)));
        all.forEach(one -> body.add(row(one)));
        if (chosen.isPresent()) body.add(button("Let Webex choose", "/device any"));
        return Draft.of(
                now + " You have:\n" + lines(all) + "\n\nWrite `/device` and a name to choose.", new Card(body));
    }

    /** Devices by their names, each on a line. */
    static String lines(List<Endpoint> all) {
        return all.stream().map(one -> "- " + Markdown.escape(one.name())).collect(Collectors.joining("\n"));
    }

    private Element row(Endpoint device) {
        Element name = text(Card.plain(device.name()), Look.BOLD);
        Element kind = text(device.isApplication() ? "App" : "Phone", Look.SMALL, Look.TIGHT, Look.SUBTLE);
        Element side = chosen.equals(Optional.of(device.name()))
                ? text("Rings", Look.GOOD, Look.BOLD)
                : button("Use this", "/device " + device.name());
        return new Element.Columns(
                List.of(new Column(Width.STRETCH, List.of(name, kind)), new Column(Width.AUTO, List.of(side))), true);
    }

    private static Element button(String title, String command) {
        return new Element.Buttons(List.of(Button.say(title, command)));
    }
}
