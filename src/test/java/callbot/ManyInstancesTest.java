package callbot;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import callbot.sandbox.webex.FakeUser;
import java.net.URI;
import java.time.Duration;
import java.util.List;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestReporter;
import org.junit.jupiter.api.Timeout;

/** Three processes of the bot that share one Redis behave as one bot, also when one of them is killed. */
@Timeout(180)
class ManyInstancesTest {

    private static final String DIAL = "/telephony/calls/dial";

    @Test
    void aSignInBegunWithOneEndsWithAnotherAndIsKnownToTheThird() {
        try (Fleet fleet = Fleet.started()) {
            FakeUser alice = fleet.webex().alice();
            fleet.use(0);
            URI redirect = fleet.visitor().agree(alice, fleet.ask(alice, "/auth"));
            fleet.use(1);
            assertEquals(200, fleet.visitor().open(redirect).statusCode());
            fleet.use(2);
            fleet.await(() -> fleet.told(alice).toString().contains("You are signed in"), "the good news");
            assertTrue(fleet.ask(alice, "/calls").text().contains("You have no calls just now"));
            assertEquals(410, fleet.visitor().open(redirect).statusCode(), "and it works once");
        }
    }

    @Test
    void whatIsDeliveredToAllThreeIsDoneOnce() {
        try (Fleet fleet = Fleet.started()) {
            FakeUser alice = fleet.webex().alice();
            fleet.signIn(alice);
            List<FakeUser> others = IntStream.range(0, 10)
                    .mapToObj(n -> fleet.webex().hire("User " + n))
                    .toList();
            fleet.sendEverythingToAll();
            fleet.webex().deliveries().copies(2);
            others.forEach(user -> user.say("/echo hello"));
            assertTrue(fleet.ask(alice, "/dial +14085550134").text().contains("Calling"));
            others.forEach(user -> fleet.await(() -> !fleet.told(user).isEmpty(), "an echo"));
            fleet.stop();

            assertEquals(1, fleet.requests("POST", DIAL));
            others.forEach(user -> assertEquals(List.of("hello"), fleet.told(user)));
            assertEquals(3, fleet.told(alice).size(), fleet.told(alice)::toString);
        }
    }

    @Test
    void aTokenIsRenewedOnceForAll() {
        try (Fleet fleet = Fleet.started()) {
            FakeUser alice = fleet.webex().alice();
            fleet.signIn(alice);
            int before = fleet.told(alice).size();
            fleet.webex().tokens().expire(alice.person());
            fleet.webex().deliveries().holdBack();
            Stream.generate(() -> "/calls").limit(15).forEach(alice::say);
            fleet.webex().deliveries().release();
            fleet.await(() -> fleet.told(alice).size() == before + 15, "all the answers");

            assertEquals(2, fleet.requests("POST", "/access_token"), "the sign-in, and one renewal");
            assertTrue(fleet.told(alice).stream().skip(before).allMatch(text -> text.contains("no calls just now")));
        }
    }

    @Test
    void whatAKilledInstanceHasBegunIsNotRepeatedAndWhatItHasNotBegunIsDoneByAnother(TestReporter reporter) {
        try (Fleet fleet = Fleet.started()) {
            FakeUser alice = fleet.webex().alice();
            FakeUser bob = fleet.webex().bob();
            fleet.signIn(alice);
            fleet.ask(bob, "/echo first");
            fleet.use(0);
            int before = fleet.told(alice).size();
            fleet.webex().faults().next(1, "POST", DIAL).withholdAnswer();
            alice.say("/dial +14085550134");
            fleet.await(() -> !alice.phone().calls().isEmpty(), "the phone to ring");
            fleet.webex().faults().next(1, "GET", "/messages/").hang();
            bob.say("/echo last");
            assertTrue(quiet(fleet), "it is accepted");
            fleet.kill(0);
            long killed = System.nanoTime();
            fleet.use(1, 2);

            fleet.awaitLong(
                    () -> fleet.told(alice).size() > before && fleet.told(bob).size() > 1, "the take-over");
            Duration tookOver = Duration.ofNanos(System.nanoTime() - killed);
            reporter.publishEntry("taken over after", tookOver.toSeconds() + " s");
            fleet.stop();
            assertTrue(fleet.told(alice).getLast().contains("interrupted in the middle of “/dial +14085550134”"));
            assertTrue(fleet.told(alice).getLast().contains("waiting for you to pick up"));
            assertEquals(before + 1, fleet.told(alice).size(), fleet.told(alice)::toString);
            assertEquals(List.of("first", "last"), fleet.told(bob));
            assertEquals(1, alice.phone().calls().size(), "it rings once");
        }
    }

    private static boolean quiet(Fleet fleet) {
        try {
            return fleet.webex().deliveries().awaitQuiet(Duration.ofSeconds(10));
        } catch (InterruptedException e) {
            throw new IllegalStateException(e);
        }
    }
}
