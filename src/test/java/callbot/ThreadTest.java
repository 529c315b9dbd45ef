package callbot;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import callbot.sandbox.messaging.ChatMessage;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;

/** What is asked in a thread is answered there, and everything else beside it. */
class ThreadTest {

    @Test
    void anAnswerGoesIntoTheThreadOfItsQuestionWithItsCard() {
        try (Scene scene = Scene.started()) {
            scene.meet(scene.alice());
            String root = scene.alice().messages().getFirst().id();

            ChatMessage help = reply(scene, root, "/help");
            assertEquals(Optional.of(root), help.parentId());
            assertTrue(help.card().isPresent());
            assertEquals(Optional.of(root), reply(scene, root, "what?").parentId());
            assertEquals(Optional.empty(), scene.ask(scene.alice(), "/help").parentId());
        }
    }

    @Test
    void anAnswerThatHadToWaitStillGoesThere() {
        try (Scene scene = Scene.started()) {
            scene.meet(scene.alice());
            String root = scene.alice().messages().getFirst().id();
            scene.webex().faults().next(1, "POST", "/messages").answer(429, Map.of("Retry-After", "3600"));
            scene.alice().reply(root, "/echo at last");
            scene.await(() -> scene.webex().faults().expected().isEmpty(), "a refused answer");
            scene.stop();
            scene.start();

            ChatMessage answer = scene.awaitMessage(scene.alice(), 1);
            assertEquals("at last", answer.text());
            assertEquals(Optional.of(root), answer.parentId());
        }
    }

    @Test
    void aGroupIsSentAwayInItsThread() {
        try (Scene scene = Scene.started()) {
            String root = scene.alice().chatInGroup("who has the number of Ana?");
            scene.alice().reply(root, "/calls");
            scene.alice().sayInGroup("/calls");
            scene.await(() -> answersInGroup(scene).size() == 2, "two answers in the group");

            List<Optional<String>> threads =
                    answersInGroup(scene).stream().map(ChatMessage::parentId).toList();
            assertTrue(threads.contains(Optional.of(root)), threads.toString());
            assertTrue(threads.contains(Optional.<String>empty()), threads.toString());
        }
    }

    @Test
    void aGroupIsSentAwayAlsoIfItsMessageCannotBeRead() {
        try (Scene scene = Scene.started()) {
            scene.webex().faults().next(10, "GET", "/messages/").answer(403);
            scene.alice().sayInGroup("/calls");
            scene.await(() -> answersInGroup(scene).size() == 1, "an answer in the group");
        }
    }

    private static ChatMessage reply(Scene scene, String root, String text) {
        int before = scene.fromBot(scene.alice()).size();
        scene.alice().reply(root, text);
        return scene.awaitMessage(scene.alice(), before);
    }

    private static List<ChatMessage> answersInGroup(Scene scene) {
        return scene.alice().groupMessages().stream()
                .filter(message -> message.author().equals(scene.webex().bot()))
                .toList();
    }
}
