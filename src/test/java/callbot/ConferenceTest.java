package callbot;

import static callbot.AnasCall.NUMBER;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import callbot.sandbox.calls.OutsidePhone;
import callbot.sandbox.calls.PhoneCall;
import callbot.sandbox.calls.session.CallState;
import callbot.sandbox.messaging.ChatMessage;
import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.Test;

/** Several calls at once in which everybody hears everybody. */
class ConferenceTest {

    private static final String ANA = "Ana (" + NUMBER + ")";
    private static final String BEN = "Ben (+14085550135)";
    private static final String CID = "Cid (+14085550136)";
    private static final String NONE = "You have no conference just now. /merge makes one of your two calls.";

    @Test
    void twoCallsAreMergedByTheButtonOnTheCardInFront() {
        try (AnasCall call = withAnother(AnasCall.connectedOnCard(), "Ben", "+14085550135")) {
            call.scene.await(() -> call.card("Connected with Ben").text().contains("/merge"), "the button");
            call.alice.press(call.card("Connected with Ben").id(), "Merge");
            call.scene.awaitMessage(
                    call.alice,
                    "✅ You are in a conference with " + ANA + " and " + BEN + ". /conference shows who is in.");
            assertStates(call, CallState.CONNECTED, CallState.CONNECTED);
            call.card("In a conference with Ana");
        }
    }

    @Test
    void theCardSaysWhoIsInByTheNumbersOfTheirCalls() {
        try (AnasCall call = merged()) {
            ChatMessage card = call.scene.ask(call.alice, "/conference");
            assertTrue(card.text().startsWith("Conference with 2 others"), card.text());
            assertTrue(card.text().contains("1 " + ANA) && card.text().contains("2 " + BEN), card.text());
            assertEquals("✅ The call from " + BEN + " is muted in the conference.", call.asks("/conference mute 2"));
            call.isTold("/conference mute", "✅ You are muted in the conference.");
            String muted = call.asks("/conference");
            assertTrue(muted.startsWith("Conference with 2 others, you are muted"), muted);
            assertTrue(muted.contains("2 " + BEN + ", muted") && !muted.contains(ANA + ", muted"), muted);
            call.scene.press(call.alice, call.scene.ask(call.alice, "/conference"), "Unmute 2");
            call.scene.press(call.alice, call.scene.ask(call.alice, "/conference"), "Unmute me");
            assertFalse(call.asks("/conference").contains("muted"));
        }
    }

    @Test
    void itIsHeldAndResumed() {
        try (AnasCall call = merged()) {
            ChatMessage held = call.scene.ask(call.alice, "/conference hold");
            assertEquals("✅ The conference is on hold.", held.text());
            assertStates(call, CallState.HELD, CallState.HELD);
            assertTrue(call.asks("/conference").contains("on hold"));
            assertEquals(
                    "✅ You are back in the conference.",
                    call.scene.press(call.alice, held, "Resume").text());
            assertStates(call, CallState.CONNECTED, CallState.CONNECTED);
        }
    }

    @Test
    void oneMoreIsAddedAndNobodyTwice() {
        try (AnasCall call = merged()) {
            call.isTold(
                    "/merge",
                    "To add somebody to the conference you need one answered call outside of it. /conference shows who is in.");
            withAnother(call, "Cid", "+14085550136");
            call.isTold("/merge", "✅ " + CID + " is in the conference, too. /conference shows who is in.");
            assertTrue(call.asks("/conference").startsWith("Conference with 3 others"));
            call.isTold(
                    "/conference leave",
                    "To complete a transfer you need two answered calls, and no more. /calls shows what you have.");
            assertEquals(3, call.alice.phone().calls().size());
        }
    }

    @Test
    void onePersonIsTakenOutAndThenItIsACallLikeAnyOther() {
        try (AnasCall call = merged()) {
            ChatMessage card = call.scene.ask(call.alice, "/conference");
            call.scene.press(call.alice, card, "Hang up 2");
            call.isTold("/conference", NONE);
            call.assertState(CallState.CONNECTED);
            assertTrue(call.ana.isInCall());
        }
    }

    @Test
    void theTwoOthersGoOnWithoutAlice() {
        try (AnasCall call = merged()) {
            ChatMessage card = call.scene.ask(call.alice, "/conference");
            assertEquals(
                    "✅ You connected " + ANA + " with " + BEN + ". You're off the call.",
                    call.scene.press(call.alice, card, "Leave").text());
            call.assertOver();
            assertTrue(call.ana.isInCall());
            call.isTold("/conference", NONE);
        }
    }

