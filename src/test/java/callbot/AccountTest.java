package callbot;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import callbot.sandbox.messaging.ChatMessage;
import org.junit.jupiter.api.Test;

/** How users look after their sign-in once they have one. */
class AccountTest {

    @Test
    void authSaysUntilWhenASignInLastsAndGivesNoLink() {
        try (Scene scene = Scene.started()) {
            scene.signIn(scene.alice());

            ChatMessage answer = scene.ask(scene.alice(), "/auth");
            assertTrue(answer.text().contains("You are signed in as alice.adams@example.com until"), answer.text());
            assertFalse(answer.card().orElseThrow().toString().contains("OpenUrl"), "there is no link");
        }
    }

    @Test
    void authForceGivesALinkAndLeavesEverythingAsItIsUntilThen() {
        try (Scene scene = Scene.started()) {
            scene.signIn(scene.alice());

            ChatMessage invitation = scene.ask(scene.alice(), "/auth force");
            assertTrue(invitation.text().contains("Sign in again"), invitation.text());
            assertTrue(scene.ask(scene.alice(), "/calls").text().contains("no calls"));

            scene.visitor().open(scene.visitor().agree(scene.alice(), invitation));
            scene.awaitMessage(scene.alice(), 4);
            assertTrue(scene.ask(scene.alice(), "/calls").text().contains("no calls"));
            assertEquals(2, scene.requests("POST", "/access_token"));
        }
    }

    @Test
    void authClearRemovesTheCallWebhookAndThenForgets() {
        try (Scene scene = Scene.started()) {
            scene.signIn(scene.alice());
            scene.ask(scene.alice(), "/monitor on");
            Hooks hooks = Hooks.of(scene, scene.alice());
            assertEquals(3, hooks.list().size());

            String answer = scene.ask(scene.alice(), "/auth clear").text();
            assertTrue(answer.contains("You are signed out"), answer);
            assertEquals(0, hooks.list().size());
            assertTrue(scene.ask(scene.alice(), "/calls").text().contains("Sign in first"));
            assertTrue(scene.ask(scene.alice(), "/auth clear").text().contains("I remember nothing else of you"));

            scene.stop();
            scene.start();
            assertTrue(scene.ask(scene.alice(), "/calls").text().contains("Sign in first"));
        }
    }

    @Test
    void authClearForgetsAlsoWhenWebexIsInTroubleAndSaysWhatIsLeft() {
        try (Scene scene = Scene.started()) {
            scene.signIn(scene.alice());
            scene.ask(scene.alice(), "/monitor on");
            scene.webex().faults().next(3, "GET", "/webhooks").answer(503);

            String answer = scene.ask(scene.alice(), "/auth clear").text();
            assertTrue(answer.contains("You are signed out"), answer);
            assertTrue(answer.contains("may still send me news of them; I ignore it"), answer);

            scene.webex().outside("+14085550134", "Ana").call(scene.alice());
            assertTrue(scene.ask(scene.alice(), "/status").text().contains("Call cards: Off"));
            assertTrue(scene.told(scene.alice()).stream().noneMatch(text -> text.contains("Ana")));
        }
    }

    @Test
    void monitoringCanBeSwitchedOffThoughThePermissionHasEnded() {
        try (Scene scene = Scene.started()) {
            scene.signIn(scene.alice());
            scene.ask(scene.alice(), "/monitor on");
            scene.webex().tokens().revoke(scene.alice().person());
            assertTrue(scene.ask(scene.alice(), "/calls").text().contains("sign-in has ended"));

            String answer = scene.ask(scene.alice(), "/monitor off").text();
            assertTrue(answer.contains("Call cards are off"), answer);

            int before = scene.fromBot(scene.alice()).size();
            scene.webex().outside("+14085550134", "Ana").call(scene.alice());
            scene.ask(scene.alice(), "/echo the end");
            assertEquals(before + 1, scene.fromBot(scene.alice()).size());
        }
    }

    @Test
    void anAdministratorDropsTheSignInsUnderWay() {
        try (Scene scene = Scene.prepared()
                .with("WXC_CC_ADMINS", "Alice.Adams@example.com")
                .start()) {
            ChatMessage invitation = scene.ask(scene.bob(), "/auth");

            assertTrue(scene.ask(scene.alice(), "/auth maintenance").text().contains("Dropped 1 sign-in"));
            assertTrue(scene.ask(scene.alice(), "/auth maintenance").text().contains("No sign-in was under way"));
            int status = scene.visitor()
                    .open(scene.visitor().agree(scene.bob(), invitation))
                    .statusCode();
            assertEquals(410, status);
        }
    }

    @Test
    void nobodyElseEndsTheSignInsOfOthers() {
        try (Scene scene = Scene.prepared()
                .with("WXC_CC_ADMINS", "alice.adams@example.com")
                .start()) {
            ChatMessage invitation = scene.ask(scene.alice(), "/auth");

            assertTrue(scene.ask(scene.bob(), "/auth maintenance").text().contains("Only administrators"));
            int status = scene.visitor()
                    .open(scene.visitor().agree(scene.alice(), invitation))
                    .statusCode();
            assertEquals(200, status);
        }
    }

    @Test
    void whoIsNotOnTheListIsToldSoAndNothingHappens() {
        try (Scene scene = Scene.prepared()
                .with("WXC_CC_ALLOWED", "ALICE.adams@example.com, cisco.com")
                .start()) {
            assertTrue(scene.ask(scene.bob(), "/auth").text().contains("not on my list"));
            assertTrue(scene.ask(scene.alice(), "/auth").text().contains("Sign in"));
        }
    }

    @Test
    void whoIsTakenOffTheListIsForgottenAndToldSo() {
        try (Scene scene = Scene.started()) {
            scene.signIn(scene.alice());
            scene.ask(scene.alice(), "/monitor on");
            Hooks hooks = Hooks.of(scene, scene.alice());
            scene.stop();
            scene.with("WXC_CC_ALLOWED", "cisco.com").start();
            scene.bot().upkeep();

            scene.awaitMessage(scene.alice(), "You are no longer on the list");
            assertEquals(0, hooks.list().size());
            scene.stop();
            scene.with("WXC_CC_ALLOWED", "").start();
            assertTrue(scene.ask(scene.alice(), "/calls").text().contains("Sign in first"));
        }
    }

    @Test
    void whoIsNotOnTheListMaySignOutAllTheSame() {
        try (Scene scene = Scene.prepared().with("WXC_CC_ALLOWED", "cisco.com").start()) {
            String answer = scene.ask(scene.bob(), "/auth clear").text();
            assertTrue(answer.contains("I remember nothing else of you"), answer);
        }
    }
}
