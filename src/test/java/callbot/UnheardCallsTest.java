package callbot;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import callbot.sandbox.calls.OutsidePhone;
import callbot.sandbox.messaging.ChatMessage;
import callbot.sandbox.webex.FakeUser;
import java.time.Duration;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** What people missed while the bot was away. */
class UnheardCallsTest {

    private Scene scene;
    private FakeUser alice;
    private OutsidePhone ana;

    @BeforeEach
    void start() {
        scene = Scene.started();
        alice = scene.alice();
        ana = scene.webex().outside("+14085550134", "Ana");
        scene.signIn(alice);
        scene.awaitWelcome(alice);
    }

    @AfterEach
    void close() {
        scene.close();
    }

    @Test
    void whoGetsCardsIsToldInOneMessageOnce() {
        scene.ask(alice, "/monitor on");
        scene.stop();
        miss(ana);
        scene.clock().advance(Duration.ofMinutes(1));
        miss(scene.webex().outside("+14085550135", "Ben"));
        int before = back();

        ChatMessage told = scene.awaitMessage(alice, before);
        assertTrue(told.text().startsWith("🔴 I was away"), told.text());
        assertTrue(told.text().contains("Ana (+14085550134), today"), told.text());
        assertTrue(told.text().indexOf("Ben (+14085550135)") < told.text().indexOf("Ana"), "newest first");
        lookAround();
        scene.ask(alice, "/echo done");
        assertEquals(before + 2, scene.fromBot(alice).size(), "once");

        alice.press(told.id(), "Call Ana");
        scene.await(() -> scene.requests("POST", "/telephony/calls/dial") == 1, "a call back");
    }

    @Test
    void whatACardHasShownIsNotToldAgain() {
        scene.ask(alice, "/monitor on");
        miss(ana);
        scene.awaitCard(alice, "Missed call");
        scene.stop();
        back();
        assertNothingIsTold();
        assertEquals(1, scene.requests("GET", "/telephony/calls/history"));
    }

    @Test
    void whoGetsNoCardsIsToldNothing() {
        scene.stop();
        miss(ana);
        back();
        assertNothingIsTold();
        assertEquals(0, scene.requests("GET", "/telephony/calls/history"));
    }

    @Test
    void whomWebexDoesNotSayItOfIsLeftOut() {
        scene.ask(alice, "/monitor on");
        scene.stop();
        miss(ana);
        scene.webex().faults().next(9, "GET", "/telephony/calls/history").answer(403);
        back();
        assertNothingIsTold();
    }

    private void miss(OutsidePhone caller) {
        caller.call(alice);
        caller.hangUp();
    }

    /** How many messages there were before. */
    private int back() {
        scene.clock().advance(Duration.ofMinutes(10));
        int before = scene.fromBot(alice).size();
        scene.start();
        lookAround();
        return before;
    }

    private void assertNothingIsTold() {
        scene.ask(alice, "/echo done");
        assertFalse(scene.told(alice).stream().anyMatch(text -> text.contains("I was away")), "" + scene.told(alice));
    }

    private void lookAround() {
        scene.clock().advance(Duration.ofSeconds(30));
        scene.bot().upkeep();
    }
}
