package callbot.call.card;

import static callbot.call.card.SampleCall.PRIVATE;
import static callbot.call.card.SampleCall.card;
import static callbot.call.card.SampleCall.incoming;
import static callbot.call.card.SampleCall.outgoing;
import static callbot.call.card.SampleCall.parts;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.junit.jupiter.api.Assertions.fail;

import callbot.card.Button;
import callbot.card.Button.AboutCall;
import callbot.command.CallChoice.ThisOne;
import callbot.command.CallCommand;
import callbot.command.Command;
import callbot.command.Query;
import callbot.command.parser.CommandParser;
import callbot.json.Json;
import callbot.webex.calling.Call;
import callbot.webex.calling.Call.Media;
import callbot.webex.calling.Call.Personality;
import callbot.webex.calling.Call.Recording;
import callbot.webex.calling.Call.State;
import callbot.webex.calling.Party;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.MethodSource;

/** Which buttons the card of a call has, and that each of them can be pressed to some effect. */
class CallButtonsTest {

    private static final List<String> TALKING = List.of(
            "Hold /hold",
            "Mute /mute",
            "Hang up /hangup !",
            "Transfer /transfer to",
            "Park /park extension",
            "Park in my group /park group",
            "Start recording /record start +",
            "Send /dtmf digits",
            "Call /add who",
            "Refresh /calls");

    @Test
    void whatRingsCanBeAnsweredDeclinedAndSentOn() {
        assertEquals(
                List.of(
                        "Answer /answer +",
                        "Decline /reject !",
                        "Divert /divert to",
                        "To my voicemail /divert voicemail"),
                buttons(incoming(State.ALERTING)));
    }

    @Test
    void whatIsDialledCanBeStopped() {
        assertEquals(List.of("Hang up /hangup !"), buttons(SampleCall.dialled()));
        assertEquals(List.of("Hang up /hangup !"), buttons(outgoing(State.ALERTING)));
        assertEquals(List.of("Hang up /hangup !"), buttons(outgoing(State.CONNECTING)));
    }

    @Test
    void whatIsTalkedHasThemAll() {
        assertEquals(TALKING, buttons(incoming(State.CONNECTED).with(new Media(true, false, Recording.OFF))));
    }

    @Test
    void besideACallThatWaitsTheTwoCanBeConnectedAndSwapped() {
        List<String> both =
                new ArrayList<>(List.of("Complete transfer /transfer complete +", "Merge /merge", "Swap /swap"));
        both.addAll(TALKING);
        both.remove("Call /add who");
        CallView talking = outgoing(State.CONNECTED)
                .with(new Media(true, false, Recording.OFF))
                .view();
        assertEquals(both, besideAnother(talking));
    }

    @Test
    void whoIsBeingCalledWhileAnotherWaitsCanBeLeft() {
        for (SampleCall calling : List.of(SampleCall.dialled(), outgoing(State.ALERTING))) {
            assertEquals(List.of("Go back /swap", "Hang up /hangup !"), besideAnother(calling.view()));
        }
    }

    @ParameterizedTest
    @EnumSource(
            value = State.class,
            names = {"HELD", "REMOTE_HELD", "DISCONNECTED"})
    void whatCannotBeSwappedHasNoButtonForIt(State state) {
        CallView view = incoming(state).view();
        assertEquals(parts(view).buttons().stream().map(CallButtonsTest::shown).toList(), besideAnother(view));
    }

    @Test
    void aMicrophoneThatCannotBeSwitchedHasNoButton() {
        List<String> without = new ArrayList<>(TALKING);
        without.remove("Mute /mute");
        assertEquals(without, buttons(incoming(State.CONNECTED)));
    }

    @Test
    void whatIsOnHoldIsResumedFirst() {
        assertEquals(
                List.of(
                        "Resume /resume +",
                        "Unmute /unmute",
                        "Hang up /hangup !",
                        "Transfer /transfer to",
                        "Pause /record pause",
                        "Stop recording /record stop !",
                        "Refresh /calls"),
                buttons(incoming(State.HELD).with(new Media(true, true, Recording.RUNNING))));
    }

