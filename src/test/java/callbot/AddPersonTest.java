package callbot;

import static callbot.AnasCall.NUMBER;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import callbot.json.Json;
import callbot.sandbox.calls.OutsidePhone;
import callbot.sandbox.calls.PhoneCall;
import callbot.sandbox.calls.session.CallState;
import callbot.sandbox.messaging.ChatMessage;
import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.Test;

/** Somebody is called, and taken into the call that there is. */
class AddPersonTest {

    private static final String ANA = "Ana (" + NUMBER + ")";
    private static final String BOB = "Bob Brown (1002)";
    private static final String EVE = "+14085550177";

    @Test
    void ofACallAConferenceIsMadeAndOneMoreIsTakenIn() {
        try (AnasCall call = AnasCall.connected()) {
            ChatMessage calling = call.scene.ask(call.alice, "/add 1002");
            assertEquals(
                    "📞 Calling 1002: pick up your phone, which rings first. " + ANA + " is on hold."
                            + " When they answer, /merge brings you all together; /swap goes back.",
                    calling.text());
            bobAnswers(call);
            assertEquals(
                    "✅ You are in a conference with " + ANA + " and " + BOB + ". /conference shows who is in.",
                    call.scene
                            .press(call.alice, calling, "Add to the conference")
                            .text());
            assertStates(call, CallState.CONNECTED, CallState.CONNECTED);

            ChatMessage more = call.scene.ask(call.alice, "add " + EVE + " to the call");
            assertTrue(
                    more.text()
                            .endsWith("The conference is on hold. When they answer, /merge takes them in;"
                                    + " /conference resume goes back."),
                    more.text());
            assertStates(call, CallState.HELD, CallState.HELD, CallState.ALERTING);
            call.alice.phone().pickUp();
            eve(call).pickUp();
            String added =
                    call.scene.press(call.alice, more, "Add to the conference").text();
            assertTrue(added.contains("is in the conference, too. /conference"), added);
            assertStates(call, CallState.CONNECTED, CallState.CONNECTED, CallState.CONNECTED);
            assertTrue(call.asks("/conference").startsWith("Conference with 3 others"));
        }
    }

    @Test
    void theCardOfWhoeverAnswersHasTheButton() {
        try (AnasCall call = AnasCall.toCome()) {
            call.scene.webex().editsOfCards(true);
            call.asks("/monitor on");
            call.ana.call(call.alice);
            call.alice.phone().pickUp();
            call.alice.press(call.card("Connected with Ana").id(), "Call", inputs("who", "1002"));
            call.card(ANA + " is on hold");
            bobAnswers(call);
            call.scene.await(() -> call.card("Connected with Bob").text().contains("/merge"), "the button");
            call.alice.press(call.card("Connected with Bob").id(), "Merge");
            call.card("In a conference with Ana");
            PhoneCall bobs = call.scene.bob().phone().call();
            call.scene.bob().phone().hold(bobs.id());
            call.scene.await(
                    () -> call.card("In a conference with Ana").text().contains(BOB + ", away."), "Bob to be away");
            call.alice.say("/conference");
            String who = call.scene
                    .awaitMessage(call.alice, "Conference with 2 others")
                    .text();
            assertTrue(who.contains(BOB + ", away"), who);
            call.scene.bob().phone().resume(bobs.id());
            call.alice.press(call.card("In a conference with Bob").id(), "Call", inputs("who", EVE));
            call.card(ANA + " is in the conference on hold");
            call.scene.await(() -> call.alice.phone().calls().size() == 3, "the third call");
            call.alice.phone().pickUp();
            eve(call).pickUp();
            call.scene.await(() -> call.card("Connected with " + EVE).text().contains("/merge"), "the button to add");
            call.alice.press(call.card("Connected with " + EVE).id(), "Add to the conference");
            call.card("In a conference with " + EVE);
            call.scene.await(
                    () -> call.card("In a conference with Ana").text().contains(EVE), "everybody on Ana's card");
        }
    }

    @Test
    void aNameIsLookedUpFirst() {
        try (AnasCall call = AnasCall.connected()) {
            ChatMessage whom = call.scene.ask(call.alice, "add bob to the call");
            assertTrue(whom.text().contains("/add 1002"), whom.text());
            call.assertState(CallState.CONNECTED);
        }
    }

