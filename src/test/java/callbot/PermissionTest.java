package callbot;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import callbot.sandbox.messaging.ChatMessage;
import callbot.sandbox.webex.FakeUser;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import org.junit.jupiter.api.Test;

/** Permissions that last as long as the user wants, and end with a word and a new link. */
class PermissionTest {

    private static final Duration TOKEN_LIFE = Duration.ofDays(14);

    @Test
    void aSilentUserStaysSignedInForMonths() {
        try (Scene scene = Scene.started()) {
            scene.signIn(scene.alice());
            for (int day = 0; day < 200; day += 10) {
                scene.clock().advance(Duration.ofDays(10));
                scene.bot().upkeep();
            }

            assertTrue(scene.ask(scene.alice(), "/calls").text().contains("no calls"));
            assertEquals(3, scene.told(scene.alice()).size(), "nothing was said in all that time");
        }
    }

    @Test
    void aMonitoredSilentUserIsStillToldAfterMonths() {
        try (Scene scene = Scene.started()) {
            scene.signIn(scene.alice());
            scene.ask(scene.alice(), "/monitor on");
            for (int day = 0; day < 200; day += 10) {
                scene.clock().advance(Duration.ofDays(10));
                scene.bot().upkeep();
            }

            scene.webex().outside("+14085550134", "Ana").call(scene.alice());
            ChatMessage ringing = scene.awaitCard(scene.alice(), "Incoming call from Ana");
            scene.alice().press(ringing.id(), "Decline");
            scene.awaitCard(scene.alice(), "You declined the call from Ana");
            assertTrue(scene.alice().phone().calls().isEmpty());
        }
    }

    @Test
    void aTokenIsRenewedBeforeItRunsOut() {
        try (Scene scene = Scene.started()) {
            scene.signIn(scene.alice());
            scene.clock().advance(TOKEN_LIFE.minusMinutes(30));
            scene.bot().upkeep();
            assertEquals(2, scene.requests("POST", "/access_token"));

            scene.clock().advance(Duration.ofHours(1));
            assertTrue(scene.ask(scene.alice(), "/calls").text().contains("no calls"));
            assertEquals(2, scene.requests("POST", "/access_token"));
        }
    }

    @Test
    void aTokenThatWebexNoLongerTakesIsRenewedAndTheCommandDoneOnce() {
        try (Scene scene = Scene.started()) {
            scene.signIn(scene.alice());
            scene.webex().tokens().expire(scene.alice().person());

            assertTrue(scene.ask(scene.alice(), "/dial +14085550134").text().contains("Calling"));
            assertEquals(1, scene.alice().phone().calls().size());
        }
    }

    @Test
    void troubleAtWebexDuringARenewalSignsNobodyOut() {
        try (Scene scene = Scene.started()) {
            scene.signIn(scene.alice());
            scene.webex().faults().next(100, "POST", "/access_token").answer(503); // upkeep meets them too
            scene.clock().advance(TOKEN_LIFE.minusMinutes(2));
            assertTrue(scene.ask(scene.alice(), "/calls").text().contains("no calls"), "the old token is still good");

            scene.clock().advance(Duration.ofMinutes(10));
            String answer = scene.ask(scene.alice(), "/calls").text();
            assertTrue(answer.contains("status 503"), answer);
            scene.webex().faults().clear();
            assertTrue(scene.ask(scene.alice(), "/calls").text().contains("no calls"), "the permission was kept");
        }
    }

    @Test
    void manyWhoNeedATokenAtOnceHaveItRenewedOnce() {
        try (Scene scene = Scene.started()) {
            scene.signIn(scene.alice());
            scene.ask(scene.alice(), "/monitor on");
            scene.clock().advance(TOKEN_LIFE.minusMinutes(2));
            scene.webex().faults().latency(Duration.ofMillis(100));
            List<Thread> rounds = new ArrayList<>();
            for (int i = 0; i < 6; i++) rounds.add(Thread.ofVirtual().start(scene.bot()::upkeep));
            scene.ask(scene.alice(), "/calls");
            scene.await(() -> rounds.stream().noneMatch(Thread::isAlive), "the rounds to end");

            assertEquals(2, scene.requests("POST", "/access_token"), "the sign-in and one renewal");
        }
    }

    @Test
    void aSignOutInTheMiddleOfARenewalIsFinal() {
        try (Scene scene = Scene.started()) {
            scene.signIn(scene.alice());
            scene.clock().advance(TOKEN_LIFE.minusMinutes(2));
            List<String> answers = new CopyOnWriteArrayList<>();
            scene.webex().wire().listen(exchange -> {
                if (exchange.target().equals("/v1/access_token"))
                    answers.add(scene.ask(scene.alice(), "/auth clear").text());
            });
            scene.bot().upkeep();

            assertEquals(1, answers.size());
            assertTrue(answers.getFirst().contains("You are signed out"), answers.getFirst());
            assertTrue(scene.ask(scene.alice(), "/calls").text().contains("Sign in first"));
        }
    }

    @Test
    void whoWithdrawsThePermissionIsToldWithANewLink() {
        try (Scene scene = Scene.started()) {
            FakeUser alice = scene.alice();
            scene.signIn(alice);
            scene.ask(alice, "/monitor on");
            scene.webex().tokens().revoke(alice.person());
            scene.bot().upkeep();
            assertEquals(0, scene.requests("GET", "/people/" + alice.person().id()), "it is known who that was");

            ChatMessage told = scene.awaitMessage(alice, "Your sign-in has ended");
            scene.bot().upkeep();
            assertEquals(
                    1,
                    scene.told(alice).stream()
                            .filter(text -> text.contains("has ended"))
                            .count());

            scene.visitor().open(scene.visitor().agree(alice, told));
            scene.awaitMessage(alice, 4);
            scene.bot().upkeep();
            scene.webex().outside("+14085550134", "Ana").call(alice);
            assertTrue(
                    scene.awaitMessage(alice, "Incoming call from Ana").card().isPresent(), "monitoring goes on");
        }
    }

    @Test
    void whoLostThePermissionGetsTheLinkWithTheNextCommand() {
        try (Scene scene = Scene.started()) {
            scene.signIn(scene.alice());
            scene.webex().tokens().revoke(scene.alice().person());

            ChatMessage answer = scene.ask(scene.alice(), "/dial +14085550134");
            assertTrue(answer.text().contains("Your sign-in has ended, so I couldn't do that"), answer.text());
            scene.visitor().open(scene.visitor().agree(scene.alice(), answer));
            scene.awaitMessage(scene.alice(), 3);
            assertTrue(scene.ask(scene.alice(), "/dial +14085550134").text().contains("Calling"));
        }
    }

    @Test
    void aSignInLeftUnusedForLongerThanItsRefreshTokenEndsWithALink() {
        try (Scene scene = Scene.started()) {
            scene.signIn(scene.alice());
            scene.stop();
            scene.clock().advance(Duration.ofDays(100));
            scene.start();

            ChatMessage told = scene.awaitMessage(scene.alice(), "Your sign-in has ended");
            assertTrue(told.card().isPresent(), "with a link");
            assertTrue(scene.ask(scene.alice(), "/auth").card().isPresent(), "and so has every other answer");
        }
    }
}