    @Test
    void whoIsOnHoldCannotResume() {
        assertEquals(
                List.of(
                        "Hang up /hangup !",
                        "Transfer /transfer to",
                        "Go on /record resume +",
                        "Stop recording /record stop !",
                        "Refresh /calls"),
                buttons(incoming(State.REMOTE_HELD).with(new Media(false, false, Recording.PAUSED))));
    }

    @Test
    void whatIsOverCanBeCalledAgainIfItHasANumber() {
        assertEquals(
                List.of("Call back /dial 2044"),
                buttons(incoming(State.ALERTING).unanswered()));
        assertEquals(
                List.of("Call back /dial 2044"),
                buttons(incoming(State.ALERTING).talked(Duration.ZERO)));
        assertEquals(
                List.of("Call again /dial 2044"),
                buttons(outgoing(State.ALERTING).unanswered()));
        assertEquals(List.of(), buttons(incoming(State.ALERTING).with(PRIVATE).unanswered()));
        Party odd = new Party(Optional.of("Ana"), Optional.of("anonymous"));
        assertEquals(List.of(), buttons(incoming(State.ALERTING).with(odd).unanswered()));
    }

    /** All that Webex tells of: who is called is never "connecting". */
    static Stream<SampleCall> states() {
        List<SampleCall> all = new ArrayList<>();
        for (Personality personality : Personality.values()) {
            for (State state : State.values()) {
                for (Recording recording : Recording.values()) {
                    for (boolean muted : new boolean[] {false, true}) {
                        Media media = new Media(true, muted, recording);
                        all.add(new SampleCall(personality, state, media, SampleCall.ANA));
                    }
                }
            }
        }
        return all.stream()
                .filter(one -> one.state() != State.UNKNOWN)
                .filter(one -> one.state() != State.CONNECTING || one.personality() != Personality.TERMINATOR);
    }

    @ParameterizedTest
    @MethodSource("states")
    void everyButtonIsUnderstoodMeansThisCallAndFitsItsState(SampleCall sample) {
        Call call = sample.call();
        for (Button.Say button : parts(sample.view()).buttons()) {
            Json data = button.json().toJson().at("data");
            String line = data.requireText("command")
                    + data.text("input").map(input -> " " + filledIn(input)).orElse("");
            Optional<ThisOne> pressed = data.text("call").map(id -> new ThisOne(id, data.requireText("session")));
            switch (new CommandParser("Bot").parse(line, pressed)) {
                case CallCommand.Act(var action, var choice) -> {
                    assertEquals(new ThisOne("call-1", "session-1"), choice);
                    assertTrue(Fitting.fits(action, call), () -> action + " does not fit " + call);
                }
                case Query.ShowCall(var choice) -> assertEquals(new ThisOne("call-1", "session-1"), choice);
                case CallCommand.Dial dial -> assertEquals(State.DISCONNECTED, call.state());
                case CallCommand.AddPerson add -> assertEquals(State.CONNECTED, call.state());
                case Command other -> fail(line + " is taken for " + other);
            }
        }
    }

    private static String filledIn(String input) {
        return switch (input) {
            case "to", "who" -> "+1 408 555 0199";
            case "extension" -> "";
            case "digits" -> "1,4711#";
            default -> fail("nobody knows what to fill into " + input);
        };
    }

    private static List<String> buttons(SampleCall sample) {
        return buttons(sample.view());
    }

    /** Each with its command, its input, and a sign for how it looks. */
    private static List<String> besideAnother(CallView view) {
        return new CardParts(card(view, new Beside.OneWaiting()).card().orElseThrow())
                .buttons().stream().map(CallButtonsTest::shown).toList();
    }

    private static List<String> buttons(CallView view) {
        List<Button.Say> buttons = parts(view).buttons();
        for (Button.Say button : buttons) {
            boolean aboutCall =
                    !List.of("/dial", "/add").contains(button.command().split(" ")[0]);
            assertEquals(Optional.of(new AboutCall("call-1", "session-1")).filter(any -> aboutCall), button.call());
        }
        return buttons.stream().map(CallButtonsTest::shown).toList();
    }

    private static String shown(Button.Say button) {
        String look = switch (button.style()) {
            case DEFAULT -> "";
            case POSITIVE -> " +";
            case DESTRUCTIVE -> " !";
        };
        return button.title() + " " + button.command()
                + button.input().map(input -> " " + input).orElse("") + look;
    }
}
