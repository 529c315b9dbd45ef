package callbot.chat;

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
import callbot.webex.Call;
import callbot.webex.Draft;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

/**
 * Calls in a list, each with its number and a button.
 *
 * @param calls all of them, in the order of their numbers
 * @param shown those that are shown
 */
record CallListCard(String title, List<Call> calls, List<Call> shown) {

    /** What the button beside a call says; absent for the most likely thing. */
    Draft draft(Optional<ActionWords> action, String text) {
        List<Element> body = new ArrayList<>();
        body.add(new Element.Band(Tone.EMPHASIS, List.of(text(title, Look.BOLD))));
        for (Call call : shown) body.add(row(call, action, body.size() > 1));
        return Draft.of(text + "\n" + lines(), new Card(body));
    }

    private String lines() {
        return shown.stream()
                .map(call -> "- **" + number(call) + "** " + new CallWords(call).described() + ", "
                        + new CallWords(call).state())
                .collect(Collectors.joining("\n"));
    }

    private Element row(Call call, Optional<ActionWords> action, boolean ruled) {
        CallWords words = new CallWords(call);
        return new Element.Columns(
                List.of(
                        new Column(Width.SIGN, List.of(text(Integer.toString(number(call)), Look.BOLD))),
                        new Column(
                                Width.STRETCH,
                                List.of(
                                        text(Card.plain(call.remote().described()), Look.BOLD),
                                        text(
                                                (words.direction().equals("from") ? "Incoming, " : "Outgoing, ")
                                                        + words.state(),
                                                Look.SMALL,
                                                Look.TIGHT,
                                                Look.SUBTLE))),
                        new Column(
                                Width.AUTO,
                                List.of(new Element.Buttons(action.map(one -> List.<Button>of(button(call, one)))
                                        .orElseGet(() -> likely(call)))))),
                ruled);
    }

    private List<Button> likely(Call call) {
        AboutCall about = about(call);
        String number = " " + number(call);
        return call.isRingingIn()
                ? List.of(
                        Button.say("Answer" + number, "/answer", about).as(Style.POSITIVE),
                        Button.say("Show" + number, "/calls", about))
                : List.of(
                        Button.say("Hang up" + number, "/hangup", about).as(Style.DESTRUCTIVE),
                        Button.say("Show" + number, "/calls", about));
    }

    private Button button(Call call, ActionWords action) {
        return Button.say(action.title() + " " + number(call), action.command(), about(call));
    }

    private static AboutCall about(Call call) {
        return new AboutCall(call.id(), call.key());
    }

    private int number(Call call) {
        return IntStream.range(0, calls.size())
                        .filter(i -> calls.get(i).equals(call))
                        .findFirst()
                        .orElseThrow()
                + 1;
    }
}
