package callbot.chat.call;

import static callbot.card.Element.text;

import callbot.call.ConferenceControl.Seen;
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
import callbot.webex.calling.CallKey;
import callbot.webex.calling.Conference.Participant;
import callbot.webex.messaging.Draft;
import callbot.webex.messaging.Markdown;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;

/** Who is in a conference, and what can be done with it. The others have the numbers of their calls. */
record ConferenceCard(Seen seen) {

    private static final int MOST = 10;

    private static final Button ADD = new Button.Reveal(
            "Add",
            Card.of(
                    new Element.TextInput(
                            "who",
                            "Add to the conference",
                            "number, extension or address",
                            Optional.of("Give me a number, an extension, or an address such as ana@example.com"),
                            120),
                    text("It waits on hold until they answer, and you take them in.", Look.SMALL, Look.SUBTLE),
                    new Element.Buttons(List.of(Button.say("Call", "/add").with("who")))));

    Draft draft() {
        return Draft.fitting(MOST, this::draft);
    }

    private Draft draft(int most) {
        int rows = Math.min(most, participants().size());
        List<Participant> there = participants().subList(0, rows);
        Optional<String> more = Optional.of("… and " + (participants().size() - rows) + " more")
                .filter(any -> rows < participants().size());
        List<Element> body = new ArrayList<>();
        body.add(new Element.Band(Tone.OVER, List.of(text(title(), Look.BOLD))));
        for (Participant one : there) body.add(row(one, body.size() > 1));
        more.ifPresent(words -> body.add(text(words, Look.SMALL, Look.SUBTLE)));
        body.add(new Element.Buttons(buttons()));
        body.add(new Element.Buttons(
                List.of(ADD, Button.say("End for all", "/conference end").as(Style.DESTRUCTIVE))));
        String lines = there.stream()
                .map(one -> "\n- "
                        + call(one).map(call -> "**" + number(call) + "** ").orElse("")
                        + Markdown.escape(described(one)) + sound(one))
                .collect(Collectors.joining());
        return Draft.of(
                "**" + title() + "**\n" + lines
                        + more.map(words -> "\n- " + words).orElse("") + "\n\n" + hints(),
                new Card(body));
    }

    private String title() {
        int others = participants().size();
        return "Conference with " + others + (others == 1 ? " other" : " others")
                + (seen.conference().held() ? ", on hold" : "")
                + (seen.conference().muted() ? ", you are muted" : "");
    }

    private String hints() {
        String others = participants().stream()
                .flatMap(one -> call(one).stream())
                .findFirst()
                .map(call -> "`/conference mute " + number(call) + "` mutes number " + number(call) + ", `/hangup "
                        + number(call) + "` takes that person out. ")
                .orElse("");
        return others
                + (participants().size() == 2 ? "`/conference leave` lets the two others go on. " : "")
                + "`/conference end` ends it for everybody.";
    }

    private Element row(Participant one, boolean ruled) {
        List<Element> lines = new ArrayList<>();
        Optional<Call> call = call(one);
        String number = call.map(known -> number(known) + " · ").orElse("");
        lines.add(text(number + Card.plain(described(one) + sound(one)), Look.BOLD));
        call.ifPresent(known -> lines.add(new Element.Buttons(List.of(
                about(
                        (one.muted() ? "Unmute " : "Mute ") + number(known),
                        one.muted() ? "/conference unmute" : "/conference mute",
                        known),
                about("Hang up " + number(known), "/hangup", known)))));
        return new Element.Columns(List.of(new Column(Width.STRETCH, lines)), ruled);
    }

    private List<Button> buttons() {
        List<Button> buttons = new ArrayList<>();
        buttons.add(muteMe(!seen.conference().muted()));
        buttons.add(hold(!seen.conference().held()));
        if (participants().size() == 2) buttons.add(Button.say("Leave", "/conference leave"));
        return buttons;
    }

    static Button muteMe(boolean muted) {
        return muted ? Button.say("Mute me", "/conference mute") : Button.say("Unmute me", "/conference unmute");
    }

    static Button hold(boolean held) {
        return held ? Button.say("Hold", "/conference hold") : Button.say("Resume", "/conference resume");
    }

    private static Button about(String title, String command, Call call) {
        return Button.say(title, command, new AboutCall(call.id(), call.key().text()));
    }

    private String described(Participant one) {
        return call(one).map(call -> call.remote().described()).orElse("Somebody");
    }

    private String sound(Participant one) {
        boolean away =
                call(one).filter(call -> call.state() == Call.State.REMOTE_HELD).isPresent();
        return (one.muted() ? ", muted" : "") + (one.deafened() ? ", hears nothing" : "") + (away ? ", away" : "");
    }

    private List<Participant> participants() {
        return seen.conference().participants();
    }

    private Optional<Call> call(Participant one) {
        return seen.calls().stream()
                .filter(call -> CallKey.areSame(call.id(), one.callId()))
                .findFirst();
    }

    private int number(Call call) {
        return seen.calls().indexOf(call) + 1;
    }
}
