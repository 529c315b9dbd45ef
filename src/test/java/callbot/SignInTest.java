package callbot;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import callbot.sandbox.messaging.ChatMessage;
import java.net.URI;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.time.Duration;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.Test;

/** How a sign-in ends: what the browser shows, what the chat says, and what is kept. */
class SignInTest {

    @Test
    void whoeverAskedIsSignedInAndToldSoOnThePageAndInTheChat() {
        try (Scene scene = Scene.started()) {
            ChatMessage invitation = scene.ask(scene.alice(), "/auth");
            HttpResponse<String> page = scene.visitor().open(scene.visitor().agree(scene.alice(), invitation));

            assertEquals(200, page.statusCode());
            assertTrue(page.body().contains("You are signed in as alice.adams@example.com"), page.body());
            assertTrue(scene.awaitMessage(scene.alice(), 1).text().contains("You are signed in as alice.adams"));
            assertIsSignedIn(scene);
        }
    }

    @Test
    void whoHasSignedInIsAskedWhetherCallsShallBeShownAndNothingIsSwitchedOnUnasked() {
        try (Scene scene = Scene.started()) {
            scene.visitor().open(scene.visitor().agree(scene.alice(), scene.ask(scene.alice(), "/auth")));
            ChatMessage question = scene.awaitMessage(scene.alice(), 1);
            assertTrue(question.text().contains("Shall I show your calls here"), question.text());

            String no = scene.press(scene.alice(), question, "No, thanks").text();
            assertTrue(no.contains("I don't show your calls here"), no);
            assertTrue(scene.ask(scene.alice(), "/status").text().contains("Call cards: Off"));
            scene.press(scene.alice(), question, "Show my calls as they happen");

            int before = scene.fromBot(scene.alice()).size();
            ChatMessage invitation = scene.ask(scene.alice(), "/auth force");
            scene.visitor().open(scene.visitor().agree(scene.alice(), invitation));
            String told = scene.awaitMessage(scene.alice(), before + 1).text();
            assertTrue(told.contains("You are signed in") && !told.contains("Shall I"), told);
        }
    }

    @Test
    void whatCouldNotBeDoneWithoutASignInIsOnePressAwayAfterIt() {
        try (Scene scene = Scene.started()) {
            ChatMessage invitation = scene.ask(scene.alice(), "call 1002");
            assertTrue(invitation.text().contains("Sign in first"), invitation.text());
            scene.visitor().open(scene.visitor().agree(scene.alice(), invitation));
            ChatMessage signedIn = scene.awaitMessage(scene.alice(), 1);
            String told =
                    scene.press(scene.alice(), signedIn, "Do it now: call 1002").text();
            assertTrue(told.contains("Calling 1002"), told);
            assertEquals(1, scene.requests("POST", "/telephony/calls/dial"));
        }
    }

    @Test
    void somebodyElseWhoAgreesIsNamedInThatBrowserAloneAndNothingIsKept() {
        try (Scene scene = Scene.started()) {
            ChatMessage invitation = scene.ask(scene.alice(), "/auth");
            HttpResponse<String> page = scene.visitor().open(scene.visitor().agree(scene.bob(), invitation));

            assertEquals(403, page.statusCode());
            assertTrue(page.body().contains("bob.brown@example.com"), page.body());
            assertTrue(page.body().contains("alice.adams@example.com"), page.body());
            String said = scene.awaitMessage(scene.alice(), 1).text();
            assertFalse(said.contains("bob"), "a link that is passed on does not tell who clicked it");
            assertTrue(said.contains("with another account than yours"), said);
            assertTrue(said.contains("Nothing was kept"), said);
            assertTrue(scene.ask(scene.alice(), "/calls").text().contains("Sign in first"));
            assertTrue(scene.ask(scene.bob(), "/calls").text().contains("Sign in first"));
        }
    }

