package callbot;

import static callbot.AnasCall.FROM_ANA;
import static callbot.AnasCall.NUMBER;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import callbot.sandbox.calls.OutsidePhone;
import callbot.sandbox.calls.session.CallState;
import callbot.sandbox.webex.FakeUser;
import java.time.Duration;
import org.junit.jupiter.api.Test;

/** Giving a call to somebody else by typing: what is said, and who talks to whom then. */
class HandOverTest {

    @Test
    void aCallIsHandedOverWhenTheOtherAnswers() {
        try (AnasCall call = AnasCall.connected()) {
            FakeUser bob = call.scene.bob();
            String extension = bob.phone().extension();
            call.isTold(
                    "/transfer " + extension,
                    "✅ The " + FROM_ANA + " is handed over to " + extension + " as soon as somebody answers there.");
            assertEquals(2, call.alice.phone().calls().size(), "until then she keeps it");
            bob.phone().pickUp();
            call.assertOver();
            assertEquals("Ana", bob.phone().call().remote().name().orElseThrow());
            assertTrue(call.ana.isInCall());
        }
    }

    @Test
    void twoCallsAreJoined() {
        try (AnasCall call = AnasCall.connected()) {
            call.isTold(
                    "/transfer complete",
                    "To complete a transfer you need two answered calls, and no more. /calls shows what you have.");
            call.asks("/hold");
            OutsidePhone ben = call.scene.webex().outside("+14085550135", "Ben");
            ben.call(call.alice);
            call.asks("/answer");
            call.isTold(
                    "/transfer complete",
                    "✅ You connected Ana (" + NUMBER + ") with Ben (+14085550135). You're off the call.");
            call.assertOver();
            assertTrue(call.ana.isInCall() && ben.isInCall());
        }
    }

    @Test
    void aRingingCallIsDivertedToANumber() {
        try (AnasCall call = AnasCall.ringing()) {
            FakeUser bob = call.scene.bob();
            String extension = bob.phone().extension();
            call.isTold("/divert " + extension, "✅ The " + FROM_ANA + " is diverted to " + extension + ".");
            call.assertOver();
            assertEquals(CallState.ALERTING, bob.phone().call().state());
        }
    }

    @Test
    void anAnsweredCallIsDivertedToo() {
        try (AnasCall call = AnasCall.connected()) {
            call.isTold(
                    "/divert bob.brown@example.com", "✅ The " + FROM_ANA + " is diverted to bob.brown@example.com.");
            call.assertOver();
            assertEquals(
                    NUMBER, call.scene.bob().phone().call().remote().number().orElseThrow());
        }
    }

    @Test
    void aCallIsSentToVoicemail() {
        try (AnasCall call = AnasCall.ringing()) {
            call.isTold("/divert voicemail", "✅ The " + FROM_ANA + " is sent to your voicemail.");
            call.assertOver();
            assertTrue(call.ana.isInCall(), "with the mailbox");
        }
    }

    @Test
    void anAssistantsCallIsPushedToTheExecutive() {
        try (AnasCall call = AnasCall.connected()) {
            call.scene.webex().assist(call.alice, call.scene.bob());
            call.isTold("/push", "✅ The " + FROM_ANA + " is handed to your executive.");
            call.assertOver();
            assertEquals(CallState.ALERTING, call.scene.bob().phone().call().state());
        }
    }

    @Test
    void whoIsNobodysAssistantIsToldSoByWebex() {
        try (AnasCall call = AnasCall.connected()) {
            String answer = call.asks("/push");
            assertTrue(answer.contains("This call does not belong to an executive."), answer);
            assertTrue(answer.contains("/why shows how it went"), answer);
            call.assertState(CallState.CONNECTED);
        }
    }

    @Test
    void whatRingsIsNotTransferredAndNobodyHasToBeTold() {
        try (AnasCall call = AnasCall.ringing()) {
            call.isTold("/transfer 2044", "There is no call to hand over. One that rings is sent on with /divert.");
            call.isTold("/push", "There is no call to hand over.");
            assertTrue(call.asks("/transfer Bob").contains("Whom do you mean by Bob?"));
            assertTrue(call.asks("/divert").contains("I have done nothing"));
            call.ana.hangUp();
            call.isTold("/divert voicemail", "There is no call to send there.");
            call.isTold("/divert 2044", "There is no call to divert.");
            assertEquals(0, call.scene.requests("POST", "/telephony/calls/"));
        }
    }

    @Test
    void ofTwoCallsTheOneThatIsNamedIsSentOn() {
        try (AnasCall call = AnasCall.ringing()) {
            call.scene.clock().advance(Duration.ofSeconds(2));
            OutsidePhone ben = call.scene.webex().outside("+14085550135", "Ben");
            ben.call(call.alice);
            String which = call.asks("/divert voicemail");
            assertTrue(which.contains("for example /divert voicemail call 1"), which);
            call.isTold("/divert voicemail call 2", "✅ The call from Ben (+14085550135) is sent to your voicemail.");
            assertTrue(ben.isInCall());
            assertEquals("Ana", call.onPhone().remote().name().orElseThrow());
        }
    }
}
