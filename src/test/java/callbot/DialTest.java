package callbot;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import callbot.sandbox.calls.OutsidePhone;
import callbot.sandbox.messaging.ChatMessage;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.concurrent.atomic.AtomicReference;
import org.junit.jupiter.api.Test;

/** What the user is told of a call that he or she asked for, whatever Webex makes of it. */
class DialTest {

    private static final String DIAL = "/telephony/calls/dial";
    private static final String NUMBER = "+14085550134";

    @Test
    void anAcceptedCallIsAnnouncedOnlyAfterWebexHasAcceptedIt() {
        try (Scene scene = Scene.started()) {
            scene.signIn(scene.alice());

            AtomicReference<List<String>> toldBefore = new AtomicReference<>();
            scene.webex().wire().listen(exchange -> {
                if (exchange.target().endsWith(DIAL)) toldBefore.set(scene.told(scene.alice()));
            });

            ChatMessage answer = scene.ask(scene.alice(), "/dial tel:+1-408-555-0134");
            assertTrue(answer.text().contains("Calling " + NUMBER + ": pick up your phone"), answer.text());
            assertEquals(2, toldBefore.get().size(), "nothing yet but the sign-in");
        }
    }

    @Test
    void aRefusalSaysWhyAndUnderWhichIdWebexKnowsIt() {
        assertRefused(403, "let you do that", "no Webex Calling");
        assertRefused(400, "did not accept that", "Told to answer so");
        assertRefused(500, "Webex had an error", "/calls");
    }

    @Test
    void aRefusedDialIsNotTakenForACallThatIsOver() {
        assertRefused(404, "can't be done just now", "/calls");
        assertRefused(409, "can't be done just now", "/calls");
    }

    @Test
    void aBusyWebexIsWaitedForAndTheCallStillMadeOnce() {
        try (Scene scene = Scene.started()) {
            scene.signIn(scene.alice());
            scene.webex().faults().next(1, "POST", DIAL).answer(429, Map.of("Retry-After", "1"));

            assertTrue(scene.ask(scene.alice(), "/dial " + NUMBER).text().contains("Calling"));
            assertEquals(1, scene.alice().phone().calls().size());
        }
    }

    @Test
    void aWebexThatIsBusyForLongIsToldAndNothingDone() {
        try (Scene scene = Scene.started()) {
            scene.signIn(scene.alice());
            scene.webex().faults().next(1, "POST", DIAL).answer(429, Map.of("Retry-After", "3600"));

            String answer = scene.ask(scene.alice(), "/dial " + NUMBER).text();
            assertTrue(answer.contains("nothing has happened. Try again in 300 seconds"), answer);
            String meanwhile = scene.ask(scene.alice(), "/calls").text();
            assertTrue(meanwhile.contains("Webex is busy"), meanwhile);
            assertEquals(0, scene.requests("GET", "/telephony/calls"), "a token that was told to wait waits");

            scene.clock().advance(Duration.ofHours(1));
            assertTrue(scene.ask(scene.alice(), "/calls").text().contains("no calls"));
        }
    }

    @Test
    void anUnreadableWaitIsTakenForAFewSeconds() {
        try (Scene scene = Scene.started()) {
            scene.signIn(scene.alice());
            scene.webex().faults().next(1, "POST", DIAL).answer(429, Map.of("Retry-After", "rand(30),add(30)"));

            assertTrue(scene.ask(scene.alice(), "/dial " + NUMBER).text().contains("Calling"));
            assertEquals(1, scene.alice().phone().calls().size());
        }
    }

    @Test
    void anAnswerThatIsWithheldIsLookedForAmongTheCallsAndTheCallFound() {
        try (Scene scene = Scene.started()) {
            scene.signIn(scene.alice());
            scene.signIn(scene.bob());
            scene.webex().faults().next(1, "POST", DIAL).withholdAnswer();
            scene.webex().faults().next(1, "POST", DIAL).hang();

            int toAlice = scene.fromBot(scene.alice()).size();
            int toBob = scene.fromBot(scene.bob()).size();
            scene.alice().say("/dial " + NUMBER);
            scene.await(() -> !scene.alice().phone().calls().isEmpty(), "Alice's phone rings");
            scene.bob().say("/dial " + NUMBER);

            String found = scene.awaitMessage(scene.alice(), toAlice).text();
            assertTrue(found.contains("your phone rings for " + NUMBER), found);
            String notFound = scene.awaitMessage(scene.bob(), toBob).text();
            assertTrue(notFound.contains("I see no call to " + NUMBER), notFound);
            assertTrue(notFound.contains("look at /calls before you dial again"), notFound);
            assertEquals(1, scene.alice().phone().calls().size(), "nothing was repeated");
            assertTrue(scene.bob().phone().calls().isEmpty());
        }
    }

    @Test
    void aLostAnswerIsNeverToldAsADialThatDidNotHappen() {
        try (Scene scene = Scene.started()) {
            scene.signIn(scene.alice());
            scene.webex().faults().next(1, "POST", DIAL).loseAnswer();
            scene.webex().faults().next(1, "GET", "/telephony/calls").answer(429, Map.of("Retry-After", "60"));

            String answer = scene.ask(scene.alice(), "/dial " + NUMBER).text();
            assertTrue(answer.contains("I can't tell whether it happened"), answer);
            assertFalse(answer.contains("nothing has happened"), answer);
            assertTrue(answer.endsWith("/why shows how it went."), answer);
            assertEquals(1, scene.alice().phone().calls().size());
        }
    }