    @Test
    void aRefusalIsTakenForAnAnswerAndCanBeThoughtOver() {
        try (Scene scene = Scene.started()) {
            ChatMessage invitation = scene.ask(scene.alice(), "/auth");
            HttpResponse<String> page = scene.visitor().open(scene.visitor().refuse(scene.alice(), invitation));

            assertEquals(200, page.statusCode());
            assertTrue(page.body().contains("declined"), page.body());
            ChatMessage said = scene.awaitMessage(scene.alice(), 1);
            assertTrue(said.text().contains("That sign-in was declined"), said.text());
            assertEquals(0, scene.requests("POST", "/access_token"));

            ChatMessage again = scene.press(scene.alice(), said, "Try again");
            scene.visitor().open(scene.visitor().agree(scene.alice(), again));
            assertIsSignedIn(scene);
        }
    }

    @Test
    void aLinkWorksForFiveMinutes() {
        try (Scene scene = Scene.started()) {
            ChatMessage invitation = scene.ask(scene.alice(), "/auth");
            URI redirect = scene.visitor().agree(scene.alice(), invitation);
            scene.clock().advance(Duration.ofMinutes(5));

            assertIsOver(scene, redirect, 0);
        }
    }

    @Test
    void aLinkWorksOnce() {
        try (Scene scene = Scene.started()) {
            URI redirect = scene.visitor().agree(scene.alice(), scene.ask(scene.alice(), "/auth"));
            assertEquals(200, scene.visitor().open(redirect).statusCode());

            assertIsOver(scene, redirect, 1);
            assertIsSignedIn(scene);
        }
    }

    @Test
    void whoOnlyLooksAtALinkDoesNotUseItUp() {
        try (Scene scene = Scene.started()) {
            URI back = scene.visitor().agree(scene.alice(), scene.ask(scene.alice(), "/auth"));
            var look = HttpRequest.newBuilder(back)
                    .method("HEAD", BodyPublishers.noBody())
                    .build();
            assertEquals(200, scene.visitor().send(look).statusCode());
            assertEquals(200, scene.visitor().open(back).statusCode());
            assertIsSignedIn(scene);
        }
    }

    @Test
    void aSignInUnderWayIsEndedBeforeTheBotEnds() throws InterruptedException {
        try (Scene scene = Scene.started()) {
            URI back = scene.visitor().agree(scene.alice(), scene.ask(scene.alice(), "/auth"));
            scene.webex().faults().latency(Duration.ofMillis(700));
            var status = new AtomicInteger();
            Thread browser = Thread.ofVirtual()
                    .start(() -> status.set(scene.visitor().open(back).statusCode()));
            scene.await(() -> scene.requests("POST", "/access_token") == 1, "the code to be exchanged");
            scene.stop();
            browser.join();

            assertEquals(200, status.get());
            scene.webex().faults().clear();
            scene.start();
            assertIsSignedIn(scene);
        }
    }

    @Test
    void aStateThatNobodyWasGivenExchangesNothing() {
        try (Scene scene = Scene.started()) {
            scene.meet(scene.alice());

            assertIsOver(scene, scene.address("/redirect?code=stolen&state=guessed"), 0);
            assertIsOver(scene, scene.address("/redirect?code=stolen&state=" + "A".repeat(43)), 0);
            assertIsOver(scene, scene.address("/redirect?code=stolen&state="), 0);
            assertEquals(1, scene.fromBot(scene.alice()).size());
        }
    }

    @Test
    void aSignInBegunBeforeARestartEndsAfterIt() {
        try (Scene scene = Scene.started()) {
            ChatMessage invitation = scene.ask(scene.alice(), "/auth");
            scene.stop();
            scene.start();

            assertEquals(
                    200,
                    scene.visitor()
                            .open(scene.visitor().agree(scene.alice(), invitation))
                            .statusCode());
            assertIsSignedIn(scene);
        }
    }

    @Test
    void aSignInLastsThroughARestart() {
        try (Scene scene = Scene.started()) {
            scene.signIn(scene.alice());
            scene.stop();
            scene.start();

            assertIsSignedIn(scene);
        }
    }

    private static void assertIsSignedIn(Scene scene) {
        String calls = scene.ask(scene.alice(), "/calls").text();
        assertTrue(calls.contains("You have no calls"), calls);
    }

    private static void assertIsOver(Scene scene, URI redirect, int exchangesBefore) {
        HttpResponse<String> page = scene.visitor().open(redirect);
        assertEquals(410, page.statusCode());
        assertTrue(page.body().contains("Write /auth to the bot"), page.body());
        assertEquals(exchangesBefore, scene.requests("POST", "/access_token"));
    }
}
