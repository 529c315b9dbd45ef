package callbot;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import callbot.json.Json;
import java.net.http.HttpResponse;
import java.util.List;
import org.junit.jupiter.api.Test;

/** Webhooks that are where they should be, whatever has become of them. */
class SelfHealingTest {

    @Test
    void aTunnelWithANewAddressIsFollowedByTheBotsHooksAndTheUsers() {
        try (Scene scene = monitored()) {
            List<String> idsBefore = Hooks.ofBot(scene).each("id");
            String url = scene.ngrok().change(scene.bot().port());
            scene.bot().upkeep();

            assertEquals(
                    List.of(url + "/webhook", url + "/webhook", url + "/webhook"),
                    Hooks.ofBot(scene).each("targetUrl"));
            assertEquals(idsBefore, Hooks.ofBot(scene).each("id"), "repaired in place, so that there is no gap");
            assertTrue(
                    Hooks.of(scene, scene.alice()).each("targetUrl").getFirst().startsWith(url + "/webhook/calls/"));
            assertIsToldOfCalls(scene);
        }
    }

    @Test
    void webhooksThatWebexHasGivenUpAreRevived() {
        try (Scene scene = monitored()) {
            scene.webex().deactivateWebhooks(scene.webex().bot());
            scene.webex().deactivateWebhooks(scene.alice().person());
            scene.bot().upkeep();

            assertEquals(
                    List.of("active", "active", "active"), Hooks.ofBot(scene).each("status"));
            assertEquals(
                    List.of("active", "active", "active"),
                    Hooks.of(scene, scene.alice()).each("status"));
            assertIsToldOfCalls(scene);
        }
    }

    @Test
    void webhooksThatWereDeletedAreMadeAgain() {
        try (Scene scene = monitored()) {
            Hooks ofBot = Hooks.ofBot(scene);
            Hooks ofAlice = Hooks.of(scene, scene.alice());
            ofBot.list().forEach(ofBot::delete);
            ofAlice.list().forEach(ofAlice::delete);
            scene.bot().upkeep();

            assertEquals(List.of("attachmentActions", "memberships", "messages"), ofBot.each("resource"));
            assertEquals(List.of("telephony_calls", "telephony_conference", "telephony_mwi"), ofAlice.each("resource"));
            assertIsToldOfCalls(scene);
        }
    }

    @Test
    void webhooksOfOthersStayAsTheyAre() {
        try (Scene scene = monitored()) {
            Hooks ofBot = Hooks.ofBot(scene);
            Hooks ofAlice = Hooks.of(scene, scene.alice());
            ofBot.create("another app", "https://example.com/webhook", "messages");
            ofAlice.create("another app", "https://example.com/webhook", "telephony_calls");
            List<Json> foreign = foreign(ofBot, ofAlice);
            scene.ngrok().change(scene.bot().port());
            scene.bot().upkeep();
            scene.ask(scene.alice(), "/auth clear");

            assertEquals(2, foreign.size());
            assertEquals(foreign.toString(), foreign(ofBot, ofAlice).toString());
        }
    }

    @Test
    void aRestartMakesNoHookTwice() {
        try (Scene scene = monitored()) {
            List<String> before = Hooks.ofBot(scene).each("id");
            scene.stop();
            scene.start();
            scene.bot().upkeep();

            assertEquals(before, Hooks.ofBot(scene).each("id"));
            assertEquals(3, Hooks.of(scene, scene.alice()).list().size());
        }
    }

    @Test
    void monitoringGoesOnAfterARestartAtANewAddressWithoutAWord() {
        try (Scene scene = monitored()) {
            Hooks ofAlice = Hooks.of(scene, scene.alice());
            List<String> before = ofAlice.each("targetUrl");
            scene.stop();
            scene.ngrok().change(scene.bot().port());
            scene.start();

            scene.await(() -> !ofAlice.each("targetUrl").equals(before), "the hook to follow without a round");
            assertIsToldOfCalls(scene);
        }
    }

    @Test
    void aHookThatCannotBeMadeIsMadeInTheNextRound() {
        try (Scene scene = monitored()) {
            Hooks ofAlice = Hooks.of(scene, scene.alice());
            ofAlice.list().forEach(ofAlice::delete);
            scene.webex().faults().next(1, "POST", "/webhooks").answer(500);
            scene.bot().upkeep();
            assertEquals(List.of(), ofAlice.list());

            scene.bot().upkeep();
            assertIsToldOfCalls(scene);
        }
    }

    @Test
    void theTunnelOfAnotherProgramIsNotTaken() {
        try (Scene scene = Scene.prepared()) {
            String foreign = scene.ngrok().openForAnotherProgram(scene.bot().port() - 1);
            scene.start();

            for (String target : Hooks.ofBot(scene).each("targetUrl")) assertNotEquals(foreign + "/webhook", target);
            assertEquals("hello", scene.ask(scene.alice(), "/echo hello").text());
        }
    }

    @Test
    void aBotThatWebexCannotTellAnythingSaysWhyItIsNotReady() {
        try (Scene scene = Scene.started()) {
            assertEquals(200, scene.visitor().open(scene.address("/ready")).statusCode());
            scene.webex().faults().next(3, "GET", "/webhooks").answer(503);
            try {
                scene.bot().upkeep();
            } catch (RuntimeException e) {
                assertTrue(e.getMessage().contains("503"), e.getMessage());
            }

            HttpResponse<String> notReady = scene.visitor().open(scene.address("/ready"));
            assertEquals(503, notReady.statusCode());
            assertEquals("webex: I cannot have Webex tell me anything. The log says more.\n", notReady.body());
            assertEquals(200, scene.visitor().open(scene.address("/health")).statusCode());
            scene.bot().upkeep();
            assertEquals(200, scene.visitor().open(scene.address("/ready")).statusCode());
        }
    }

    private static Scene monitored() {
        Scene scene = Scene.started();
        scene.signIn(scene.alice());
        scene.ask(scene.alice(), "/monitor on");
        return scene;
    }

    private static List<Json> foreign(Hooks... hooks) {
        return List.of(hooks).stream()
                .flatMap(each -> each.list().stream())
                .filter(hook -> hook.requireText("name").equals("another app"))
                .toList();
    }

    private static void assertIsToldOfCalls(Scene scene) {
        scene.webex().outside("+14085550134", "Ana").call(scene.alice());
        assertTrue(scene.awaitMessage(scene.alice(), "Incoming call from Ana")
                .card()
                .isPresent());
    }
}
