package callbot;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import callbot.sandbox.calls.OutsidePhone;
import callbot.sandbox.messaging.ChatMessage;
import java.time.Duration;
import org.junit.jupiter.api.Test;

/** What becomes of commands in whose middle the bot dies, or is stopped. */
class CrashTest {

    private static final String DIAL = "/telephony/calls/dial";

    @Test
    void aCommandThatWasBegunIsNeverRepeatedAndSaidToBeUncertain() {
        try (Scene scene = signedIn()) {
            Crash crash = Crash.at(scene, "POST", DIAL);
            scene.ask(scene.alice(), "/dial +14085550134");
            crash.happen();
            int before = scene.fromBot(scene.alice()).size();
            scene.start();

            ChatMessage told = scene.awaitMessage(scene.alice(), before);
            assertTrue(told.text().contains("interrupted in the middle of “/dial +14085550134”"), told.text());
            assertTrue(told.text().contains("can't tell whether it happened"), told.text());
            assertTrue(told.text().contains("call to +14085550134, waiting for you to pick up"), told.text());
            assertTrue(scene.press(scene.alice(), told, "Hang up 1").text().contains("has ended"));
            assertEquals(1, scene.requests("POST", DIAL));
        }
    }

    @Test
    void whatIsUncertainIsSaidOnceHoweverOftenTheBotStarts() {
        try (Scene scene = signedIn()) {
            Crash crash = Crash.at(scene, "POST", DIAL);
            scene.ask(scene.alice(), "/dial +14085550134");
            crash.happen();
            int before = scene.fromBot(scene.alice()).size();
            scene.start();
            scene.awaitMessage(scene.alice(), before);
            scene.stop();
            scene.start();
            scene.ask(scene.alice(), "/echo the end");

            assertEquals(before + 2, scene.fromBot(scene.alice()).size(), scene.told(scene.alice())::toString);
            assertEquals(1, scene.requests("POST", DIAL));
        }
    }

    @Test
    void aCommandThatWasNotBegunIsDoneIfItIsYoung() {
        try (Scene scene = signedIn()) {
            Crash crash = crashedBefore(scene, "/dial +14085550134");
            crash.happen();
            scene.start();

            scene.awaitMessage(scene.alice(), "Calling +14085550134");
            assertEquals(1, scene.requests("POST", DIAL));
            assertEquals(1, scene.alice().phone().calls().size());
        }
    }

    @Test
    void aCommandThatWasNotBegunIsNotDoneIfItIsOldButOffered() {
        try (Scene scene = signedIn()) {
            Crash crash = crashedBefore(scene, "/dial +14085550134");
            crash.happen();
            scene.clock().advance(Duration.ofSeconds(61));
            scene.start();

            ChatMessage told = scene.awaitMessage(scene.alice(), "so I have not done it");
            assertTrue(told.text().contains("“/dial +14085550134”"), told.text());
            assertEquals(0, scene.requests("POST", DIAL));

            assertTrue(scene.press(scene.alice(), told, "Do it now").text().contains("Calling +14085550134"));
            assertEquals(1, scene.requests("POST", DIAL));
        }
    }

    @Test
    void anAnsweredCallIsNotAnsweredAgain() {
        try (Scene scene = signedIn()) {
            OutsidePhone ana = scene.webex().outside("+14085550134", "Ana");
            ana.call(scene.alice());
            Crash crash = Crash.at(scene, "POST", "/telephony/calls/answer");
            scene.ask(scene.alice(), "/answer");
            crash.happen();
            scene.webex().outside("+14085550135", "Ben").call(scene.alice());
            int before = scene.fromBot(scene.alice()).size();
            scene.start();

            ChatMessage told = scene.awaitMessage(scene.alice(), before);
            assertTrue(told.text().contains("Ana (+14085550134), connected"), told.text());
            assertTrue(told.text().contains("Ben (+14085550135), ringing"), told.text());
            assertEquals(1, scene.requests("POST", "/telephony/calls/answer"));
        }
    }