    @Test
    void itEndsForEverybody() {
        try (AnasCall call = merged()) {
            call.isTold("/conference end", "✅ You ended the conference for everybody.");
            call.assertOver();
            assertFalse(call.ana.isInCall());
            call.isTold("/conference end", NONE);
            call.isTold("/conference hold", NONE);
            call.isTold("/conference mute", NONE);
            call.ana.call(call.alice);
            call.alice.phone().pickUp();
            call.isTold("/conference mute 1", NONE);
        }
    }

    @Test
    void theHostsPhoneEndsIt() {
        try (AnasCall call = merged()) {
            call.alice.phone().hangUp(call.alice.phone().calls().getFirst().id());
            call.assertOver();
            call.isTold("/conference", NONE);
        }
    }

    /** The documentation has an empty object for it. */
    @Test
    void nothingThereIsNoConferenceEither() {
        try (AnasCall call = AnasCall.toCome()) {
            call.scene.webex().faults().next(1, "GET", "/telephony/conference").answer(404);
            call.isTold("/conference", NONE);
        }
    }

    @Test
    void whatCannotBeMergedStaysAsItIs() {
        String two = "To merge you need two answered calls, and no more. /calls shows what you have.";
        try (AnasCall call = AnasCall.ringing()) {
            call.isTold("/merge", two);
            call.alice.phone().pickUp();
            call.isTold("/merge", two);
            withAnother(call, "Ben", "+14085550135");
            withAnother(call, "Cid", "+14085550136");
            call.isTold("/merge", two);
            assertEquals(0, call.scene.requests("POST", "/telephony/conference"));
        }
    }

    @Test
    void whoseCallingPlanHasNoneIsToldSo() {
        try (AnasCall call = withAnother(AnasCall.connected(), "Ben", "+14085550135")) {
            call.scene.webex().telephony().takeConferencesAway(call.alice.person());
            for (String command : List.of("/merge", "/conference", "/conference end", "/conference mute")) {
                String told = call.asks(command);
                assertTrue(told.startsWith("⚠️ A conference is not part of your calling plan."), told);
            }
            assertStates(call, CallState.HELD, CallState.CONNECTED);
        }
    }

    @Test
    void whatIsRefusedForAnotherReasonIsNoMissingConference() {
        try (AnasCall call = merged()) {
            call.scene
                    .webex()
                    .faults()
                    .next(1, "POST", "/telephony/conference/hold")
                    .answer(409);
            String told = call.asks("/conference hold");
            assertTrue(told.startsWith("⚠️ Webex did not accept that"), told);
        }
    }

    @Test
    void withoutAnAnswerItIsNotSaidThatItHappened() {
        try (AnasCall call = withAnother(AnasCall.connected(), "Ben", "+14085550135")) {
            call.scene.webex().faults().next(1, "POST", "/telephony/conference").loseAnswer();
            String told = call.asks("/merge");
            assertTrue(told.contains("I can't tell whether it happened. /conference shows how it is now."), told);
            assertEquals(1, call.scene.requests("POST", "/telephony/conference"));
        }
    }

    /** Ana waits, and Ben is talked to: they are brought together. */
    private static AnasCall merged() {
        AnasCall call = withAnother(AnasCall.connected(), "Ben", "+14085550135");
        call.isTold(
                "/merge", "✅ You are in a conference with " + ANA + " and " + BEN + ". /conference shows who is in.");
        assertStates(call, CallState.CONNECTED, CallState.CONNECTED);
        return call;
    }

    /** What is talked waits, and this one is talked to. */
    private static AnasCall withAnother(AnasCall call, String name, String number) {
        call.scene.clock().advance(Duration.ofSeconds(1));
        call.alice.phone().calls().stream()
                .filter(one -> one.state() == CallState.CONNECTED)
                .forEach(one -> call.alice.phone().hold(one.id()));
        OutsidePhone other = call.scene.webex().outside(number, name);
        other.call(call.alice);
        call.alice.phone().pickUp();
        return call;
    }

    private static void assertStates(AnasCall call, CallState... states) {
        assertEquals(
                List.of(states),
                call.alice.phone().calls().stream().map(PhoneCall::state).toList());
    }
}
