package callbot;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import callbot.sandbox.messaging.ChatMessage;
import java.time.Duration;
import java.util.Optional;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** What is left on the voicemail is shown when it is left, to whoever wants to see calls. */
class VoicemailNewsTest {

    private static final String ANA = "+14085550134";
    private static final String LIST = "/telephony/voiceMessages";

    private final Scene scene = Scene.started();

    @BeforeEach
    void signIn() {
        scene.signIn(scene.alice());
    }

    @AfterEach
    void stop() {
        scene.close();
    }

    @Test
    void eachIsShownOnceWithWhatCanBeDone() throws InterruptedException {
        leave("Early", 5);
        scene.clock().advance(Duration.ofMinutes(20));
        scene.ask(scene.alice(), "/monitor on");
        leave("Ana", 72);
        ChatMessage card = scene.awaitCard(scene.alice(), "1 new voice message");
        assertTrue(card.text().contains("Ana (" + ANA + "), today "), card.text());
        assertTrue(card.text().contains(", 1:12"), card.text());
        assertFalse(card.text().contains("Early"), card.text());

        scene.clock().advance(Duration.ofMinutes(1));
        leave("Ben", 4);
        ChatMessage second = scene.awaitCard(scene.alice(), "Ben (");
        assertFalse(second.text().contains("Ana"), second.text());

        int before = scene.fromBot(scene.alice()).size();
        assertTrue(scene.press(scene.alice(), card, "Mark read").text().contains("counts as read now"));
        scene.await(() -> scene.requests("GET", LIST) == 3, "a look at what has changed");
        scene.webex().deliveries().awaitQuiet(Duration.ofSeconds(10));
        scene.ask(scene.alice(), "/echo done");
        assertEquals(before + 2, scene.fromBot(scene.alice()).size(), "what was read is no news");
    }

    /** Webex says nothing by which two changes could be told apart, nor one that it tells of twice. */
    @Test
    void whatIsToldTwiceIsShownOnce() throws InterruptedException {
        scene.ask(scene.alice(), "/monitor on");
        scene.webex().deliveries().copies(3);
        leave("Ana", 72);
        scene.awaitCard(scene.alice(), "1 new voice message");
        scene.webex().deliveries().awaitQuiet(Duration.ofSeconds(10));
        scene.webex().deliveries().copies(1);
        scene.ask(scene.alice(), "/echo done");
        assertEquals(
                1,
                scene.told(scene.alice()).stream()
                        .filter(text -> text.contains("new voice message"))
                        .count());
    }

    @Test
    void whoWantsToSeeNoCallsIsToldOfNone() {
        scene.ask(scene.alice(), "/monitor on");
        scene.ask(scene.alice(), "/monitor off");
        leave("Ana", 72);
        scene.ask(scene.alice(), "/echo done");
        assertEquals(0, scene.requests("GET", LIST));
    }

    private void leave(String name, long seconds) {
        scene.webex().voiceMessages().leave(scene.alice().person(), Optional.of(name), Optional.of(ANA), seconds);
    }
}
