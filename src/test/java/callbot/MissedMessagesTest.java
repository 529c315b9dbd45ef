package callbot;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import callbot.sandbox.messaging.ChatMessage;
import callbot.sandbox.webex.FakeUser;
import java.time.Duration;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** What people wrote while the bot was away. */
class MissedMessagesTest {

    private static final String DIAL = "/telephony/calls/dial";

    private Scene scene;
    private FakeUser alice;

    @BeforeEach
    void start() {
        scene = Scene.started();
        alice = scene.alice();
        scene.signIn(alice);
        scene.awaitWelcome(alice);
    }

    @AfterEach
    void close() {
        scene.close();
    }

    @Test
    void aCommandIsNotDoneLateButOfferedOnce() {
        scene.stop();
        alice.say("/dial 2044");
        scene.clock().advance(Duration.ofMinutes(10));
        int before = scene.fromBot(alice).size();
        scene.start();
        lookAround();

        ChatMessage told = scene.awaitMessage(alice, before);
        assertTrue(told.text().contains("I was away or busy when you wrote “/dial 2044”"), told.text());
        assertEquals(0, scene.requests("POST", DIAL));
        lookAround();
        scene.ask(alice, "/echo still there?");
        assertEquals(before + 2, scene.fromBot(alice).size(), "it is told once");

        scene.press(alice, told, "Do it now");
        assertEquals(1, scene.requests("POST", DIAL));
    }

    /** Clocks that differ, and a start within a minute, do not make it young. */
    @Test
    void notEvenWhatWasWrittenAMomentAgoIsDoneByWhoeverWasAway() {
        scene.stop();
        alice.say("/dial 2044");
        scene.clock().advance(Duration.ofSeconds(5));
        int before = scene.fromBot(alice).size();
        scene.start();
        lookAround();
        assertTrue(scene.awaitMessage(alice, before).text().startsWith("I was away"));
        assertEquals(0, scene.requests("POST", DIAL));
    }

    @Test
    void whatWasAnsweredIsNotAnsweredAgain() {
        int before = scene.fromBot(alice).size();
        scene.ask(alice, "/echo hello");
        scene.stop();
        scene.clock().advance(Duration.ofMinutes(10));
        scene.start();
        lookAround();
        scene.ask(alice, "/echo again");
        assertEquals(before + 2, scene.fromBot(alice).size());
    }

    @Test
    void whatWasAnsweredDaysAgoIsNotAnsweredAgain() {
        int before = scene.fromBot(alice).size();
        scene.ask(alice, "/echo hello");
        scene.stop();
        scene.clock().advance(Duration.ofDays(3));
        scene.start();
        lookAround();
        scene.ask(alice, "/echo again");
        assertEquals(before + 2, scene.fromBot(alice).size());
    }

    @Test
    void ofSeveralMessagesTheLastOneCounts() {
        scene.stop();
        alice.say("/dial 2044");
        alice.say("never mind");
        scene.clock().advance(Duration.ofMinutes(10));
        int before = scene.fromBot(alice).size();
        scene.start();
        lookAround();
        assertTrue(scene.awaitMessage(alice, before).text().contains("“never mind”"));
    }

    @Test
    void anOutageIsNoticedToo() {
        scene.webex().deliveries().lose(1);
        alice.say("/dial 2044");
        int before = scene.fromBot(alice).size();
        scene.clock().advance(Duration.ofMinutes(5)); // in which nobody looked after the webhooks
        scene.bot().upkeep();
        assertTrue(scene.awaitMessage(alice, before).text().startsWith("I was away"));
    }

    @Test
    void atRestNobodyIsAsked() {
        lookAround();
        long rooms = scene.requests("GET", "/rooms");
        lookAround();
        lookAround();
        assertEquals(rooms, scene.requests("GET", "/rooms"));
    }

    private void lookAround() {
        scene.clock().advance(Duration.ofSeconds(30));
        scene.bot().upkeep();
    }
}