    @Test
    void oldNewsOfACallIsNotToldAsNews() {
        try (Scene scene = signedIn()) {
            scene.ask(scene.alice(), "/monitor on");
            int before = scene.fromBot(scene.alice()).size();
            scene.await(() -> scene.requests("POST", "/messages") == before + 1, "the answers and the welcome");
            scene.webex().faults().next(2, "POST", "/messages").answer(400);
            scene.webex().faults().latency(Duration.ofMillis(600));
            OutsidePhone ana = scene.webex().outside("+14085550134", "Ana");
            ana.call(scene.alice());
            scene.await(
                    () -> scene.requests("POST", "/messages") == before + 2, "the first news, which does not arrive");
            Crash crash = Crash.at(scene, "POST", "/messages");
            scene.alice().phone().pickUp(); // not before: deliveries may overtake each other
            scene.await(() -> scene.requests("POST", "/messages") == before + 3, "the second, which does not either");
            crash.happen();
            scene.webex().faults().clear();
            scene.clock().advance(Duration.ofMinutes(10));
            scene.start();
            ana.hangUp();

            scene.awaitMessage(scene.alice(), "Call with Ana (+14085550134) ended after");
            assertEquals(before + 1, scene.fromBot(scene.alice()).size(), scene.told(scene.alice())::toString);
        }
    }

    @Test
    void aStopLetsTheWorkInFlightEndAndTakesNothingNew() {
        try (Scene scene = signedIn()) {
            scene.webex().deliveries().repeat(2, Duration.ofMillis(300));
            scene.webex().faults().latency(Duration.ofMillis(400));
            int before = scene.fromBot(scene.alice()).size();
            scene.alice().say("/dial +14085550134");
            scene.await(() -> scene.requests("GET", "/messages/") == 2, "the command to be read");
            Thread stopping = Thread.ofVirtual().start(scene::stop);
            scene.await(() -> !stopping.isAlive(), "the bot to stop");

            assertTrue(scene.awaitMessage(scene.alice(), before).text().contains("Calling"));
            assertEquals(1, scene.requests("POST", DIAL));
            scene.webex().faults().clear();
            scene.start();
            scene.ask(scene.alice(), "/echo the end");
            assertEquals(before + 2, scene.fromBot(scene.alice()).size(), "and it is not told again");
        }
    }

    @Test
    void whatComesDuringAStopIsDoneAfterTheStart() {
        try (Scene scene = signedIn()) {
            scene.webex().deliveries().repeat(2, Duration.ofSeconds(1));
            scene.webex().faults().latency(Duration.ofMillis(700));
            scene.alice().say("/echo first");
            scene.await(() -> scene.requests("GET", "/messages/") == 2, "the command to be read");
            Thread restarting = Thread.ofVirtual().start(() -> {
                scene.stop();
                scene.webex().faults().clear();
                scene.start();
            });
            scene.await(() -> scene.alice().say("/echo second") != null && isRefused(scene), "a delivery refused");
            scene.await(() -> !restarting.isAlive(), "the bot to be there again");

            scene.awaitMessage(scene.alice(), "second");
            assertTrue(scene.told(scene.alice()).contains("first"));
        }
    }

    private static boolean isRefused(Scene scene) {
        return scene.webex().exchanges().stream()
                .anyMatch(exchange -> exchange.status() == 503 || exchange.status() == 0);
    }

    private static Scene signedIn() {
        Scene scene = Scene.started();
        scene.signIn(scene.alice());
        return scene;
    }

    /** The bot has written the command down and asked for its text, and dies before it hears it. */
    private static Crash crashedBefore(Scene scene, String command) {
        scene.webex().faults().next(10, "GET", "/messages/").answer(404); // it asks again for what is not there yet
        Crash crash = Crash.at(scene, "GET", "/messages/");
        scene.ask(scene.alice(), command);
        scene.webex().faults().clear();
        assertEquals(0, scene.requests("POST", DIAL));
        return crash;
    }
}
