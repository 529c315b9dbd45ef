package callbot.sandbox;

import static callbot.sandbox.Visit.has;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import callbot.json.Json;
import callbot.json.ObjectWriter;
import callbot.sandbox.base.Habit;
import callbot.sandbox.base.Habits;
import callbot.sandbox.messaging.ChatMessage;
import java.time.Duration;
import java.util.List;
import java.util.Set;
import java.util.function.Predicate;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

/** Every fault that the page offers shows on the wire, and the bot does about it what the page says. */
@Timeout(60)
class MischiefTest {

    private static final Predicate<Json> READ = has("what", "GET /messages/{messageId}");
    private static final Predicate<Json> DELIVERED = has("what", "POST /webhook (messages created)");

    private Visit visit;

    @BeforeEach
    void begin() throws Exception {
        visit = Visit.begin();
        visit.ask(visit.alice(), "/echo begin", "begin");
        visit.awaitAnswer(visit.alice(), "Hello", 0); // the welcome comes when it likes
        assertTrue(visit.webex().deliveries().awaitQuiet(Duration.ofSeconds(10)));
    }

    @AfterEach
    void end() throws Exception {
        visit.fault("mend");
        visit.close();
        Agreement.assertKept(visit.webex());
    }

    @Test
    void whatIsRefusedWith429IsAskedAgainAndAnsweredOnce() throws Exception {
        visit.fault(wish("refuse").put("status", 429).put("retryAfter", 1).put("path", "/messages/"));
        assertEquals(
                "[{\"left\":1,\"path\":\"/messages/\",\"what\":\"refused with 429\"}]",
                visit.awaitFaults(state -> true).at("expected").toString());
        visit.ask(visit.alice(), "/echo once", "once");

        Json refused = visit.awaitLine(has("fault", "refused with 429"));
        assertEquals("429", refused.requireText("outcome"));
        Json again = visit.awaitLine(line -> line.flag("again"));
        assertEquals(refused.requireText("command"), again.requireText("command"));
        assertEquals("200", again.requireText("outcome"));
        assertEquals(1, visit.fromBot(visit.alice(), "once").size());
        assertEquals("[]", visit.awaitFaults(state -> true).at("expected").toString());
    }

    @Test
    void aCommandThatIsRefusedWith500IsToldAndNotRepeated() throws Exception {
        visit.signIn(visit.alice());
        visit.fault(wish("refuse").put("status", 500).put("path", "/telephony/calls"));
        visit.ask(visit.alice(), "/dial 1002", "had an error (status 500");
        visit.awaitLine(has("fault", "refused with 500"));
        assertEquals(1, requests("POST", "/telephony/calls/dial"));
    }

    @Test
    void whatLosesItsConnectionIsReadAgain() throws Exception {
        visit.fault(wish("drop").put("path", "/messages/"));
        visit.ask(visit.alice(), "/echo found", "found");
        Json line = visit.awaitLine(has("fault", "connection cut"));
        assertEquals("no answer", line.requireText("outcome"));
    }

    @Test
    void whatIsDoneButNotHeardOfIsNotDoneAgain() throws Exception {
        visit.signIn(visit.alice());
        visit.fault(wish("loseAnswer").put("path", "/telephony/calls/dial"));
        visit.ask(visit.alice(), "/dial 1002", "1002");
        visit.awaitLine(has("fault", "done, but the answer is lost"));
        assertEquals(1, requests("POST", "/telephony/calls/dial"));
        assertEquals(1, visit.alice().phone().calls().size());
    }

    @Test
    void whatIsDeliveredTwiceIsAnsweredOnce() throws Exception {
        visit.fault("twice");
        visit.ask(visit.alice(), "/echo once", "once");
        visit.awaitLine(has("fault", "delivered again").and(DELIVERED));
        assertEquals(1, visit.fromBot(visit.alice(), "once").size());
        assertEquals(2, visit.awaitFaults(state -> true).number("copies").orElseThrow());
    }

    @Test
    void whatIsHeldBackComesLate() throws Exception {
        visit.fault("hold");
        visit.alice().say("/echo late");
        visit.awaitFaults(state -> state.number("heldBack").orElseThrow() == 1);
        assertEquals(List.of(), visit.fromBot(visit.alice(), "late"));
        visit.fault("release");
        visit.awaitAnswer(visit.alice(), "late", 0);
        visit.awaitLine(has("fault", "delivered late"));
    }

    @Test
    void whatIsDeliveredNewestFirstIsAnsweredInThatOrder() throws Exception {
        visit.fault("hold");
        visit.alice().say("/echo older");
        visit.alice().say("/echo newer");
        visit.awaitFaults(state -> state.number("heldBack").orElseThrow() == 2);
        visit.fault("reverse");
        visit.awaitAnswer(visit.alice(), "older", 0);
        List<String> answers = visit.fromBot(visit.alice(), "er").stream()
                .map(ChatMessage::text)
                .filter(text -> text.endsWith("er"))
                .toList();
        assertEquals(List.of("newer", "older"), answers);
        visit.awaitLine(has("fault", "delivered out of order"));
    }

    @Test
    void whatIsForgedIsRefused() throws Exception {
        visit.fault("forge");
        Json line = visit.awaitLine(has("fault", "forged"));
        assertEquals("401", line.requireText("outcome"));
        assertEquals("Somebody pretends to be Webex", line.requireText("label"));
        assertEquals("Not from Webex", line.requireText("name"));
    }

