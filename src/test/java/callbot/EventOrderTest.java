package callbot;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import callbot.sandbox.calls.OutsidePhone;
import callbot.sandbox.messaging.ChatMessage;
import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.Test;

/** Events that come late, twice, backwards, or when nobody wants them any more. */
class EventOrderTest {

    @Test
    void aCallToldBackwardsNeverGoesBackwards() throws InterruptedException {
        try (Scene scene = monitored()) {
            scene.webex().deliveries().holdBack();
            wholeCall(scene);
            scene.webex().deliveries().releaseReversed();
            scene.awaitMessage(scene.alice(), "ended after");
            settle(scene);

            assertIsInOrder(scene);
        }
    }

    @Test
    void aCallToldTwiceIsToldOnce() throws InterruptedException {
        try (Scene scene = monitored()) {
            scene.webex().deliveries().copies(2);
            scene.webex().deliveries().holdBack();
            wholeCall(scene);
            scene.webex().deliveries().release();
            scene.awaitMessage(scene.alice(), "ended after");
            settle(scene);

            assertIsInOrder(scene);
        }
    }

    @Test
    void whatWasUnderWayWhenItWasSwitchedOffIsNotTold() throws InterruptedException {
        try (Scene scene = monitored()) {
            scene.webex().deliveries().holdBack();
            scene.webex().outside("+14085550134", "Ana").call(scene.alice());
            scene.alice().say("/monitor off");
            scene.webex().deliveries().releaseReversed();
            scene.awaitMessage(scene.alice(), "Call cards are off");
            settle(scene);
            int before = news(scene).size();
            scene.webex().outside("+14085550135", "Ben").call(scene.alice());
            settle(scene);

            assertEquals(before, news(scene).size());
        }
    }

    @Test
    void monitoringStopsWhenItIsSwitchedOff() throws InterruptedException {
        try (Scene scene = monitored()) {
            Hooks hooks = Hooks.of(scene, scene.alice());
            assertTrue(scene.ask(scene.alice(), "/monitor off").text().contains("Call cards are off"));
            assertEquals(List.of(), hooks.list());

            scene.webex().outside("+14085550134", "Ana").call(scene.alice());
            settle(scene);
            assertEquals(List.of(), news(scene));
            assertTrue(scene.ask(scene.alice(), "/monitor off").text().contains("Call cards are off"));
        }
    }

    private static Scene monitored() {
        Scene scene = Scene.started();
        scene.signIn(scene.alice());
        assertTrue(scene.ask(scene.alice(), "/monitor on").text().contains("Call cards are on"));
        return scene;
    }

    /** A call that rings, is taken, and ends. */
    private static void wholeCall(Scene scene) {
        OutsidePhone ana = scene.webex().outside("+14085550134", "Ana");
        ana.call(scene.alice());
        scene.clock().advance(Duration.ofSeconds(5));
        scene.alice().phone().pickUp();
        scene.clock().advance(Duration.ofSeconds(5));
        ana.hangUp();
    }

    /** Waits until all that was delivered has been worked on: the stop waits for that. */
    private static void settle(Scene scene) throws InterruptedException {
        assertTrue(scene.webex().deliveries().awaitQuiet(Duration.ofSeconds(10)));
        scene.stop();
        scene.start();
    }

    private static List<String> news(Scene scene) {
        return scene.told(scene.alice()).stream()
                .filter(text -> text.contains("Ana") || text.contains("+1408555013"))
                .toList();
    }

    private static void assertIsInOrder(Scene scene) {
        List<String> news = news(scene);
        List<String> story = List.of("Incoming call", "Connected with", "ended after");
        List<Integer> steps = news.stream()
                .map(text -> (int)
                        story.stream().takeWhile(step -> !text.contains(step)).count())
                .toList();
        assertEquals(steps.stream().sorted().distinct().toList(), steps, news.toString());
        assertTrue(news.getLast().contains("ended after 0:05"), news.toString());
        assertEquals(
                List.of(news.getLast()),
                scene.visible(scene.alice()).stream()
                        .map(ChatMessage::text)
                        .filter(text -> text.contains("Ana"))
                        .toList());
    }
}
