package callbot;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import callbot.sandbox.messaging.ChatMessage;
import java.util.Optional;
import org.junit.jupiter.api.Test;

/** How things stand, at a glance. */
class StatusTest {

    private static final String CONFIG = "/telephony/config";

    @Test
    void theLineIsToldOfInAFewWordsEach() {
        try (Scene scene = LineScopesTest.withSettings()) {
            scene.signIn(scene.alice());
            scene.webex()
                    .voiceMessages()
                    .leave(scene.alice().person(), Optional.of("Ana"), Optional.of("+14085550134"), 9);
            scene.ask(scene.alice(), "/dnd on");
            scene.ask(scene.alice(), "/forward 1002");
            scene.ask(scene.alice(), "/away lunch");
            ChatMessage told = scene.ask(scene.alice(), "/status");
            for (String fact : new String[] {
                "Sign-in: You are signed in as ",
                "Do not disturb: On",
                "Forwarding: All calls to 1002",
                "Away: Yes, at lunch",
                "Queues: ",
                "Voicemail: 1 new, 1 in all",
                "Call cards: Off."
            }) assertTrue(told.text().contains(fact), fact + " in " + told.text());
            assertTrue(scene.press(scene.alice(), told, "Voice messages").text().contains("Ana"));
        }
    }

    /** The rest is told all the same, and nobody waits for what has trouble. */
    @Test
    void whatWebexDoesNotSayIsLeftOut() {
        try (Scene scene = LineScopesTest.withSettings()) {
            scene.signIn(scene.alice());
            scene.webex().settings().takeAway(scene.alice().person());
            scene.webex().faults().next(1, "GET", "/telephony/voiceMessages").answer(503);
            String told = scene.ask(scene.alice(), "/status").text();
            assertTrue(told.contains("You are signed in as "), told);
            assertTrue(told.contains("Away: No"), told);
            assertFalse(told.contains("Do not disturb") || told.contains("Voicemail"), told);
            assertEquals(1, scene.requests("GET", "/telephony/voiceMessages"), "it is asked once");
        }
    }

    @Test
    void whatWasNotGrantedIsNotAskedFor() {
        try (Scene scene = Scene.started()) {
            assertTrue(scene.ask(scene.alice(), "/status").text().contains("You are not signed in"));
            scene.signIn(scene.alice());
            String told = scene.ask(scene.alice(), "/status").text();
            assertTrue(told.contains("Voicemail: No messages"), told);
            assertFalse(told.contains("Do not disturb"), told);
            assertEquals(0, scene.requests("GET", CONFIG));
        }
    }
}
