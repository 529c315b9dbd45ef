package callbot;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import callbot.sandbox.traffic.Exchange;
import callbot.testing.Eventually;
import java.util.List;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;

/** What a user is told about how the last command was done, and that it can be found again at Webex and in the log. */
class WhyTest {

    private static final Pattern TRACKING = Pattern.compile("TrackingID (callbot_[0-9a-f]{8}_[0-9]+)");

    @Test
    void everyRequestOfACommandIsToldUnderTheIdThatWebexAndTheLogHave() {
        try (LogCapture log = new LogCapture();
                AnasCall call = AnasCall.connected()) {
            int before = call.scene.requests().size();
            call.asks("/hold");
            String why = call.asks("/why");
            List<Exchange> requests = call.scene.requests().subList(before, before + 4);
            List<String> steps = why.lines()
                    .map(line -> line.replaceFirst("^\\W*\\+\\d+ ms ", ""))
                    .toList();

            assertEquals("webhook signed by Webex, written down and taken up", steps.get(1));
            assertTrue(steps.get(2).startsWith("GET /messages/… → 200 in "), steps::toString);
            assertEquals("understood: /hold (Act)", steps.get(3));
            assertTrue(steps.get(4).startsWith("GET /telephony/calls → 200 in "), steps::toString);
            assertTrue(steps.get(5).startsWith("POST /telephony/calls/hold → 204 in "), steps::toString);
            assertTrue(steps.get(6).startsWith("POST /messages → 200 in "), steps::toString);
            assertEquals(7, steps.size());

            List<String> tracked = tracked(why);
            assertEquals(sent(requests), tracked);
            String number = tracked.getFirst().split("_")[1];
            assertTrue(why.contains("number " + number + " in the log"), why);
            for (String id : tracked) {
                assertTrue(
                        log.text()
                                .lines()
                                .anyMatch(line -> line.contains(" " + number + " ") && line.contains("tracking=" + id)),
                        id);
            }
        }
    }

    @Test
    void aCommandThatFailedIsToldTooAndItsAnswerSaysWhere() {
        try (AnasCall call = AnasCall.connected()) {
            call.scene.webex().faults().next(1, "POST", "/telephony/calls/hold").answer(500);
            int before = call.scene.requests().size();
            String answer = call.asks("/hold");
            String why = call.asks("/why");
            assertTrue(answer.endsWith("/why shows how it went."), answer);
            assertTrue(why.contains("POST /telephony/calls/hold → 500"), why);
            assertEquals(
                    sent(call.scene
                            .requests()
                            .subList(before, before + tracked(why).size())),
                    tracked(why));
        }
    }

    @Test
    void aPressIsToldAsWhatItSays() {
        try (AnasCall call = AnasCall.connectedOnCard()) {
            call.press("Hold");
            call.card("is on hold");
            Eventually.isTrue("the press has ended", () -> call.asks("/why").contains("/attachment/actions/"));
            String why = call.asks("/why");
            assertTrue(why.contains("GET /attachment/actions/…"), why);
            assertTrue(why.contains("understood: /hold (Act)"), why);
            assertTrue(why.contains("the call's card shows what came of it"), why);
            assertFalse(why.contains("GET /telephony/calls"), why);
        }
    }

    @Test
    void toAskForItIsNoCommandToAskAbout() {
        try (AnasCall call = AnasCall.connected()) {
            call.asks("/mute");
            String why = call.asks("/why");
            assertEquals(why, call.asks("/why"));
            assertTrue(why.contains("/telephony/calls/mute"), why);
        }
    }

    @Test
    void nobodySeesTheCommandsOfOthersAndWhoHasAskedForNothingIsToldSo() {
        try (AnasCall call = AnasCall.connected()) {
            call.asks("/mute");
            assertEquals(
                    "I know of no command of yours in the last 24 hours.",
                    call.scene.ask(call.scene.bob(), "/why").text());
        }
    }

    private static List<String> tracked(String why) {
        return TRACKING.matcher(why)
                .results()
                .map((MatchResult found) -> found.group(1))
                .toList();
    }

    private static List<String> sent(List<Exchange> requests) {
        return requests.stream()
                .map(one -> one.requestHeaders().get("trackingid").getFirst())
                .toList();
    }
}
