package callbot;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import callbot.sandbox.calls.OutsidePhone;
import callbot.sandbox.messaging.ChatMessage;
import java.time.Duration;
import org.junit.jupiter.api.Test;

/** People are called by name: whom it means is shown first, and only what was chosen is dialled. */
class NamesTest {

    private static final String DIAL = "/telephony/calls/dial";

    @Test
    void aNameIsLookedUpAndNeverDialledBlindly() {
        try (Scene scene = Scene.started()) {
            scene.signIn(scene.alice());

            ChatMessage answer = scene.ask(scene.alice(), "/dial bob");
            assertTrue(answer.text().contains("Whom do you mean by bob?"), answer.text());
            assertTrue(answer.text().contains("Bob Brown 1002: /dial 1002 as bob"), answer.text());
            assertTrue(answer.text().contains("+14085551002"), answer.text());
            assertEquals(0, scene.requests("POST", "/telephony/calls"));

            String calling =
                    scene.press(scene.alice(), answer, "Bob Brown 1002").text();
            assertTrue(calling.contains("Calling bob (1002)"), calling);
            assertEquals(1, scene.requests("POST", DIAL));
        }
    }

    @Test
    void whoWasChosenForANameIsCalledByItAtOnce() {
        try (Scene scene = Scene.started()) {
            scene.signIn(scene.alice());
            scene.press(scene.alice(), scene.ask(scene.alice(), "call bob"), "Bob Brown 1002");
            scene.clock().advance(Duration.ofSeconds(11));

            String calling = scene.ask(scene.alice(), "Call BOB, please").text();
            assertTrue(calling.contains("Calling BOB (1002)"), calling);
            assertEquals(2, scene.requests("POST", DIAL));
            String other = scene.ask(scene.alice(), "call Bob Brown").text();
            assertTrue(other.contains("Whom do you mean"), other);
            assertTrue(scene.ask(scene.alice(), "/find bob").text().contains("Whom do you mean"));
            assertEquals(2, scene.requests("POST", DIAL));
        }
    }

    @Test
    void nobodyIsCalledByANameThatWasChosenByAnother() {
        try (Scene scene = Scene.started()) {
            scene.signIn(scene.alice());
            scene.signIn(scene.bob());
            scene.press(scene.alice(), scene.ask(scene.alice(), "call bob"), "Bob Brown 1002");

            assertTrue(scene.ask(scene.bob(), "call bob").text().contains("Whom do you mean"));
            assertEquals(1, scene.requests("POST", DIAL));
        }
    }

    @Test
    void whatWasChosenIsForgottenWithTheUser() {
        try (Scene scene = Scene.started()) {
            scene.signIn(scene.alice());
            scene.press(scene.alice(), scene.ask(scene.alice(), "call bob"), "Bob Brown 1002");
            scene.ask(scene.alice(), "sign out");
            scene.signIn(scene.alice());

            assertTrue(scene.ask(scene.alice(), "call bob").text().contains("Whom do you mean"));
        }
    }

    @Test
    void theOwnCallsComeFirstAndTheDirectoryOnlyIfTheyHaveNothing() {
        try (Scene scene = Scene.started()) {
            scene.signIn(scene.alice());
            OutsidePhone bobby = scene.webex().outside("+14085550177", "Bobby Tables");
            bobby.call(scene.alice());
            bobby.hangUp();

            String answer = scene.ask(scene.alice(), "call bob back").text();
            assertTrue(answer.contains("Bobby Tables +14085550177"), answer);
            assertEquals(0, scene.requests("GET", "/people?"));
            assertTrue(scene.ask(scene.alice(), "call Bob Brown").text().contains("1002"));
            assertEquals(1, scene.requests("GET", "/people?"));
        }
    }

    @Test
    void aCallIsTransferredToAPersonByAButtonThatKnowsTheCall() {
        try (Scene scene = Scene.started()) {
            scene.signIn(scene.alice());
            scene.webex().outside("+14085550134", "Ana").call(scene.alice());
            scene.ask(scene.alice(), "pick up");

            ChatMessage answer = scene.ask(scene.alice(), "transfer her to Bob");
            assertEquals(0, scene.requests("POST", "/telephony/calls/transfer"));
            scene.press(scene.alice(), answer, "Bob Brown 1002");
            assertEquals(1, scene.requests("POST", "/telephony/calls/transfer"));
        }
    }

    @Test
    void whoIsNotFoundIsSaid() {
        try (Scene scene = Scene.started()) {
            scene.signIn(scene.alice());

            String nobody = scene.ask(scene.alice(), "call Xaver").text();
            assertTrue(nobody.contains("I found nobody called Xaver"), nobody);
            scene.webex().faults().next(1, "GET", "/people").answer(403);
            String forbidden = scene.ask(scene.alice(), "call Bob").text();
            assertTrue(forbidden.contains("spark:people_read"), forbidden);
            scene.webex().faults().next(1, "GET", "/people").answer(400);
            String refused = scene.ask(scene.alice(), "call Bob").text();
            assertTrue(
                    refused.contains("I couldn't look up Bob at Webex") && refused.contains("Nobody was called"),
                    refused);
            assertEquals(0, scene.requests("POST", "/telephony/calls"));
        }
    }
}
