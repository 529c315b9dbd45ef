package callbot.call.card;

import static callbot.card.Element.text;

import callbot.call.card.Moment.Phase;
import callbot.card.Button;
import callbot.card.Button.AboutCall;
import callbot.card.Button.Style;
import callbot.card.Card;
import callbot.card.Element;
import callbot.card.Look;
import callbot.command.value.DialString;
import callbot.webex.calling.CallKey;
import callbot.webex.calling.Party;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/**
 * What can be done about a call just now.
 *
 * @param beside what the user has beside it
 * @param granted what can be offered because the user has granted it
 */
record CallButtons(CallKey key, CallView view, Beside beside, Granted granted) {

    /** How Webex writes the number of somebody outside the organization. */
    private static final Pattern OUTSIDE = Pattern.compile("\\+[0-9]{7,15}");

    /** Two such buttons stand beside each other on a phone. */
    private static final int NAME_ON_BUTTON = 14;

    List<Element> rows() {
        return switch (view.phase()) {
            case RINGING_HERE ->
                List.of(row(
                        say("Answer", "/answer").as(Style.POSITIVE),
                        say("Decline", "/reject").as(Style.DESTRUCTIVE),
                        divert()));
            case CALLING_OUT, RINGING_THERE -> {
                Button hangUp = say("Hang up", "/hangup").as(Style.DESTRUCTIVE);
                yield List.of(
                        beside instanceof Beside.OneWaiting
                                ? row(Button.say("Go back", "/swap"), hangUp)
                                : row(hangUp));
            }
            case TALKING, HELD, HELD_THERE -> beside instanceof Beside.InConference in ? conference(in) : answered();
            case OVER -> {
                List<Button> all = Stream.concat(over(), Stream.concat(recording().stream(), block().stream()))
                        .toList();
                yield all.isEmpty() ? List.of() : List.of(new Element.Buttons(all));
            }
        };
    }

    private Stream<Button> over() {
        Optional<Party> third = view.parting().map(Parting::to);
        return switch (Ending.of(view)) {
            case PARKED -> dialable(third, "Take back", "/retrieve ").stream();
            case TRANSFERRED, TOOK_OVER ->
                Stream.concat(call(Optional.of(view.remote())).stream(), call(third).stream());
            default ->
                dialable(Optional.of(view.remote()), view.incoming() ? "Call back" : "Call again", "/dial ").stream();
        };
    }

    private static Optional<Button> call(Optional<Party> party) {
        String name = party.map(one -> one.shortened(NAME_ON_BUTTON).title()).orElse("");
        return dialable(party, "Call " + name, "/dial ");
    }

    private Optional<Button> recording() {
        return Optional.of(view)
                .filter(seen -> granted.recordings() && seen.wasRecorded())
                .map(seen -> say("Recording", "/recordings"));
    }

    private Optional<Button> block() {
        if (!granted.blocking() || !view.incoming() || goesOnElsewhere()) return Optional.empty();
        return view.remote()
                .number()
                .filter(number -> OUTSIDE.matcher(number).matches())
                .map(number -> Button.say("Block", "/block " + number));
    }

    private boolean goesOnElsewhere() {
        return switch (Ending.of(view)) {
            case PARKED, TRANSFERRED, TOOK_OVER -> true;
            default -> false;
        };
    }

    private static Optional<Button> dialable(Optional<Party> party, String title, String command) {
        return party.flatMap(Party::number)
                .filter(DialString::isDialable)
                .map(number -> Button.say(title, command + number));
    }

    private List<Element> answered() {
        List<Button> first = new ArrayList<>();
        if (view.phase() == Phase.HELD) first.add(say("Resume", "/resume").as(Style.POSITIVE));
        if (view.phase() == Phase.TALKING) first.add(say("Hold", "/hold"));
        if (view.last().media().muted()) {
            first.add(say("Unmute", "/unmute"));
        } else if (view.last().media().muteCapable()) {
            first.add(say("Mute", "/mute"));
        }
        first.add(say("Hang up", "/hangup").as(Style.DESTRUCTIVE));
        Button refresh = say("Refresh", "/calls");
        // Webex parks a call, and takes digits for it, only while they talk.
        if (view.phase() != Phase.TALKING)
            return List.of(new Element.Buttons(first), row(transfer(), record(), refresh));
        List<Element> rows = new ArrayList<>();
        if (beside instanceof Beside.OneWaiting) rows.add(withTheOther());
        if (beside instanceof Beside.AConference)
            rows.add(row(Button.say("Add to the conference", "/merge").as(Style.POSITIVE)));
        rows.add(new Element.Buttons(first));
        rows.add(row(transfer(), park(), record()));
        rows.add(beside instanceof Beside.Nothing ? row(keypad(), add(), refresh) : row(keypad(), refresh));
        return rows;
    }

