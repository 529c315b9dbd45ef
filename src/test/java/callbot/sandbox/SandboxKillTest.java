package callbot.sandbox;

import static callbot.sandbox.Visit.has;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import callbot.json.Json;
import callbot.json.ObjectWriter;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

/** The bot in the sandbox is killed in the middle of its work, and keeps what it has promised when it starts again. */
@Timeout(60)
class SandboxKillTest {

    private Visit visit;

    @BeforeEach
    void begin() throws Exception {
        visit = Visit.begin();
        visit.ask(visit.alice(), "/echo begin", "begin");
    }

    @AfterEach
    void end() throws Exception {
        visit.fault("mend");
        visit.close();
        Agreement.assertKept(visit.webex());
    }

    @Test
    void aCommandThatWasNotBegunIsDoneAfterTheRestart() throws Exception {
        visit.fault(hang("/messages/"));
        visit.alice().say("/echo survived");
        visit.awaitLine(has("fault", "never answered"));
        visit.fault("kill");
        assertFalse(visit.awaitFaults(state -> true).flag("alive"));
        visit.fault("restart");

        visit.awaitAnswer(visit.alice(), "survived", 0);
        visit.awaitLine(has("what", "event taken over"));
        assertSilence();
        assertEquals(1, visit.fromBot(visit.alice(), "survived").size());
    }

    @Test
    void aCommandThatWasBegunIsReportedAndNotRepeated() throws Exception {
        visit.signIn(visit.alice());
        visit.fault(hang("/telephony/calls/dial"));
        visit.alice().say("/dial 1002");
        visit.awaitLine(has("fault", "never answered"));
        visit.fault("kill");
        visit.fault("restart");

        visit.awaitAnswer(visit.alice(), "I was interrupted in the middle of", 0);
        assertSilence();
        assertEquals(
                1,
                visit.webex().exchanges().stream()
                        .filter(exchange -> exchange.target().equals("/v1/telephony/calls/dial"))
                        .count());
    }

    @Test
    void nobodyHearsWebexWhileTheBotIsDead() throws Exception {
        visit.fault("kill");
        visit.alice().say("/echo lost");
        Json line = visit.awaitLine(has("fault", "the bot is dead"));
        assertEquals("no answer", line.requireText("outcome"));
        visit.fault("mend");
        assertTrue(visit.awaitFaults(state -> true).flag("alive"));
        visit.ask(visit.alice(), "/echo found", "found");
    }

    @Test
    void whoIsSignedInStaysSignedIn() throws Exception {
        visit.signIn(visit.alice());
        visit.fault("kill");
        visit.fault("restart");
        visit.ask(visit.alice(), "/calls", "no calls");
    }

    @Test
    void aStartThatFailsCanBeTriedAgain() throws Exception {
        visit.fault("kill");
        visit.fault(Json.object().put("fault", "refuse").put("status", 403).put("path", "/people"));
        var answer = visit.post("fault", Json.object().put("fault", "restart"));
        assertEquals(409, answer.statusCode());
        assertTrue(answer.body().contains("The bot starts, but fails"), answer.body());
        visit.fault("restart");
        visit.ask(visit.alice(), "/echo there again", "there again");
    }

    /** Between its death and its start the bot has not said a word. */
    private void assertSilence() throws Exception {
        List<Json> lines = visit.awaitLines(all -> all.stream()
                .anyMatch(line -> line.requireText("says").equals("It takes up what it finds in the state file.")));
        long death = number(lines, "The bot is dead");
        long start = number(lines, "The bot starts");
        assertTrue(death < start);
        assertEquals(
                List.of(),
                lines.stream()
                        .filter(line -> line.number("number").orElseThrow() > death)
                        .filter(line -> line.number("number").orElseThrow() < start)
                        .filter(has("from", "bot"))
                        .map(Json::toString)
                        .toList());
    }

    private static long number(List<Json> lines, String remark) {
        return lines.stream()
                .filter(has("name", remark))
                .reduce((first, last) -> last)
                .flatMap(line -> line.number("number"))
                .orElseThrow();
    }

    private static ObjectWriter hang(String path) {
        return Json.object().put("fault", "hang").put("path", path);
    }
}
