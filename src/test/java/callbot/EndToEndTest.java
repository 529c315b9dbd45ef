package callbot;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import callbot.sandbox.calls.OutsidePhone;
import callbot.sandbox.messaging.ChatMessage;
import org.junit.jupiter.api.Test;

/** What a person sees who uses the bot, from the first word to the last call. */
class EndToEndTest {

    @Test
    void helpNamesEveryCommandInTwelveLines() {
        try (Scene scene = Scene.started()) {
            String help = scene.ask(scene.alice(), "/help").markdown().orElseThrow();

            assertTrue(help.lines().count() <= 12, help);
            assertTrue(help.contains("/dial <number, address or name>"), help);
        }
    }

    @Test
    void aUserSignsInAndDials() {
        try (Scene scene = Scene.started()) {
            OutsidePhone ana = scene.webex().outside("+14085550134", "Ana");
            scene.signIn(scene.alice());

            ChatMessage answer = scene.ask(scene.alice(), "/dial +1 (408) 555-0134");
            assertTrue(answer.text().contains("Calling +14085550134"), answer.text());

            scene.alice().phone().pickUp();
            assertTrue(ana.isRinging());
        }
    }

    @Test
    void aMonitoredUserIsToldOfACallAndAnswersItByButton() {
        try (Scene scene = Scene.started()) {
            OutsidePhone ana = scene.webex().outside("+14085550134", "Ana");
            scene.signIn(scene.alice());
            assertTrue(scene.ask(scene.alice(), "/monitor on").text().contains("Call cards are on"));

            ana.call(scene.alice());
            ChatMessage ringing = scene.awaitMessage(scene.alice(), "Incoming call");
            scene.press(scene.alice(), ringing, "Answer");
            scene.awaitMessage(scene.alice(), "Connected with");
            assertTrue(ana.isInCall());

            scene.alice().say("/hangup");
            scene.awaitMessage(scene.alice(), "ended after");
            assertTrue(scene.ask(scene.alice(), "/history").text().contains("Ana"));
            assertEquals(1, scene.requests("POST", "/telephony/calls/answer"));
        }
    }
}
