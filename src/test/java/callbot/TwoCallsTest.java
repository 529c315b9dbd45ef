package callbot;

import static callbot.AnasCall.NUMBER;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import callbot.sandbox.calls.PhoneCall;
import callbot.sandbox.calls.session.CallState;
import callbot.sandbox.messaging.ChatMessage;
import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.Test;

/** Two calls at once: to ask somebody before a call is handed over, to go back and forth, and to connect the two. */
class TwoCallsTest {

    private static final String ANA = "Ana (" + NUMBER + ")";
    private static final String BOB = "Bob Brown (1002)";

    @Test
    void somebodyIsConsultedAndTheTwoAreConnectedByButtons() {
        try (AnasCall call = AnasCall.connectedOnCard()) {
            long before = answers(call);
            call.alice.say("/consult 1002");
            call.card(ANA + " is on hold");
            call.card("Type /swap or /hangup.");
            call.alice.phone().pickUp();
            call.card("Calling Bob Brown");
            call.scene.bob().phone().pickUp();
            ChatMessage talking = inFront(call, "Bob Brown");
            call.scene.await(() -> cards(call) == 2, "two cards");
            call.alice.press(talking.id(), "Complete transfer");
            call.scene.awaitMessage(call.alice, "✅ You connected " + ANA + " with " + BOB + ". You're off the call.");
            call.card("You transferred " + ANA + " to " + BOB + ". /dial " + NUMBER);
            call.card("You transferred " + ANA + " to " + BOB + ". /dial 1002");
            call.assertOver();
            assertTrue(call.ana.isInCall());
            assertEquals(before + 1, answers(call));
        }
    }

    @Test
    void oneGoesBackAndForthBetweenTwoCallsByButton() {
        try (AnasCall call = withBob(AnasCall.connectedOnCard())) {
            long before = answers(call);
            call.alice.press(inFront(call, "Bob Brown").id(), "Swap");
            assertStates(call, CallState.CONNECTED, CallState.HELD);
            call.card(BOB + " is on hold");
            call.alice.press(inFront(call, "Ana").id(), "Swap");
            assertStates(call, CallState.HELD, CallState.CONNECTED);
            inFront(call, "Bob Brown");
            call.card(ANA + " is on hold");
            call.scene.await(() -> cards(call) == 2, "two cards");
            assertEquals(before, answers(call), "the cards show it");
        }
    }

    /** Only one call can be talked at a time. */
    @Test
    void whatIsTalkedIsHeldBeforeTheOtherIsResumed() {
        try (AnasCall call = withBob(AnasCall.connected())) {
            call.isTold("/swap", "✅ You're back with " + ANA + ". " + BOB + " is on hold.");
            List<String> posts = call.scene.requests().stream()
                    .filter(one -> one.method().equals("POST") && one.target().contains("/telephony/calls/"))
                    .map(one -> one.target().replaceFirst(".*/", ""))
                    .toList();
            assertEquals(List.of("hold", "resume"), posts.subList(posts.size() - 2, posts.size()));
            assertStates(call, CallState.CONNECTED, CallState.HELD);
        }
    }

    @Test
    void buttonsForTwoCallsGoWhenOneIsOver() {
        try (AnasCall call = withBob(AnasCall.connectedOnCard())) {
            String both = inFront(call, "Bob Brown").text();
            assertTrue(both.contains("Type /transfer complete, /merge, /swap, /hold"), both);
            call.ana.hangUp();
            call.card("Call with Ana");
            call.scene.await(
                    () -> call.card("Connected with Bob Brown").text().contains("Type /hold"), "the buttons to go");
        }
    }

    @Test
    void whoIsNotReachedIsGivenUpAndTheOtherIsBack() {
        try (AnasCall call = AnasCall.connectedOnCard()) {
            call.alice.say("/consult 1002");
            call.card(ANA + " is on hold");
            call.alice.press(call.card("Type /swap or /hangup.").id(), "Go back");
            call.card("Connected with Ana");
            call.card("You cancelled the call to");
            call.assertState(CallState.CONNECTED);
        }
    }

    @Test
    void whoSeesNoCardsIsToldHowItGoesOn() {
        try (AnasCall call = AnasCall.connected()) {
            ChatMessage said = call.scene.ask(call.alice, "/consult 1002");
            assertEquals(
                    "📞 Calling 1002: pick up your phone, which rings first. " + ANA + " is on hold."
                            + " When they answer, /transfer complete connects the two; /swap goes back.",
                    said.text());
            assertEquals(
                    "✅ You're back with " + ANA + ". " + BOB + " is no longer called.",
                    call.scene.press(call.alice, said, "Go back").text());
            call.assertState(CallState.CONNECTED);
        }
    }

