package callbot;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import callbot.sandbox.messaging.ChatMessage;
import org.junit.jupiter.api.Test;

/** What concerns everybody is for administrators. */
class AdministrationTest {

    @Test
    void anAdministratorSeesNumbersAndNoSecrets() {
        try (Scene scene = withAlice()) {
            scene.signIn(scene.bob());
            scene.ask(scene.bob(), "/monitor on");
            scene.ask(scene.alice(), "/auth");

            String told = scene.ask(scene.alice(), "/redis info").text();
            assertTrue(told.contains("1 user signed in; 1 told about their calls"), told);
            assertTrue(told.contains("1 sign-in begun and not ended"), told);
            assertTrue(told.contains("not done yet, this one among them"), told);
            assertFalse(told.contains("bob"), told);
        }
    }

    @Test
    void everybodyIsForgottenOnlyAfterASecondWord() {
        try (Scene scene = withAlice()) {
            scene.signIn(scene.bob());
            scene.ask(scene.bob(), "/monitor on");

            ChatMessage question = scene.ask(scene.alice(), "/redis clear");
            assertTrue(question.text().contains("signs out 1 user"), question.text());
            assertTrue(scene.ask(scene.bob(), "/calls").text().contains("no calls"));

            String told =
                    scene.press(scene.alice(), question, "Sign everybody out").text();
            assertTrue(told.contains("Signed out 1 user"), told);
            assertTrue(scene.ask(scene.bob(), "/calls").text().contains("Sign in first"));
            assertTrue(scene.ask(scene.bob(), "/status").text().contains("Call cards: Off"));
            assertEquals(3, scene.requests("DELETE", "/webhooks"));
        }
    }

    @Test
    void nobodyElseMay() {
        try (Scene scene = withAlice()) {
            scene.signIn(scene.bob());
            assertTrue(scene.ask(scene.bob(), "/redis info").text().contains("Only administrators"));
            assertTrue(scene.ask(scene.bob(), "/redis clear").text().contains("Only administrators"));
            assertTrue(scene.ask(scene.bob(), "/redis clear all").text().contains("Only administrators"));
            assertTrue(scene.ask(scene.bob(), "/calls").text().contains("no calls"));
        }
    }

    private static Scene withAlice() {
        return Scene.prepared().with("WXC_CC_ADMINS", "alice.adams@example.com").start();
    }
}
