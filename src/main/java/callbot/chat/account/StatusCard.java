package callbot.chat.account;

import static callbot.card.Element.text;

import callbot.card.Button;
import callbot.card.Card;
import callbot.card.Element;
import callbot.card.Element.Tone;
import callbot.card.Look;
import callbot.webex.messaging.Draft;
import callbot.webex.messaging.Markdown;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;

/**
 * How things stand between the bot and somebody, and with the line.
 *
 * @param facts each by its title, in Markdown
 */
record StatusCard(Map<String, String> facts, boolean signedIn, boolean monitored) {

    Draft draft() {
        String lines = facts.entrySet().stream()
                .map(fact -> "- **" + fact.getKey() + "**: " + fact.getValue())
                .collect(Collectors.joining("\n"));
        Map<String, String> plain = new LinkedHashMap<>();
        facts.forEach((title, fact) -> plain.put(title, Markdown.onCard(fact)));
        List<Element> body = new ArrayList<>();
        body.add(new Element.Band(Tone.OVER, List.of(text("How things stand", Look.BOLD))));
        body.add(new Element.Facts(plain));
        body.add(new Element.Buttons(buttons()));
        return Draft.of(lines, new Card(body));
    }

    private List<Button> buttons() {
        if (!signedIn) return List.of(Button.say("Sign in", "/auth"), Button.say("Help", "/help"));
        List<Button> buttons = new ArrayList<>();
        buttons.add(Button.say("My calls", "/calls"));
        buttons.add(Button.say("Last calls", "/history"));
        if (facts.containsKey("Voicemail")) buttons.add(Button.say("Voice messages", "/voicemail"));
        if (!monitored) buttons.add(Button.say("Show calls here", "/monitor on"));
        return buttons;
    }
}
