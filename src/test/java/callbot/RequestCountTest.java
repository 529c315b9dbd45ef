package callbot;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import callbot.sandbox.Exchange;
import callbot.sandbox.FakeUser;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

/** How many requests a command costs, and that nobody waits for the commands of others. */
class RequestCountTest {

    @Test
    void helpCostsTwoRequests() {
        assertCosts("/help", "GET /v1/messages/", "POST /v1/messages");
    }

    @Test
    void dialCostsThreeRequests() {
        assertCosts("/dial 1002", "GET /v1/messages/", "POST /v1/telephony/calls/dial", "POST /v1/messages");
    }

    @Test
    void answerCostsFourRequests() {
        assertCosts(
                "/answer",
                "GET /v1/messages/",
                "GET /v1/telephony/calls",
                "POST /v1/telephony/calls/answer",
                "POST /v1/messages");
    }

    @Test
    void aPressCostsAsMuchAsWhatItSays() {
        try (Scene scene = Scene.started()) {
            scene.signIn(scene.alice());
            scene.webex().outside("+14085550134", "Ana").call(scene.alice());
            var list = scene.ask(scene.alice(), "/calls");
            settle(scene, 3);
            int before = scene.requests().size();
            scene.press(scene.alice(), list, "Answer 1");

            assertEquals(
                    List.of("GET /v1/attachment/actions/", "POST /v1/telephony/calls/answer", "POST /v1/messages"),
                    requestsSince(scene, before, 3));
        }
    }

    @Test
    void nobodyWaitsForTheCommandsOfOthers() {
        try (Scene scene = Scene.started()) {
            List<FakeUser> users = IntStream.range(0, 30)
                    .mapToObj(n -> scene.webex().hire("User " + n))
                    .toList();
            users.forEach(scene::meet);
            scene.await(() -> scene.requests("POST", "/messages") == 60, "the welcomes and the echoes");
            int before = scene.requests().size();
            scene.webex().faults().latency(Duration.ofMillis(400));
            scene.webex().deliveries().holdBack();
            users.forEach(user -> user.say("/help"));
            scene.webex().deliveries().release();

            scene.await(() -> scene.requests().size() == before + 60, "30 fetches and 30 answers");
            List<Exchange> all = scene.requests().subList(before, before + 60);
            Instant lastFetchBegan = begins(all, "GET").getLast();
            Instant firstAnswerEnded = all.stream()
                    .filter(one -> one.method().equals("POST"))
                    .map(one -> one.time().plus(one.duration()))
                    .min(Instant::compareTo)
                    .orElseThrow();
            assertTrue(lastFetchBegan.isBefore(firstAnswerEnded), "all are read before the first is answered");
        }
    }

    @Test
    void aUserWhoseCommandHangsIsTheOnlyOneWhoWaits() {
        try (Scene scene = Scene.started()) {
            scene.signIn(scene.alice());
            scene.webex().faults().next(1, "POST", "/telephony/calls/dial").hang();
            int before = scene.fromBot(scene.alice()).size();
            scene.alice().say("/dial +14085550134");
            scene.await(() -> scene.requests("GET", "/messages/") == 2, "the command to be read");

            assertEquals("hello", scene.ask(scene.bob(), "/echo hello").text());
            assertEquals(200, scene.visitor().open(scene.address("/health")).statusCode());
            assertEquals(before, scene.fromBot(scene.alice()).size(), "she still waits");
            scene.webex().close(); // else the stop would wait for her
        }
    }

    private static void assertCosts(String command, String... expected) {
        try (Scene scene = Scene.started()) {
            scene.signIn(scene.alice());
            scene.webex().outside("+14085550134", "Ana").call(scene.alice());
            settle(scene, 2);
            int before = scene.requests().size();
            scene.ask(scene.alice(), command);

            assertEquals(List.of(expected), requestsSince(scene, before, expected.length));
        }
    }

    /** Waits until the bot has said so much, and the welcome. */
    private static void settle(Scene scene, int answers) {
        scene.await(() -> scene.requests("POST", "/messages") == answers + 1, "all that is said unasked");
    }

    /** The requests, and that no more of them follow: the stop waits for all work. */
    private static List<String> requestsSince(Scene scene, int before, int count) {
        scene.await(() -> scene.requests().size() >= before + count, count + " requests");
        scene.stop();
        return scene.requests().stream()
                .skip(before)
                .map(one ->
                        one.method() + " " + one.target().replaceFirst("(/(messages|attachment/actions)/)[^/]+$", "$1"))
                .toList();
    }

    private static List<Instant> begins(List<Exchange> exchanges, String method) {
        return exchanges.stream()
                .filter(one -> one.method().equals(method))
                .map(Exchange::time)
                .sorted()
                .toList();
    }
}
