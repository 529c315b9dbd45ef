package callbot;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import callbot.sandbox.messaging.ChatMessage;
import java.util.List;
import org.junit.jupiter.api.Test;

/** What people may say to the bot, and what never becomes a command. */
class ChatTest {

    @Test
    void wordsThatAreNoCommandsDoNothing() {
        try (Scene scene = Scene.started()) {
            scene.signIn(scene.alice());
            scene.webex().outside("+14085550134", "Ana").call(scene.alice());
            List<String> lines = List.of(
                    "foo /dial 5",
                    "please /answer",
                    "don't /hangup",
                    "/dialer 5",
                    "/answering",
                    "https://example.com/auth?/dial=5",
                    "//dial 5");
            for (String line : lines) {
                String answer = scene.ask(scene.alice(), line).text();
                assertTrue(answer.contains("I don't understand") || answer.contains("Did you mean"), answer);
            }

            assertEquals(0, scene.requests("POST", "/telephony/calls"));
            assertEquals(0, scene.requests("GET", "/telephony/calls"));
        }
    }

    @Test
    void aMistypedCommandIsSuggestedAndNotRun() {
        try (Scene scene = Scene.started()) {
            scene.signIn(scene.alice());

            ChatMessage answer = scene.ask(scene.alice(), "/dail +14085550134");
            assertTrue(
                    answer.text().contains("Did you mean /dial +14085550134? I haven't done anything yet"),
                    answer.text());
            assertEquals(0, scene.requests("POST", "/telephony/calls"));

            scene.press(scene.alice(), answer, "/dial +14085550134");
            assertEquals(1, scene.requests("POST", "/telephony/calls/dial"));
        }
    }

    @Test
    void whatIsCertainIsDoneAndWhatIsLikelyIsOffered() {
        try (Scene scene = Scene.started()) {
            scene.signIn(scene.alice());
            scene.webex().outside("+14085550134", "Ana").call(scene.alice());

            assertTrue(scene.ask(scene.alice(), "who's calling?").text().contains("Ana"));
            assertTrue(scene.ask(scene.alice(), "pick up, please!").text().contains("Answered the call"));
            assertTrue(
                    scene.ask(scene.alice(), "can you put her on hold").text().contains("is on hold"));
            ChatMessage offer = scene.ask(scene.alice(), "I have to hang up now");
            assertTrue(offer.text().contains("Did you mean /hangup?"), offer.text());
            assertEquals(0, scene.requests("POST", "/telephony/calls/hangup"));

            assertTrue(scene.press(scene.alice(), offer, "Hang up").text().contains("has ended"));
            assertTrue(scene.ask(scene.alice(), "thanks!").text().contains("Any time"));
        }
    }

    @Test
    void anEchoIsWhatWasSaidWithoutTheCommand() {
        try (Scene scene = Scene.started()) {
            assertEquals("Hi", scene.ask(scene.alice(), "/ECHO Hi").text());
            assertEquals(
                    "try /dial 123",
                    scene.ask(scene.alice(), "/echo try /dial 123").text());
            assertTrue(scene.ask(scene.alice(), "/echo").text().contains("nothing to say back"));
        }
    }

    @Test
    void aSwitchIsUnderstoodInAnyCase() {
        try (Scene scene = Scene.started()) {
            scene.signIn(scene.alice());

            assertTrue(scene.ask(scene.alice(), "/Monitor ON").text().contains("Call cards are on"));
            assertTrue(scene.ask(scene.alice(), "MONITOR off").text().contains("Call cards are off"));
        }
    }

    @Test
    void aMessageWithoutTextIsAnsweredWithHelp() {
        try (Scene scene = Scene.started()) {
            assertTrue(scene.ask(scene.alice(), "").text().contains("/dial <number, address or name>"));
        }
    }

    @Test
    void whoHasNotSignedInGetsALinkWithAButton() {
        try (Scene scene = Scene.started()) {
            for (String line : List.of("/dial 1001", "/answer", "/hangup", "/calls", "/history", "/monitor on")) {
                ChatMessage answer = scene.ask(scene.alice(), line);
                assertTrue(answer.text().contains("Sign in first"), answer.text());
                assertTrue(answer.card().orElseThrow().toString().contains("Action.OpenUrl"));
            }
            assertEquals(0, scene.requests("GET", "/telephony/calls"));
            assertTrue(scene.ask(scene.alice(), "/status").text().contains("You are not signed in"));
        }
    }

    @Test
    void aGroupHearsNothingOfCalls() {
        try (Scene scene = Scene.started()) {
            scene.signIn(scene.alice());
            scene.webex().outside("+14085550134", "Ana").call(scene.alice());
            int before = scene.alice().groupMessages().size();
            for (String line : List.of("/calls", "/answer", "/dial 1002", "/auth", "/history")) {
                scene.alice().sayInGroup(line);
            }
            scene.await(() -> fromBotInGroup(scene, before).size() == 5, "five answers in the group");

            for (ChatMessage answer : fromBotInGroup(scene, before)) {
                assertTrue(answer.text().contains("one to one"), answer.text());
                assertFalse(answer.text().contains("Ana"), answer.text());
                assertTrue(answer.card().isEmpty());
            }
            assertEquals(0, scene.requests("POST", "/telephony/calls"));
            assertEquals(0, scene.requests("GET", "/telephony/calls"));
        }
    }

    @Test
    void whatTheUserWroteIsShownAsItIs() {
        try (Scene scene = Scene.started()) {
            String answer = scene.ask(scene.alice(), "<@all>").text();
            assertTrue(answer.contains("“<@all>”"), answer);
            String html = scene.fromBot(scene.alice()).getLast().html().orElseThrow();
            assertFalse(html.contains("spark-mention"), html);
        }
    }

    @Test
    void theBotDoesNotListenToItself() {
        try (Scene scene = Scene.started()) {
            scene.ask(scene.alice(), "/echo /echo again");
            scene.ask(scene.alice(), "/echo the end");

            assertEquals(List.of("/echo again", "the end"), scene.told(scene.alice()));
        }
    }

    @Test
    void aMessageThatCannotBeFetchedIsStillAnswered() {
        try (Scene scene = Scene.started()) {
            scene.webex().faults().next(10, "GET", "/messages/").answer(404);

            String answer = scene.ask(scene.alice(), "/help").text();
            scene.webex().faults().clear();
            assertTrue(answer.endsWith("/why shows how it went."), answer);
            assertTrue(scene.ask(scene.alice(), "/help").text().contains("/dial"));
        }
    }

    private static List<ChatMessage> fromBotInGroup(Scene scene, int from) {
        return scene.alice().groupMessages().stream()
                .skip(from)
                .filter(message -> message.author().equals(scene.webex().bot()))
                .toList();
    }

    @Test
    void anAnswerArrivesOnceThoughWebexBreaksWhileTakingIt() {
        try (Scene scene = Scene.started()) {
            scene.ask(scene.alice(), "/echo before");
            scene.webex().faults().next(1, "POST", "/messages").loseAnswer();
            assertEquals("taken", scene.ask(scene.alice(), "/echo taken").text());
            scene.webex().faults().next(1, "POST", "/messages").answer(502);
            assertEquals("refused", scene.ask(scene.alice(), "/echo refused").text());
            scene.webex().faults().next(1, "POST", "/messages").drop();
            assertEquals("dropped", scene.ask(scene.alice(), "/echo dropped").text());

            List<String> said = scene.told(scene.alice());
            assertEquals(List.of("before", "taken", "refused", "dropped"), said.subList(said.size() - 4, said.size()));
        }
    }
}
