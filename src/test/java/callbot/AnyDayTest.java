package callbot;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;

import callbot.sandbox.messaging.ChatMessage;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** What is promised holds on any day, whatever people, phones, Webex and the network do, and in whatever order. */
class AnyDayTest {

    private static final int STEPS = 40;

    @ParameterizedTest
    @ValueSource(longs = {2, 11, 16, 29, 37, 44})
    void whatIsPromisedHolds(long seed) {
        try (LogCapture log = new LogCapture();
                Scene scene = Scene.prepared()) {
            AnyDay day = new AnyDay(scene, seed);
            day.begin();
            for (int i = 0; i < STEPS; i++) day.step();
            day.end();

            String story = day.story();
            assertEquals(day.echoes(), Set.copyOf(echoed(scene)), story);
            assertEquals(day.echoes().size(), echoed(scene).size(), story);
            assertEquals(List.of(), day.dialledTwice(), story);
            scene.await(
                    () -> {
                        day.hangUp();
                        return alive(scene).isEmpty();
                    },
                    "cards to show that their calls are over" + story);
            assertFalse(log.text().contains("Exception"), () -> log.text() + story);
        }
    }

    /** What Alice said to hear it back, and did. */
    private static List<String> echoed(Scene scene) {
        return scene.told(scene.alice()).stream()
                .filter(text -> text.startsWith("echo "))
                .toList();
    }

    /** The cards that Alice sees and that show a call as if it went on. */
    private static List<String> alive(Scene scene) {
        return scene.visible(scene.alice()).stream()
                .filter(message -> message.card().isPresent())
                .map(ChatMessage::text)
                .filter(text -> text.matches("(?s)(📞 Your phone rings:|📞 Calling|🔔 Incoming|🟢 Connected|⏸️).*"))
                .collect(Collectors.toList());
    }
}
