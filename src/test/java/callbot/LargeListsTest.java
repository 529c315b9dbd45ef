package callbot;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import callbot.sandbox.base.Habit;
import callbot.sandbox.messaging.ChatMessage;
import org.junit.jupiter.api.Test;

/** However many calls there are, and whatever callers call themselves, Webex takes the cards that show them. */
class LargeListsTest {

    private static final int CALLS = 60;

    @Test
    void aListOfManyCallsIsACardThatSaysThatThereAreMore() {
        try (Scene scene = strict()) {
            for (int i = 0; i < CALLS; i++)
                scene.webex().outside("+1408555" + (1000 + i), "Caller " + i).call(scene.alice());

            for (String command : new String[] {"/calls", "/answer"}) {
                ChatMessage list = scene.ask(scene.alice(), command);
                assertTrue(list.card().isPresent(), list.text());
                assertTrue(
                        list.text().matches("(?s).* and [0-9]+ more: /calls [0-9]+ shows the next of them.*"),
                        list.text());
                assertTrue(list.card().get().toString().contains("shows the next of them"));
            }
        }
    }

    @Test
    void namesAreCutUntilTheyFit() {
        String hostile = "👩\u202e{{DATE()}}https://evil.example".repeat(200);
        try (Scene scene = strict()) {
            scene.ask(scene.alice(), "/monitor on");
            for (int i = 0; i < 6; i++) {
                var caller = scene.webex().outside("+1408555" + (1000 + i), hostile);
                caller.call(scene.alice());
                ChatMessage card = scene.awaitCard(scene.alice(), "+1408555" + (1000 + i));
                assertHarmless(card);
                assertTrue(scene.ask(scene.alice(), "/calls").card().isPresent());
                caller.hangUp();
                assertHarmless(scene.awaitCard(scene.alice(), "Missed call"));
            }
            scene.alice().say("/history");
            ChatMessage history = scene.awaitCard(scene.alice(), "Your last calls");
            assertEquals(6, history.text().split("✗", -1).length - 1, history.text());
            assertHarmless(history);
        }
    }

    private static void assertHarmless(ChatMessage message) {
        String all = message.text() + message.card().orElseThrow();
        assertFalse(all.contains("://evil") || all.contains("\u202e") || all.contains("{{"), all);
    }

    private static Scene strict() {
        Scene scene = Scene.started();
        scene.signIn(scene.alice());
        scene.webex().habits().set(Habit.LIMITS_ENCRYPTED_SIZE, true);
        return scene;
    }
}
