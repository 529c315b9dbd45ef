package callbot;

import static callbot.AnasCall.NUMBER;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import callbot.sandbox.base.Habit;
import callbot.sandbox.calls.PhoneCall;
import callbot.sandbox.calls.session.CallState;
import callbot.sandbox.webex.FakeUser;
import java.util.function.Predicate;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** The buttons of a call's card: what the phone then does, and that the card alone answers if it shows that. */
class CardButtonsTest {

    @ParameterizedTest
    @ValueSource(booleans = {false, true})
    void aWholeCallIsSteeredByButtonsAndNothingIsSaidBesides(boolean editable) {
        try (AnasCall call = AnasCall.toCome()) {
            call.scene.webex().editsOfCards(editable);
            call.asks("/monitor on");
            long before = answers(call);
            call.ana.call(call.alice);
            pressed(call, "Incoming call", "Answer", "Connected", on(CallState.CONNECTED));
            pressed(call, "Connected", "Hold", "is on hold", on(CallState.HELD));
            pressed(call, "is on hold", "Resume", "Connected", on(CallState.CONNECTED));
            pressed(call, "Connected", "Mute", "your microphone is off", PhoneCall::muted);
            pressed(call, "your microphone is off", "Unmute", "Connected", phone -> !phone.muted());
            pressed(call, "Connected", "Start recording", "it is being recorded", recorded("started"));
            pressed(call, "it is being recorded", "Pause", "the recording is paused", recorded("paused"));
            pressed(call, "the recording is paused", "Go on", "it is being recorded", recorded("started"));
            pressed(call, "it is being recorded", "Stop recording", "Connected", recorded("stopped"));
            call.press("Hang up");
            call.card("Call with Ana (" + NUMBER + ") ended after");
            call.assertOver();
            call.onlyCard();
            assertEquals(before, answers(call), () -> "" + call.scene.told(call.alice));
        }
    }

    @Test
    void aRingingCallIsDeclinedByButton() {
        try (AnasCall call = AnasCall.ringingOnCard()) {
            long before = answers(call);
            call.press("Decline");
            call.card("You declined the call from Ana");
            call.assertOver();
            assertEquals(before, answers(call));
        }
    }

    @Test
    void aRingingCallIsDivertedByButton() {
        try (AnasCall call = AnasCall.ringingOnCard()) {
            FakeUser bob = call.scene.bob();
            call.press("Divert", "to", " 1002 ");
            call.card("You diverted Ana (" + NUMBER + ") to 1002");
            assertEquals(CallState.ALERTING, bob.phone().call().state());
        }
    }

    @Test
    void aRingingCallIsSentToVoicemailByButton() {
        try (AnasCall call = AnasCall.ringingOnCard()) {
            call.press("To my voicemail", "to", "left over from before");
            call.card("You sent Ana (" + NUMBER + ") to your voicemail");
            assertTrue(call.ana.isInCall(), "with the mailbox");
        }
    }

    @Test
    void aCallIsHandedOverByButton() {
        try (AnasCall call = AnasCall.connectedOnCard()) {
            FakeUser bob = call.scene.bob();
            call.press("Transfer", "to", bob.phone().extension());
            call.card("Ana (" + NUMBER + ") is on hold");
            call.card("Calling Bob Brown");
            bob.phone().pickUp();
            String told = "You transferred Ana (" + NUMBER + ") to Bob Brown ("
                    + bob.phone().extension() + ")";
            call.card(told + ". /dial " + NUMBER);
            call.card(told + ". /dial " + bob.phone().extension());
            assertTrue(call.ana.isInCall());
        }
    }

    @ParameterizedTest
    @CsvSource({"Park, ''", "Park, 8004", "Park in my group, left over from before"})
    void aCallIsParkedByButtonAndTakenBackByTheNext(String button, String at) {
        try (AnasCall call = AnasCall.connectedOnCard()) {
            long before = answers(call);
            call.press(button, "extension", at);
            String where = !button.equals("Park")
                    ? "8001"
                    : at.isEmpty() ? call.alice.phone().extension() : at;
            call.card("You parked Ana (" + NUMBER + ") at " + where + ". /retrieve " + where);
            call.assertOver();
            assertEquals(before, answers(call), "the card says where");
            call.press("Take back");
            call.card("Your phone rings: pick it up, and it connects you with Ana");
            call.alice.phone().pickUp();
            call.card("Connected with Ana");
            call.onlyCard();
            assertEquals(before, answers(call), "the card shows that too");
            call.ana.hangUp();
            call.card("Call with Ana (" + NUMBER + ") ended after 0:00. /dial " + NUMBER + " calls back");
        }
    }