    @Test
    void whoHasNoCallOrCallsApartCallsNobody() {
        try (AnasCall call = AnasCall.toCome()) {
            ChatMessage none = call.scene.ask(call.alice, "/add 1002");
            assertEquals("You have no call to add anybody to, so I have called nobody. /dial 1002 calls.", none.text());
            call.ana.call(call.alice);
            call.alice.phone().pickUp();
            call.alice.phone().hold(call.onPhone().id());
            call.scene.clock().advance(Duration.ofSeconds(1));
            call.scene.webex().outside("+14085550135", "Ben").call(call.alice);
            call.alice.phone().pickUp();
            call.isTold(
                    "/add 1002",
                    "You have calls that are not together yet, so I have called nobody. /merge brings them together.");
            assertEquals(0, call.scene.requests("POST", "/telephony/calls/dial"));
        }
    }

    @Test
    void whosePlanHasNoConferencesIsToldBeforeAnybodyIsCalled() {
        try (AnasCall call = AnasCall.connected()) {
            call.scene.webex().telephony().takeConferencesAway(call.alice.person());
            String told = call.asks("/add 1002");
            assertTrue(told.startsWith("⚠️ A conference is not part of your calling plan."), told);
            call.assertState(CallState.CONNECTED);
            assertEquals(0, call.scene.requests("POST", "/telephony/calls/dial"));
        }
    }

    @Test
    void whoeverThereIsNoRoomForStaysOnTheLine() {
        try (AnasCall call = AnasCall.connected()) {
            call.scene.webex().telephony().limitConferences(call.alice.person(), 2);
            call.asks("/add 1002");
            bobAnswers(call);
            call.asks("/merge");
            call.asks("/add " + EVE);
            call.alice.phone().pickUp();
            eve(call).pickUp();
            String told = call.asks("/merge");
            assertTrue(told.startsWith("⚠️ Webex did not take " + EVE + " into the conference"), told);
            assertTrue(told.contains("The conference is full.") && told.contains("room for no more"), told);
            assertStates(call, CallState.HELD, CallState.HELD, CallState.CONNECTED);
        }
    }

    @Test
    void ifNobodyCanBeCalledItIsSaidThatTheConferenceWaits() {
        try (AnasCall call = AnasCall.connected()) {
            call.asks("/add 1002");
            bobAnswers(call);
            call.asks("/merge");
            call.scene.webex().faults().next(1, "POST", "/telephony/calls/dial").answer(403);
            ChatMessage said = call.scene.ask(call.alice, "/add " + EVE);
            assertTrue(said.text().startsWith("⚠️ The conference is on hold, but I couldn't call " + EVE), said.text());
            call.scene.press(call.alice, said, "Resume");
            assertStates(call, CallState.CONNECTED, CallState.CONNECTED);
        }
    }

    @Test
    void ifTheConferenceStaysOnHoldItIsSaid() {
        try (AnasCall call = AnasCall.connected()) {
            call.asks("/add 1002");
            bobAnswers(call);
            call.asks("/merge");
            call.asks("/add " + EVE);
            call.alice.phone().pickUp();
            eve(call).pickUp();
            call.scene
                    .webex()
                    .faults()
                    .next(1, "POST", "/telephony/conference/resume")
                    .answer(403);
            ChatMessage added = call.scene.ask(call.alice, "/merge");
            assertTrue(added.text().contains("is in the conference, too, which is still on hold."), added.text());
            call.scene.press(call.alice, added, "Resume");
            assertStates(call, CallState.CONNECTED, CallState.CONNECTED, CallState.CONNECTED);
        }
    }

    private static void bobAnswers(AnasCall call) {
        call.scene.await(() -> call.alice.phone().calls().size() == 2, "the second call");
        call.alice.phone().pickUp();
        call.scene.bob().phone().pickUp();
    }

    private static OutsidePhone eve(AnasCall call) {
        return call.scene.webex().outside(EVE, "Eve");
    }

    private static Json inputs(String name, String value) {
        return Json.object().put(name, value).toJson();
    }

    private static void assertStates(AnasCall call, CallState... states) {
        assertEquals(
                List.of(states),
                call.alice.phone().calls().stream().map(PhoneCall::state).toList());
    }
}
