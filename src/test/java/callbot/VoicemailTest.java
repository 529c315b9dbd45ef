package callbot;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import callbot.sandbox.messaging.ChatMessage;
import callbot.webex.calling.VoiceMessageId;
import java.time.Duration;
import java.util.Optional;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Voice messages: who left them; and back to the caller, read, new, or gone. */
class VoicemailTest {

    private static final String ANA = "+14085550134";

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
    void theNewestComesFirstWithWhatIsKnownOfIt() {
        assertEquals("📭 You have no voice messages.", ask("/voicemail").text());
        leave("Ana", ANA, 72);
        scene.clock().advance(Duration.ofMinutes(1));
        scene.webex().voiceMessages().leave(scene.alice().person(), Optional.empty(), Optional.empty(), 5);
        String told = ask("/voicemail").text();
        assertTrue(told.startsWith("📬 2 new voice messages"), told);
        int withheld = told.indexOf("new a private caller, ");
        int ana = told.indexOf("new Ana (" + ANA + "), ");
        assertTrue(withheld > 0 && withheld < ana, told);
        assertTrue(told.contains(", 1:12") && told.contains(", 0:05"), told);
        assertTrue(told.contains("I can't play them") && told.contains("Listen in the Webex app"), told);
    }

    @Test
    void oneIsMarkedAndNoOther() {
        leave("Ana", ANA, 12);
        scene.clock().advance(Duration.ofMinutes(1));
        leave("Ben", "+14085550135", 13);
        ChatMessage list = ask("/voicemail");
        ChatMessage marked = scene.press(scene.alice(), list, "Mark read");
        assertTrue(marked.text().contains("counts as read now"), marked.text());
        assertEquals(1, unread());
        assertTrue(ask("/voicemail").text().contains("1 new voice message, 2 in all"));

        assertTrue(scene.press(scene.alice(), marked, "Mark unread").text().contains("counts as new now"));
        assertEquals(2, unread());

        String told = ask("/voicemail read 2").text();
        assertTrue(told.contains("The voice message of Ana (" + ANA + "), today "), told);
        assertEquals(1, unread());
        ask("/voicemail unread 2");
        assertEquals(2, unread());
    }

    @Test
    void oneIsDeletedAfterAQuestion() {
        leave("Ana", ANA, 12);
        ChatMessage question = scene.press(scene.alice(), ask("/voicemail"), "Delete");
        assertTrue(
                question.text().startsWith("Delete the voice message of Ana (" + ANA + "), today "), question.text());
        assertEquals(1, scene.webex().voiceMessages().count(scene.alice().person()));
        assertTrue(
                scene.press(scene.alice(), question, "Delete for good").text().contains("is deleted"));
        assertEquals(0, scene.webex().voiceMessages().count(scene.alice().person()));

        assertTrue(
                scene.press(scene.alice(), question, "Delete for good").text().contains("is not there any more"));
    }

    @Test
    void whoLeftItIsCalledBack() {
        leave("Ana", ANA, 12);
        scene.press(scene.alice(), ask("/voicemail"), "Call");
        assertEquals(1, scene.alice().phone().calls().size());
    }

    @ParameterizedTest
    @ValueSource(strings = {"/voicemail read 2", "/voicemail unread 9", "/voicemail delete 2", "/voicemail read xyz"})
    void whatIsNotThereIsSaid(String command) {
        leave("Ana", ANA, 12);
        assertTrue(ask(command).text().contains("that voice message is not there any more"), command);
        assertEquals(1, unread());
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "/voicemail",
                "/voicemail read 1",
                "/voicemail read abc",
                "/voicemail delete 1",
                "/voicemail delete abc for good"
            })
    void whoHasNoVoicemailIsToldSo(String command) {
        scene.webex().voiceMessages().takeAway(scene.alice().person());
        assertTrue(ask(command).text().contains("Voicemail is not part of your calling plan"), command);
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            403 | Webex does not let you do that
            503 | I cannot tell whether it happened. /voicemail shows how it is now.
            """)
    void everyRefusalIsSaid(int status, String words) {
        leave("Ana", ANA, 12);
        scene.webex().faults().next(9, "POST", "/telephony/voiceMessages").answer(status);
        assertTrue(ask("/voicemail read 1").text().contains(words));
        scene.webex().faults().clear();
    }

    @Test
    void withManyTheNewestAreShown() {
        for (int i = 0; i < 30; i++) {
            leave("Maximiliane-Alexandra Freifrau von Hohenberg-Wolkenstein " + i, ANA, i);
            scene.clock().advance(Duration.ofMinutes(1));
        }
        String told = ask("/voicemail").text();
        assertTrue(told.contains("Wolkenstein 29 ") && told.contains("… and 25 older"), told);
        assertFalse(told.contains("Wolkenstein 3 "), told);
    }

    /** Without an id all would be marked. */
    @ParameterizedTest
    @ValueSource(strings = {"", " ", "a b", "ü"})
    void thereIsNoIdThatNamesNothing(String text) {
        assertEquals(Optional.empty(), VoiceMessageId.of(text));
        assertThrows(IllegalArgumentException.class, () -> new VoiceMessageId(text));
    }

    private void leave(String name, String number, long seconds) {
        scene.webex().voiceMessages().leave(scene.alice().person(), Optional.of(name), Optional.of(number), seconds);
    }

    private long unread() {
        return scene.webex().voiceMessages().unread(scene.alice().person());
    }

    private ChatMessage ask(String text) {
        return scene.ask(scene.alice(), text);
    }
}