    @Test
    void aTokenThatHasRunOutIsRenewedAndNobodyNotices() throws Exception {
        visit.signIn(visit.alice());
        visit.fault(wish("expire").put("who", "alice"));
        visit.ask(visit.alice(), "/calls", "no calls");
        Json refused = visit.awaitLine(has("fault", "token has run out"));
        assertEquals("401", refused.requireText("outcome"));
        Json renewed = visit.awaitLine(has("what", "POST /access_token").and(sameCommand(refused)));
        assertEquals("200", renewed.requireText("outcome"));
        visit.awaitLine(sameCommand(refused).and(line -> line.flag("again")));
    }

    @Test
    void aPermissionThatIsWithdrawnIsAskedForAgain() throws Exception {
        visit.signIn(visit.alice());
        visit.fault(wish("revoke").put("who", "alice"));
        visit.ask(visit.alice(), "/calls", "/authorize?");
        visit.awaitLine(has("fault", "permission withdrawn").and(has("outcome", "400")));
    }

    @Test
    void nobodyLosesAPermissionThatHasNotBeenGiven() throws Exception {
        var answer = visit.post("fault", wish("expire").put("who", "bob"));
        assertEquals(409, answer.statusCode());
        assertTrue(answer.body().contains("/auth"), answer.body());
    }

    @Test
    void theBotFollowsItsTunnel() throws Exception {
        visit.fault("tunnel");
        visit.alice().say("/echo lost");
        visit.awaitLine(has("fault", "old tunnel").and(has("outcome", "no answer")));
        visit.fault("upkeep");
        visit.awaitLine(has("what", "PUT /webhooks/{webhookId}"));
        visit.ask(visit.alice(), "/echo found", "found");
    }

    @Test
    void theBotFindsItsWebhooksSwitchedOff() throws Exception {
        visit.fault("deactivate");
        visit.alice().say("/echo unheard");
        visit.fault("upkeep");
        visit.awaitLine(has("what", "PUT /webhooks/{webhookId}"));
        visit.ask(visit.alice(), "/echo heard", "heard");
        assertEquals(List.of(), visit.fromBot(visit.alice(), "unheard"));
    }

    @Test
    void everythingCanBeMended() throws Exception {
        visit.fault(wish("refuse").put("status", 503).put("times", 20));
        visit.fault("twice");
        visit.fault("hold");
        visit.alice().say("/echo at last");
        visit.fault("mend");
        visit.awaitAnswer(visit.alice(), "at last", 0);
        Json state = visit.awaitFaults(one -> true);
        assertTrue(state.flag("alive"));
        assertEquals(List.of(), state.list("expected"));
        assertEquals(1, state.number("copies").orElseThrow());
        assertFalse(state.flag("holding"));
        assertFalse(state.flag("withholds"));
        assertTrue(state.list("habits").stream().noneMatch(habit -> habit.flag("odd")), state.toString());
    }

    @Test
    void everyHabitOfWebexCanBeSwitchedAndIsMended() throws Exception {
        for (Json habit : visit.awaitFaults(state -> true).list("habits")) {
            visit.fault(wish("habit").put("name", habit.at("name")).put("on", true));
            assertTrue(visit.webex().habits().has(Habit.valueOf(habit.requireText("name"))));
        }
        assertTrue(visit.awaitFaults(state -> true).list("habits").stream().allMatch(habit -> habit.flag("on")));
        visit.fault(wish("habit").put("name", Habit.EDITS_OF_CARDS).put("on", false));
        assertFalse(visit.webex().habits().has(Habit.EDITS_OF_CARDS));
        visit.fault("mend");
        assertEquals(
                Habits.USUAL,
                Stream.of(Habit.values()).filter(visit.webex().habits()::has).toList());
    }

    @Test
    void permissionsCanHoldLessThanWasAskedFor() throws Exception {
        visit.fault(wish("withhold").put("on", true));
        assertEquals(Set.of("spark:calls_write"), visit.webex().tokens().withheld());
        assertTrue(visit.awaitFaults(state -> true).flag("withholds"));
        visit.fault("mend");
        assertEquals(Set.of(), visit.webex().tokens().withheld());
    }

    @Test
    void nonsenseBreaksNothing() throws Exception {
        for (String wish : List.of(
                "{}",
                "[]",
                "{\"fault\":\"explode\"}",
                "{\"fault\":\"habit\",\"name\":\"smokes\",\"on\":true}",
                "{\"fault\":\"refuse\"}",
                "{\"fault\":\"refuse\",\"status\":200}",
                "{\"fault\":\"refuse\",\"status\":600}",
                "{\"fault\":\"refuse\",\"status\":429,\"retryAfter\":61}",
                "{\"fault\":\"drop\",\"times\":0}",
                "{\"fault\":\"drop\",\"times\":21}",
                "{\"fault\":\"drop\",\"times\":\"many\"}",
                "{\"fault\":\"expire\",\"who\":\"carol\"}")) {
            assertEquals(409, visit.post("fault", wish).statusCode(), wish);
        }
        assertEquals("[]", visit.awaitFaults(state -> true).at("expected").toString());
    }

    @Test
    void otherSitesBreakNothing() throws Exception {
        assertEquals(
                403,
                visit.post("fault", wish("kill"), "Origin", "https://evil.example")
                        .statusCode());
        assertTrue(visit.awaitFaults(state -> true).flag("alive"));
    }

    private long requests(String method, String path) {
        return visit.webex().exchanges().stream()
                .filter(one -> one.method().equals(method) && one.target().equals("/v1" + path))
                .count();
    }

    private static Predicate<Json> sameCommand(Json line) {
        return has("command", line.requireText("command"));
    }

    private static ObjectWriter wish(String fault) {
        return Json.object().put("fault", fault);
    }
}
