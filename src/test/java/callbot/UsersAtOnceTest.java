package callbot;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import callbot.sandbox.traffic.Exchange;
import callbot.sandbox.webex.FakeUser;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

/** Nobody waits for the commands of others. */
class UsersAtOnceTest {

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

    private static List<Instant> begins(List<Exchange> exchanges, String method) {
        return exchanges.stream()
                .filter(one -> one.method().equals(method))
                .map(Exchange::time)
                .sorted()
                .toList();
    }
}
