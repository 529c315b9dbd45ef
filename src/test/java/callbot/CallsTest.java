package callbot;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import callbot.sandbox.calls.OutsidePhone;
import callbot.sandbox.calls.session.CallState;
import callbot.sandbox.messaging.ChatMessage;
import java.time.Duration;
import org.junit.jupiter.api.Test;

/** Which call is answered or ended, and what is said when that is not clear, or too late. */
class CallsTest {

    @Test
    void withNoCallThereIsNothingToAnswerOrEnd() {
        try (Scene scene = Scene.started()) {
            scene.signIn(scene.alice());

            assertTrue(scene.ask(scene.alice(), "/answer").text().contains("No call is ringing"));
            assertTrue(scene.ask(scene.alice(), "/hangup").text().contains("no call to end"));
            assertTrue(scene.ask(scene.alice(), "/calls").text().contains("no calls just now"));
        }
    }

    @Test
    void theOneCallIsAnsweredAndEnded() {
        try (Scene scene = Scene.started()) {
            OutsidePhone ana = scene.webex().outside("+14085550134", "Ana");
            scene.signIn(scene.alice());
            ana.call(scene.alice());

            assertSays(scene, "/answer", "The call from Ana (+14085550134) is answered");
            assertTrue(ana.isInCall());
            assertSays(scene, "/hangup", "The call from Ana (+14085550134) is ended");
            assertTrue(scene.alice().phone().calls().isEmpty());
        }
    }

    @Test
    void onesOwnRingingPhoneIsNeverAnswered() {
        try (Scene scene = Scene.started()) {
            scene.signIn(scene.alice());
            scene.ask(scene.alice(), "/dial +14085550134");

            assertSays(scene, "/answer", "No call is ringing that you could answer");
            assertSays(scene, "/answer 1", "cannot be answered, because it is waiting for you to pick up your phone");
            assertEquals(0, scene.requests("POST", "/telephony/calls/answer"));

            assertSays(scene, "/hangup", "The call to +14085550134 is ended");
        }
    }

    @Test
    void ofSeveralCallsTheUserChoosesByButton() {
        try (Scene scene = Scene.started()) {
            scene.signIn(scene.alice());
            OutsidePhone ana = scene.webex().outside("+14085550134", "Ana");
            OutsidePhone ben = scene.webex().outside("+14085550135", "Ben");
            ana.call(scene.alice());
            scene.clock().advance(Duration.ofSeconds(2));
            ben.call(scene.alice());

            ChatMessage list = scene.ask(scene.alice(), "/answer");
            assertTrue(list.markdown().orElseThrow().contains("**1** call from **Ana"), list.text());
            assertTrue(list.markdown().orElseThrow().contains("**2** call from **Ben"), list.text());
            assertEquals(
                    "✅ The call is answered.",
                    scene.press(scene.alice(), list, "Answer 2").text());
            assertTrue(ben.isInCall());

            assertSays(scene, "/hangup", "Which call? Write /hangup and its number, for example /hangup 1");
            assertSays(scene, "/hangup 1", "The call from Ana (+14085550134) is ended");
            assertTrue(ben.isInCall(), "the other call goes on");
            assertSays(scene, "/hangup 7", "I have done nothing: no call has that number.");
        }
    }

    @Test
    void theListOfCallsOffersForEachWhatCanBeDone() {
        try (Scene scene = Scene.started()) {
            scene.signIn(scene.alice());
            String held = scene.webex().outside("+14085550134", "Ana").call(scene.alice());
            scene.alice().phone().pickUp();
            scene.alice().phone().hold(held);
            OutsidePhone ben = scene.webex().outside("+14085550135", "Ben");
            scene.clock().advance(Duration.ofSeconds(2));
            ben.call(scene.alice());

            ChatMessage list = scene.ask(scene.alice(), "/calls");
            assertTrue(list.text().contains("Ana (+14085550134), on hold"), list.text());
            assertTrue(list.text().contains("Ben (+14085550135), ringing"), list.text());
            scene.press(scene.alice(), list, "Answer 2");
            assertTrue(ben.isInCall());
            scene.press(scene.alice(), list, "Hang up 1");
            assertEquals(1, scene.alice().phone().calls().size());
        }
    }

    @Test
    void aCallOnHoldCanBeEnded() {
        try (Scene scene = Scene.started()) {
            scene.signIn(scene.alice());
            String held = scene.webex().outside("+14085550134", "Ana").call(scene.alice());
            scene.alice().phone().pickUp();
            scene.alice().phone().hold(held);

            assertSays(scene, "/hangup", "is ended");
            assertTrue(scene.alice().phone().calls().isEmpty());
        }
    }

    @Test
    void aLatePressHitsNoOtherCall() {
        try (Scene scene = Scene.started()) {
            scene.signIn(scene.alice());
            OutsidePhone ana = scene.webex().outside("+14085550134", "Ana");
            ana.call(scene.alice());
            scene.clock().advance(Duration.ofSeconds(2));
            scene.webex().outside("+14085550135", "Ben").call(scene.alice());
            ChatMessage list = scene.ask(scene.alice(), "/answer");
            ana.hangUp();

            assertTrue(scene.press(scene.alice(), list, "Answer 1")
                    .text()
                    .contains("That call is over, so I did nothing"));
            assertEquals(CallState.ALERTING, scene.alice().phone().call().state());
        }
    }

    @Test
    void aPressRepeatedDoesNothingMore() {
        try (Scene scene = Scene.started()) {
            scene.signIn(scene.alice());
            OutsidePhone ana = scene.webex().outside("+14085550134", "Ana");
            ana.call(scene.alice());
            ChatMessage list = scene.ask(scene.alice(), "/calls");
            scene.press(scene.alice(), list, "Answer 1");

            ChatMessage again = scene.press(scene.alice(), list, "Answer 1");
            assertTrue(again.text().contains("cannot be answered, because it is connected"), again.text());
            assertTrue(ana.isInCall());
            assertEquals(1, scene.alice().phone().calls().size());
        }
    }

    @Test
    void aCallThatEndsWhileItIsAnsweredIsToldAsOver() {
        try (Scene scene = Scene.started()) {
            scene.signIn(scene.alice());
            scene.webex().outside("+14085550134", "Ana").call(scene.alice());
            scene.webex().faults().next(1, "POST", "/telephony/calls/answer").answer(409);

            assertSays(scene, "/answer", "See /calls for what there is");
            assertSays(scene, "/answer", "is answered");
        }
    }

    private static void assertSays(Scene scene, String command, String expected) {
        String answer = scene.ask(scene.alice(), command).text();
        assertTrue(answer.contains(expected), answer);
    }
}
