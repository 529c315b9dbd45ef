package callbot;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import callbot.sandbox.calls.OutsidePhone;
import callbot.sandbox.messaging.ChatMessage;
import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.Test;

/** What users who want it are told of their calls, in whatever order Webex tells the bot. */
class MonitoringTest {

    @Test
    void aCallIsToldOnOneCardStateByState() {
        try (Scene scene = monitored()) {
            OutsidePhone ana = scene.webex().outside("+14085550134", "Ana");
            String call = ana.call(scene.alice());
            scene.awaitCard(scene.alice(), "Incoming call from Ana (+14085550134)");
            scene.alice().phone().pickUp();
            scene.awaitCard(scene.alice(), "Connected with Ana");
            scene.alice().phone().hold(call);
            scene.awaitCard(scene.alice(), "is on hold");
            scene.alice().phone().resume(call);
            scene.await(() -> news(scene).size() == 4, "the card that shows that they talk again");
            scene.clock().advance(Duration.ofSeconds(65));
            ana.hangUp();

            ChatMessage end = scene.awaitCard(scene.alice(), "Call with Ana (+14085550134) ended after 1:");
            assertTrue(end.text().contains(", held once."), end.text());
            assertEquals(5, news(scene).size(), "one card for each state");
            scene.await(() -> visibleNews(scene).equals(List.of(end.text())), "the others to be taken back");
        }
    }

    @Test
    void aMissedCallCanBeCalledBackWithOnePress() {
        try (Scene scene = monitored()) {
            OutsidePhone ana = scene.webex().outside("+14085550134", "Ana");
            ana.call(scene.alice());
            scene.awaitCard(scene.alice(), "Incoming call");
            ana.hangUp();
            ChatMessage missed = scene.awaitCard(scene.alice(), "Missed call from Ana");

            scene.alice().press(missed.id(), "Call back");
            scene.awaitCard(scene.alice(), "Your phone rings: pick it up, and it connects you with +14085550134");
            scene.alice().phone().pickUp();
            assertTrue(ana.isRinging());
        }
    }

    @Test
    void aPrivateCallerIsNotNamedAndNotCalledBack() {
        try (Scene scene = monitored()) {
            OutsidePhone unknown = scene.webex().withheld("+14085550199");
            unknown.call(scene.alice());
            ChatMessage ringing = scene.awaitCard(scene.alice(), "Incoming call from a private caller");
            unknown.hangUp();

            assertTrue(ringing.card().orElseThrow().toString().contains("Action.Submit"), "it can be answered");
            ChatMessage missed = scene.awaitCard(scene.alice(), "Missed call from a private caller");
            assertFalse(missed.card().orElseThrow().toString().contains("Action.Submit"), "there is no number");
        }
    }

    @Test
    void aQueueCallThatSomebodyElseTookIsNotMissed() {
        try (Scene scene = monitored()) {
            OutsidePhone ana = scene.webex().outside("+14085550134", "Ana");
            ana.callQueue("Support", "+14085559000", List.of(scene.alice(), scene.bob()));
            scene.awaitMessage(scene.alice(), "by way of Support");
            scene.bob().phone().pickUp();

            scene.awaitMessage(scene.alice(), "no longer rings for you");
            assertTrue(news(scene).stream().noneMatch(text -> text.contains("Missed")));
        }
    }

    @Test
    void anOutgoingCallIsToldFromTheOwnPhoneToTheEnd() {
        try (Scene scene = monitored()) {
            OutsidePhone ana = scene.webex().outside("+14085550134", "Ana");
            scene.alice().say("/dial +14085550134");
            scene.awaitMessage(scene.alice(), "Your phone rings: pick it up, and it connects you with +14085550134");
            scene.alice().phone().pickUp();
            scene.awaitMessage(scene.alice(), "Calling +14085550134.");
            ana.pickUp();
            scene.awaitMessage(scene.alice(), "Connected with +14085550134");
            ana.hangUp();
            scene.awaitMessage(scene.alice(), "Call with +14085550134 ended after 0:");

            scene.alice().phone().dial("+14085550135");
            scene.awaitMessage(scene.alice(), "Calling +14085550135.");
            scene.alice().phone().hangUp();
            scene.awaitMessage(scene.alice(), "ended; nobody answered");
            assertTrue(news(scene).stream().noneMatch(text -> text.contains("Incoming")));
        }
    }

    @Test
    void aLearnerSeesTheEventsAsTheyCame() {
        try (Scene scene = monitored()) {
            assertTrue(scene.ask(scene.alice(), "/monitor json").text().contains("as Webex sends them"));
            String call = scene.webex().outside("+14085550134", "Ana").call(scene.alice());

            String event = scene.awaitMessage(scene.alice(), call).markdown().orElseThrow();
            assertTrue(event.contains("```json\n{"), event);
            assertTrue(event.contains("\"personality\" : \"terminator\""), event);
            assertTrue(event.endsWith("```"), event);
        }
    }

    @Test
    void nobodySeesTheCallsOfOthers() {
        try (Scene scene = monitored()) {
            scene.signIn(scene.bob());
            scene.ask(scene.bob(), "/monitor on");
            scene.webex().outside("+14085550134", "Ana").call(scene.alice());
            scene.webex().outside("+14085550135", "Ben").call(scene.bob());
            scene.awaitMessage(scene.alice(), "Incoming call from Ana");
            scene.awaitMessage(scene.bob(), "Incoming call from Ben");

            assertFalse(scene.told(scene.alice()).toString().contains("Ben"));
            assertFalse(scene.told(scene.bob()).toString().contains("Ana"));
        }
    }

    @Test
    void twoUsersOfOneCallAreEachToldTheirSide() {
        try (Scene scene = monitored()) {
            scene.signIn(scene.bob());
            scene.ask(scene.bob(), "/monitor on");
            scene.alice().phone().dial(scene.bob().phone().extension());

            scene.awaitMessage(scene.alice(), "Calling Bob Brown");
            scene.awaitMessage(scene.bob(), "Incoming call from Alice Adams");
            scene.bob().phone().pickUp();
            scene.awaitMessage(scene.alice(), "Connected with Bob Brown");
            assertEquals(
                    1,
                    scene.told(scene.bob()).stream()
                            .filter(text -> text.contains("Incoming"))
                            .count());
        }
    }

    @Test
    void aWebhookThatCouldNotBeRemovedIsRemovedWhenItBringsNews() {
        try (Scene scene = monitored()) {
            Hooks hooks = Hooks.of(scene, scene.alice());
            scene.webex().faults().next(3, "GET", "/webhooks").answer(503);
            scene.ask(scene.alice(), "/monitor off");
            assertEquals(3, hooks.list().size());

            scene.webex().outside("+14085550134", "Ana").call(scene.alice());
            scene.await(() -> hooks.list().isEmpty(), "the webhook to be removed");
            assertEquals(List.of(), news(scene));
        }
    }

    private static Scene monitored() {
        Scene scene = Scene.started();
        scene.signIn(scene.alice());
        assertTrue(scene.ask(scene.alice(), "/monitor on").text().contains("Call cards are on"));
        return scene;
    }

    /** All that was told of calls, also what has been replaced. */
    private static List<String> news(Scene scene) {
        return about(scene.fromBot(scene.alice()));
    }

    private static List<String> visibleNews(Scene scene) {
        return about(scene.visible(scene.alice()));
    }

    private static List<String> about(List<ChatMessage> messages) {
        return messages.stream()
                .map(ChatMessage::text)
                .filter(text -> text.contains("Ana") || text.contains("+1408555013"))
                .toList();
    }
}
