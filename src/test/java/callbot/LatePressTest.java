package callbot;

import static callbot.AnasCall.FROM_ANA;
import static callbot.AnasCall.NUMBER;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import callbot.json.Json;
import callbot.sandbox.calls.session.CallState;
import callbot.sandbox.messaging.ChatMessage;
import java.time.Duration;
import org.junit.jupiter.api.Test;

/** Presses of buttons that come late, twice, or from somebody else: no harm is done, and it is said what became of the call. */
class LatePressTest {

    private static final String OVER = "That call is over, so I did nothing. ";

    @Test
    void whoAnswersTooLateIsToldThatTheCallWasMissed() {
        try (AnasCall call = AnasCall.ringingOnCard()) {
            pressLate(call, "Answer", () -> call.ana.hangUp());
            call.scene.awaitMessage(
                    call.alice, OVER + "Missed call from Ana (" + NUMBER + "). /calls shows what there is.");
            call.card("🔴 Missed call");
            assertEquals(1, call.scene.requests("POST", "/telephony/calls/answer"), "Webex has refused it");
        }
    }

    @Test
    void whoHangsUpTooLateIsToldHowLongWasTalked() {
        try (AnasCall call = AnasCall.connectedOnCard()) {
            pressLate(call, "Hang up", () -> {
                call.scene.clock().advance(Duration.ofSeconds(65));
                call.ana.hangUp();
            });
            call.scene.awaitMessage(call.alice, OVER + "Call with Ana (" + NUMBER + ") ended after 1:0");
        }
    }

    @Test
    void aLatePressHitsNoOtherCall() {
        try (AnasCall call = AnasCall.connectedOnCard()) {
            pressLate(call, "Hang up", () -> {
                call.ana.hangUp();
                call.scene.webex().outside("+14085550135", "Ben").call(call.alice);
                call.alice.phone().pickUp();
            });
            call.scene.awaitMessage(call.alice, OVER);
            call.assertState(CallState.CONNECTED);
        }
    }

    @Test
    void aPressThatFitsNoLongerIsToldWhy() {
        try (AnasCall call = AnasCall.connectedOnCard()) {
            pressLate(call, "Hold", () -> call.alice.phone().hold(call.onPhone().id()));
            call.scene.awaitMessage(
                    call.alice,
                    "I have done nothing: the " + FROM_ANA
                            + " cannot be put on hold, because it is on hold, not muted and not recorded.");
            call.assertState(CallState.HELD);
        }
    }

    @Test
    void aPressThatIsDeliveredTwiceIsDoneOnce() {
        try (AnasCall call = AnasCall.connectedOnCard()) {
            call.scene.webex().deliveries().copies(2);
            call.press("Hold");
            call.card("is on hold");
            call.scene.webex().deliveries().copies(1);
            call.asks("/echo the end");
            assertEquals(1, call.scene.requests("POST", "/telephony/calls/hold"));
        }
    }

    @Test
    void whoPressesTwiceDoesItOnceAndIsToldSo() {
        try (AnasCall call = AnasCall.connectedOnCard()) {
            String card = call.card("Connected").id();
            call.scene.webex().deliveries().holdBack();
            call.alice.press(card, "Hold");
            call.alice.press(card, "Hold");
            call.scene.webex().deliveries().release();
            call.scene.awaitMessage(call.alice, "cannot be put on hold, because it is on hold");
            call.assertState(CallState.HELD);
        }
    }

    @Test
    void nobodyCanPressForSomebodyElse() {
        try (AnasCall call = AnasCall.connectedOnCard()) {
            call.scene.signIn(call.scene.bob());
            ChatMessage bobs = call.scene.ask(call.scene.bob(), "/help");
            int before = call.scene.fromBot(call.scene.bob()).size();
            Json alices = Json.object()
                    .put("command", "/hangup")
                    .put("call", call.onPhone().id())
                    .put("session", call.onPhone().sessionId())
                    .toJson();
            call.scene.bob().submit(bobs.id(), alices);
            String answer = call.scene.awaitMessage(call.scene.bob(), before).text();
            assertTrue(answer.startsWith(OVER + "/calls"), answer);
            assertFalse(answer.contains("Ana"), answer);
            call.assertState(CallState.CONNECTED);
            call.card("Connected with Ana");
        }
    }

    @Test
    void whoHasNotSignedInIsInvitedTo() {
        try (AnasCall call = AnasCall.connectedOnCard()) {
            ChatMessage help = call.scene.ask(call.scene.bob(), "/help");
            int before = call.scene.fromBot(call.scene.bob()).size();
            call.scene
                    .bob()
                    .submit(
                            help.id(),
                            Json.object()
                                    .put("command", "/hangup")
                                    .put("call", call.onPhone().id())
                                    .toJson());
            String answer = call.scene.awaitMessage(call.scene.bob(), before).text();
            assertTrue(answer.contains("Sign in first"), answer);
            call.assertState(CallState.CONNECTED);
        }
    }

    /** The press is made, and comes when this has happened meanwhile. */
    private static void pressLate(AnasCall call, String button, Runnable meanwhile) {
        String card = call.card("Ana").id();
        call.scene.webex().deliveries().holdBack();
        call.alice.press(card, button);
        meanwhile.run();
        call.scene.webex().deliveries().release();
    }
}
