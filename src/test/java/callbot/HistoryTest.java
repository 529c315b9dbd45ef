package callbot;

import static org.junit.jupiter.api.Assertions.assertTrue;

import callbot.sandbox.calls.OutsidePhone;
import java.time.Duration;
import java.time.Instant;
import java.time.format.DateTimeFormatter;
import org.junit.jupiter.api.Test;

/** What is said of calls that are over, and of callers who do not say who they are. */
class HistoryTest {

    @Test
    void aPrivateCallerIsOneEverywhere() {
        try (Scene scene = Scene.started()) {
            scene.signIn(scene.alice());
            OutsidePhone unknown = scene.webex().withheld("+14085550199");
            unknown.call(scene.alice());

            assertSays(scene, "/calls", "call from a private caller, ringing");
            assertSays(scene, "/answer", "Answered the call from a private caller");
            assertSays(scene, "/hangup", "The call from a private caller has ended");
            assertSays(scene, "/history", "a private caller");
            assertTrue(scene.told(scene.alice()).stream().noneMatch(text -> text.contains("5550199")));
        }
    }

    @Test
    void aCallThatWasTurnedAwayIsNotCalledMissed() {
        try (Scene scene = Scene.started()) {
            scene.signIn(scene.alice());
            scene.ask(scene.alice(), "/monitor on");
            OutsidePhone ana = scene.webex().outside("+14085550134", "Ana");
            ana.call(scene.alice());
            scene.press(scene.alice(), scene.awaitCard(scene.alice(), "Incoming call"), "Decline");
            scene.awaitCard(scene.alice(), "You declined the call");
            scene.clock().advance(Duration.ofMinutes(5));
            ana.call(scene.alice());
            ana.hangUp();
            scene.awaitCard(scene.alice(), "Missed call");

            String history = scene.ask(scene.alice(), "/history").text();
            assertTrue(history.contains("✗ declined today"), history);
            assertTrue(history.contains("✗ missed today"), history);
        }
    }

    @Test
    void anEmptyHistorySaysSo() {
        try (Scene scene = Scene.started()) {
            scene.signIn(scene.alice());

            assertSays(scene, "/history", "There are no such calls in your history yet");
            assertSays(scene, "/history missed", "There are no such calls in your history yet");
        }
    }

    @Test
    void theHistoryIsNewestFirstInTheUsersOwnTime() {
        try (Scene scene = Scene.started()) {
            scene.signIn(scene.alice());
            OutsidePhone ana = scene.webex().outside("+14085550134", "Ana");
            ana.call(scene.alice());
            Instant missedAt = scene.clock().instant();
            ana.hangUp();
            scene.clock().advance(Duration.ofSeconds(2));
            scene.webex().outside("+14085550135", "Ben").call(scene.alice());
            scene.ask(scene.alice(), "/answer");

            String history = scene.ask(scene.alice(), "/history").text();
            DateTimeFormatter there = DateTimeFormatter.ofPattern("'missed today 'HH:mm")
                    .withZone(scene.alice().person().timezone());
            assertTrue(
                    history.contains(there.format(missedAt)) || history.contains(there.format(missedAt.plusSeconds(2))),
                    history);
            assertTrue(history.indexOf("received today") < history.indexOf("missed today"), history);
            assertTrue(history.indexOf("Ben (+14085550135)") < history.indexOf("Ana (+14085550134)"), history);
            String missed = scene.ask(scene.alice(), "/history missed").text();
            assertTrue(missed.contains("Ana") && !missed.contains("Ben"), missed);
        }
    }

    private static void assertSays(Scene scene, String command, String expected) {
        String answer = scene.ask(scene.alice(), command).text();
        assertTrue(answer.contains(expected), answer);
    }
}