    /** What can be done with this one in it, and with all of it. */
    private List<Element> conference(Beside.InConference in) {
        List<Button> all = new ArrayList<>();
        all.add(
                in.hostMuted()
                        ? Button.say("Unmute me", "/conference unmute")
                        : Button.say("Mute me", "/conference mute"));
        all.add(
                view.phase() == Phase.HELD
                        ? Button.say("Resume", "/conference resume").as(Style.POSITIVE)
                        : Button.say("Hold all", "/conference hold"));
        if (in.others().size() == 1) all.add(Button.say("Leave", "/conference leave"));
        return List.of(
                row(
                        in.here().muted()
                                ? say("Unmute them", "/conference unmute")
                                : say("Mute them", "/conference mute"),
                        say("Take out", "/hangup").as(Style.DESTRUCTIVE)),
                new Element.Buttons(all),
                row(
                        add(),
                        Button.say("End for all", "/conference end").as(Style.DESTRUCTIVE),
                        say("Refresh", "/calls")));
    }

    private static Element withTheOther() {
        return row(
                Button.say("Complete transfer", "/transfer complete").as(Style.POSITIVE),
                Button.say("Merge", "/merge"),
                Button.say("Swap", "/swap"));
    }

    private Button divert() {
        return new Button.Reveal(
                "Divert",
                Card.of(
                        number("to", "Divert this call to", true),
                        row(say("Divert", "/divert").with("to"), say("To my voicemail", "/divert voicemail"))));
    }

    private Button transfer() {
        return new Button.Reveal(
                "Transfer",
                Card.of(
                        number("to", "Transfer this call to", true),
                        text(
                                "The call moves over when the other side answers. Until then it stays with you.",
                                Look.SMALL,
                                Look.SUBTLE),
                        row(say("Transfer", "/transfer").with("to"))));
    }

    private static Button add() {
        return new Button.Reveal(
                "Add",
                Card.of(
                        number("who", "Add to this call", true),
                        text(
                                "The call waits on hold until they answer, and you take them in.",
                                Look.SMALL,
                                Look.SUBTLE),
                        row(Button.say("Call", "/add").with("who"))));
    }

    private Button park() {
        return new Button.Reveal(
                "Park",
                Card.of(
                        number("extension", "Park at this extension, or empty at your own", false),
                        row(say("Park", "/park").with("extension"), say("Park in my group", "/park group"))));
    }

    private Button record() {
        return new Button.Reveal(
                "Record",
                switch (view.last().media().recording()) {
                    case OFF ->
                        Card.of(
                                text("Nothing is being recorded."),
                                row(say("Start recording", "/record start").as(Style.POSITIVE)));
                    case RUNNING ->
                        Card.of(
                                text("This call is being recorded."),
                                row(
                                        say("Pause", "/record pause"),
                                        say("Stop recording", "/record stop").as(Style.DESTRUCTIVE)));
                    case PAUSED ->
                        Card.of(
                                text("The recording is paused."),
                                row(
                                        say("Go on", "/record resume").as(Style.POSITIVE),
                                        say("Stop recording", "/record stop").as(Style.DESTRUCTIVE)));
                });
    }

    private Button keypad() {
        Element digits = new Element.TextInput(
                "digits",
                "Digits to key in",
                "1,4711#",
                Optional.of("Give me 0-9, *, #, A-D; a comma makes a pause"),
                64);
        return new Button.Reveal(
                "Keypad", Card.of(digits, row(say("Send", "/dtmf").with("digits"))));
    }

    private static Element number(String id, String label, boolean required) {
        Optional<String> problem = Optional.of("Give me a number, an extension, or an address such as ana@example.com")
                .filter(any -> required);
        return new Element.TextInput(id, label, "number, extension or address", problem, 120);
    }

    private Button.Say say(String title, String command) {
        return Button.say(title, command, new AboutCall(view.leg().callId(), key.text()));
    }

    private static Element row(Button... buttons) {
        return new Element.Buttons(List.of(buttons));
    }
}