    @Test
    void aNameIsLookedUpFirst() {
        try (AnasCall call = AnasCall.connected()) {
            ChatMessage whom = call.scene.ask(call.alice, "/consult bob");
            assertTrue(whom.text().contains("/consult 1002"), whom.text());
            call.assertState(CallState.CONNECTED);
        }
    }

    @Test
    void withoutACallNobodyIsConsultedAndWithTwoNoThird() {
        try (AnasCall call = withBob(AnasCall.connected())) {
            call.isTold(
                    "/consult 1003",
                    "You have more than one call already, so I have called nobody. /calls shows them.");
            call.ana.hangUp();
            call.scene.bob().phone().hangUp();
            call.scene.clock().advance(Duration.ofSeconds(20)); // or it would be the same call twice
            ChatMessage none = call.scene.ask(call.alice, "/consult 1002");
            assertEquals("You have no call to put on hold, so I have called nobody. /dial 1002 calls.", none.text());
            assertTrue(call.scene.press(call.alice, none, "Call").text().startsWith("📞 Calling 1002: pick up"));
            call.isTold("/swap", "To swap you need two calls, one of them on hold. /calls shows what you have.");
        }
    }

    @Test
    void whatCannotBeHeldIsNotLeftForAnother() {
        try (AnasCall call = AnasCall.connected()) {
            call.scene.webex().faults().next(1, "POST", "/telephony/calls/hold").answer(403);
            call.asks("/consult 1002");
            call.assertState(CallState.CONNECTED);
            assertEquals(0, call.scene.requests("POST", "/telephony/calls/dial"));
        }
    }

    @Test
    void ifNobodyCanBeCalledItIsSaidThatTheOtherWaits() {
        try (AnasCall call = AnasCall.connected()) {
            call.scene.webex().faults().next(1, "POST", "/telephony/calls/dial").answer(403);
            ChatMessage said = call.scene.ask(call.alice, "/consult 1002");
            assertTrue(said.text().startsWith("⚠️ " + ANA + " is on hold, but I couldn't call 1002"), said.text());
            call.scene.press(call.alice, said, "Resume");
            call.assertState(CallState.CONNECTED);
        }
    }

    @Test
    void ifTheOtherCannotBeResumedItIsSaidThatBothWait() {
        try (AnasCall call = withBob(AnasCall.connected())) {
            call.scene
                    .webex()
                    .faults()
                    .next(1, "POST", "/telephony/calls/resume")
                    .answer(403);
            ChatMessage said = call.scene.ask(call.alice, "/swap");
            assertEquals("⚠️ " + BOB + " is on hold, but Webex did not take " + ANA + " off hold.", said.text());
            call.scene.press(call.alice, said, "Resume");
            assertStates(call, CallState.CONNECTED, CallState.HELD);
        }
    }

    /** The one who waits has called, and Bob is talked to. */
    private static AnasCall withBob(AnasCall call) {
        call.scene.clock().advance(Duration.ofSeconds(1));
        call.asks("/consult 1002");
        call.scene.await(() -> call.alice.phone().calls().size() == 2, "the second call");
        call.alice.phone().pickUp();
        call.scene.bob().phone().pickUp();
        return call;
    }

    /** The card of the call in front, once it shows that another one waits. */
    private static ChatMessage inFront(AnasCall call, String who) {
        call.scene.await(
                () -> call.card("Connected with " + who).text().contains("/swap"),
                who + "'s card to have both buttons");
        return call.card("Connected with " + who);
    }

    private static void assertStates(AnasCall call, CallState ana, CallState bob) {
        call.scene.await(
                () -> call.alice.phone().calls().stream()
                        .map(PhoneCall::state)
                        .toList()
                        .equals(List.of(ana, bob)),
                ana + " and " + bob);
    }

    private static long cards(AnasCall call) {
        return call.scene.visible(call.alice).stream()
                .filter(message -> message.card().isPresent())
                .filter(message ->
                        message.text().contains("Ana") || message.text().contains("Bob"))
                .count();
    }

    /** How much was said that is no card. */
    private static long answers(AnasCall call) {
        return call.scene.fromBot(call.alice).stream()
                .filter(message -> message.card().isEmpty())
                .count();
    }
}