    @Test
    void aWebexThatCannotBeReachedHasDoneNothing() {
        try (Scene scene = Scene.started()) {
            scene.signIn(scene.alice());
            scene.webex().faults().next(1, "POST", DIAL).drop();

            String answer = scene.ask(scene.alice(), "/dial " + NUMBER).text();
            assertTrue(answer.contains("I see no call to " + NUMBER), answer);
            assertTrue(scene.alice().phone().calls().isEmpty());
        }
    }

    @Test
    void whatCannotBeDialledIsExplainedAndNotSent() {
        try (Scene scene = Scene.started()) {
            scene.signIn(scene.alice());
            for (String line : new String[] {"/dial", "/dial me up", "/dial 12<script>", "dial 12 or 13"}) {
                String answer = scene.ask(scene.alice(), line).text();
                assertTrue(answer.contains("I have done nothing"), answer);
            }
            assertEquals(0, scene.requests("POST", DIAL));
        }
    }

    @Test
    void aPressDialsTheReadingThatItsButtonShows() {
        try (Scene scene = Scene.started()) {
            scene.signIn(scene.alice());

            ChatMessage which = scene.ask(scene.alice(), "/dial 408 555 0134 / 408 555 0135 on desk phone");
            assertTrue(which.text().contains("Which number do you mean?"), which.text());
            assertTrue(which.text().contains("4085550134: /dial 4085550134 on desk phone"), which.text());
            assertEquals(0, scene.requests("POST", DIAL));

            String answer = scene.press(scene.alice(), which, "4085550135").text();
            assertTrue(answer.contains("Calling 4085550135"), answer);
            assertTrue(body(scene).contains("\"4085550135\""), body(scene));
        }
    }

    @Test
    void anEqualDialWithinSecondsIsNotDoneAgain() {
        try (Scene scene = Scene.started()) {
            scene.signIn(scene.alice());
            scene.ask(scene.alice(), "/dial +1 408 555 0134");
            ChatMessage before = scene.ask(scene.alice(), "/dial tel:+1-408-555-0134");
            assertTrue(before.text().contains("You're already calling " + NUMBER), before.text());
            assertEquals(1, scene.requests("POST", DIAL));

            scene.clock().advance(Duration.ofSeconds(9));
            assertTrue(scene.ask(scene.alice(), "/dial " + NUMBER).text().contains("already calling"));
            assertTrue(scene.ask(scene.alice(), "/dial +14085550135").text().contains("Calling +14085550135"));

            scene.press(scene.alice(), before, "Call again anyway");
            assertEquals(3, scene.requests("POST", DIAL));
            String twice =
                    scene.press(scene.alice(), before, "Call again anyway").text();
            assertTrue(twice.contains("already calling"), twice);
            assertEquals(3, scene.requests("POST", DIAL), "a second press of this button too is one too many");

            scene.clock().advance(Duration.ofSeconds(2));
            assertTrue(scene.ask(scene.alice(), "/dial " + NUMBER).text().contains("Calling " + NUMBER));
        }
    }

    @Test
    void aButtonThatIsPressedTwiceDialsOnce() {
        try (Scene scene = Scene.started()) {
            scene.signIn(scene.alice());
            OutsidePhone ana = scene.webex().outside(NUMBER, "Ana");
            ana.call(scene.alice());
            ana.hangUp();
            ChatMessage history = scene.ask(scene.alice(), "/history");

            int before = scene.fromBot(scene.alice()).size();
            scene.alice().press(history.id(), "Call");
            scene.alice().press(history.id(), "Call");
            scene.await(() -> scene.fromBot(scene.alice()).size() == before + 2, "two answers");
            assertEquals(1, scene.requests("POST", DIAL));
            assertTrue(scene.told(scene.alice()).getLast().contains("already calling " + NUMBER));
        }
    }

    @Test
    void anExtensionIsNotDialledButToldWithTheCall() {
        try (Scene scene = Scene.started()) {
            scene.signIn(scene.alice());

            String answer =
                    scene.ask(scene.alice(), "/dial +1 408 555 0134 ext. 12").text();
            assertTrue(answer.contains("key in the extension: /dtmf 12"), answer);
            assertEquals(NUMBER, scene.alice().phone().call().remote().number().orElseThrow());
        }
    }

    private static String body(Scene scene) {
        return scene.requests().stream()
                .filter(one -> one.target().endsWith(DIAL))
                .findFirst()
                .orElseThrow()
                .requestBody();
    }

    private static void assertRefused(int status, String... words) {
        try (Scene scene = Scene.started()) {
            scene.signIn(scene.alice());
            scene.webex().faults().next(1, "POST", DIAL).answer(status);

            String answer = scene.ask(scene.alice(), "/dial " + NUMBER).text();
            for (String word : words) assertTrue(answer.contains(word), answer);
            assertFalse(answer.contains("call is over"), answer);
            assertTrue(answer.contains("/why shows how it went"), answer);
            assertEquals(1, scene.requests("POST", DIAL));
            assertTrue(scene.ask(scene.alice(), "/dial " + NUMBER).text().contains("Calling"), "then it works again");
        }
    }
}