    /** Digits no card shows, so it is said that they were sent. */
    @Test
    void digitsAreKeyedInByButton() {
        try (AnasCall call = AnasCall.connectedOnCard()) {
            call.press("Send", "digits", "1,4711#");
            call.scene.awaitMessage(call.alice, "✅ The call is given your digits.");
            assertEquals("1,4711#", call.onPhone().digits());
        }
    }

    @Test
    void aCardIsRefreshedByButton() {
        try (AnasCall call = AnasCall.connectedOnCard()) {
            call.press("Refresh");
            call.scene.awaitMessage(call.alice, "Nothing has changed. 🟢 Connected with Ana");
            call.scene.webex().deliveries().lose(1);
            call.alice.phone().hold(call.onPhone().id());
            long before = answers(call);
            call.press("Refresh");
            call.card("Ana (" + NUMBER + ") is on hold");
            assertEquals(before, answers(call), "the card says it");
        }
    }

    @Test
    void whatIsDialledIsStoppedByButton() {
        try (AnasCall call = AnasCall.toCome()) {
            call.asks("/monitor on");
            call.alice.say("/dial " + NUMBER);
            call.alice.press(call.card("Your phone rings").id(), "Hang up");
            call.card("You cancelled the call to " + NUMBER);
            call.assertOver();
        }
    }

    /** The id of the call is another one then than that which the card's button bears. */
    @ParameterizedTest
    @ValueSource(booleans = {false, true})
    void whatIsDialledIsStoppedByAButtonThatIsOlderThanTheCall(boolean told) {
        try (AnasCall call = AnasCall.toCome()) {
            call.scene.webex().habits().set(Habit.TELLS_END_OF_OLD_CALL_ID, told);
            call.asks("/monitor on");
            call.alice.say("/dial " + NUMBER);
            String card = call.card("Your phone rings").id();
            call.scene.webex().deliveries().holdBack();
            call.alice.phone().pickUp();
            call.alice.press(card, "Hang up");
            call.scene.webex().deliveries().release();
            call.scene.await(() -> call.alice.phone().calls().isEmpty(), "the call to be ended");
            call.card("You cancelled the call to");
        }
    }

    @Test
    void aCallThatWasMissedIsCalledBackByButton() {
        try (AnasCall call = AnasCall.ringingOnCard()) {
            call.ana.hangUp();
            call.alice.press(call.card("Missed call").id(), "Call back");
            call.card("Your phone rings: pick it up, and it connects you with " + NUMBER);
            call.alice.phone().pickUp();
            call.scene.await(call.ana::isRinging, "Ana's phone to ring");
        }
    }

    /** The next event is the one that the press brings about: it is lost, so the card cannot tell. */
    @Test
    void ifTheCardDoesNotChangeTheOutcomeIsSaid() {
        try (AnasCall call = AnasCall.connectedOnCard()) {
            String card = call.card("Connected").id();
            call.scene.webex().deliveries().holdBack();
            call.alice.press(card, "Hold");
            assertEquals(1, call.scene.webex().deliveries().state().heldBack());
            call.scene.webex().deliveries().lose(1);
            call.scene.webex().deliveries().release();
            call.scene.awaitMessage(call.alice, "✅ The call is on hold.");
            call.assertState(CallState.HELD);
        }
    }

    private static void pressed(
            AnasCall call, String before, String button, String after, Predicate<PhoneCall> effect) {
        call.card(before);
        call.press(button);
        call.scene.await(() -> effect.test(call.onPhone()), button + " to have its effect");
        call.card(after);
    }

    private static Predicate<PhoneCall> on(CallState state) {
        return phone -> phone.state() == state;
    }

    private static Predicate<PhoneCall> recorded(String state) {
        return phone -> phone.recording().filter(state::equals).isPresent();
    }

    /** What was said beside cards of calls. */
    private static long answers(AnasCall call) {
        return call.scene.fromBot(call.alice).stream()
                .filter(message ->
                        !message.text().contains("Ana (") || message.card().isEmpty())
                .count();
    }
}
