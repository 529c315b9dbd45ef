package callbot;

import static callbot.AnasCall.NUMBER;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.time.Duration;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** What the card of a call says that is over: what the user did through the bot, if and only if that is how it ended. */
class EndingsTest {

    @Test
    void whatIsTypedIsRememberedToo() {
        try (AnasCall call = AnasCall.ringingOnCard()) {
            call.alice.say("/divert 1002");
            call.card("You diverted Ana (" + NUMBER + ") to 1002");
            call.onlyCard();
        }
    }

    @Test
    void whoeverHangsUpWhatRingsHasDeclined() {
        try (AnasCall call = AnasCall.ringingOnCard()) {
            call.alice.say("/hangup");
            call.card("You declined the call from Ana");
        }
    }

    @Test
    void whatIsSilencedRingsOnForTheCaller() {
        try (AnasCall call = AnasCall.ringingOnCard()) {
            call.alice.say("/reject ignore");
            call.card("You silenced the call from Ana (" + NUMBER + "); it rang on for them.");
        }
    }

    @Test
    void whatAnAssistantHandsOnIsTold() {
        try (AnasCall call = AnasCall.connectedOnCard()) {
            call.scene.webex().assist(call.alice, call.scene.bob());
            call.alice.say("/push");
            call.card("You handed Ana (" + NUMBER + ") to your executive.");
        }
    }

    @Test
    void whatWebexRefusedIsNotHowItEnded() {
        try (AnasCall call = AnasCall.ringingOnCard()) {
            call.scene
                    .webex()
                    .faults()
                    .next(1, "POST", "/telephony/calls/divert")
                    .answer(403);
            call.alice.say("/divert 1002");
            call.ana.hangUp();
            call.card("Missed call from Ana");
        }
    }

    /** Webex gave no answer, and the caller was put through all the same. */
    @Test
    void whatMayHaveHappenedIsHowItEnded() {
        try (AnasCall call = AnasCall.ringingOnCard()) {
            call.scene
                    .webex()
                    .faults()
                    .next(1, "POST", "/telephony/calls/reject")
                    .answer(502);
            call.asks("/reject");
            call.ana.hangUp();
            call.card("You declined the call from Ana");
        }
    }

    @Test
    void itSurvivesThatTheBotIsStoppedBeforeItIsShown() {
        try (AnasCall call = AnasCall.ringingOnCard()) {
            call.scene.webex().faults().next(100, "POST", "/messages").answer(400);
            call.press("Decline");
            call.scene.await(() -> call.alice.phone().calls().isEmpty(), "the call to be over");
            call.scene.stop();
            call.scene.webex().faults().clear();
            call.scene.clock().advance(Duration.ofMinutes(2)); // what came while it was away is looked for then
            call.scene.start();
            call.scene.bot().upkeep();
            call.card("You declined the call from Ana");
            call.onlyCard();
        }
    }

    @ParameterizedTest
    @ValueSource(booleans = {false, true})
    void aTransferIsToldInWhateverOrderTheNewsComes(boolean reversed) {
        try (AnasCall call = AnasCall.connectedOnCard()) {
            String bob = call.scene.bob().phone().extension();
            call.alice.say("/transfer " + bob);
            call.card("Calling Bob Brown");
            call.scene.webex().deliveries().holdBack();
            call.scene.bob().phone().pickUp();
            if (reversed) call.scene.webex().deliveries().releaseReversed();
            else call.scene.webex().deliveries().release();
            String told = "You transferred Ana (" + NUMBER + ") to Bob Brown (" + bob + ")";
            call.card(told + ". Type /dial " + NUMBER + " or /dial " + bob);
            oneCard(call);
        }
    }

    @Test
    void aTransferThatDoesNotComeAboutIsNotTold() {
        try (AnasCall call = AnasCall.connectedOnCard()) {
            call.alice.say("/transfer " + call.scene.bob().phone().extension());
            call.card("Calling Bob Brown");
            call.scene.clock().advance(Duration.ofSeconds(10));
            call.ana.hangUp();
            call.card("Call with Ana (" + NUMBER + ") ended after");
            call.scene.bob().phone().pickUp();
            call.card("Connected with Bob Brown");
            call.scene.clock().advance(Duration.ofSeconds(1));
            call.scene.bob().phone().hangUp();
            call.card("Call with Bob Brown (" + call.scene.bob().phone().extension() + ") ended after 0:01");
        }
    }

    @Test
    void twoCallsThatAreConnectedSayWithWhom() {
        try (AnasCall call = AnasCall.connectedOnCard()) {
            call.alice.say("/hold");
            call.card("is on hold");
            call.scene.clock().advance(Duration.ofSeconds(1));
            var ben = call.scene.webex().outside("+14085550135", "Ben");
            ben.call(call.alice);
            call.card("Incoming call from Ben");
            call.alice.phone().pickUp();
            call.card("Connected with Ben");
            call.alice.say("/transfer complete");
            String told = "You transferred Ana (" + NUMBER + ") to Ben (+14085550135)";
            call.card(told + ". Type /dial " + NUMBER + " or /dial +14085550135");
            oneCard(call);
            assertTrue(call.ana.isInCall() && ben.isInCall());
        }
    }

    @Test
    void whatIsParkedAndTakenBackIsOneCallWithItsDirection() {
        try (AnasCall call = AnasCall.connectedOnCard()) {
            call.alice.say("/park 8002");
            call.card("You parked Ana (" + NUMBER + ") at 8002");
            call.scene.clock().advance(Duration.ofSeconds(30));
            call.alice.say("/retrieve 8002");
            call.card("Your phone rings");
            call.alice.phone().pickUp();
            call.card("Connected with Ana");
            call.ana.hangUp();
            String told = call.card("Call with Ana").text();
            assertTrue(told.endsWith("calls back."), told);
            call.onlyCard();
        }
    }

    private static void oneCard(AnasCall call) {
        call.scene.await(
                () -> call.scene.visible(call.alice).stream()
                                .filter(message -> message.card().isPresent())
                                .filter(message -> message.text().contains("transferred"))
                                .count()
                        == 1,
                "one card of both");
        call.scene.await(
                () -> call.scene.visible(call.alice).stream()
                        .noneMatch(message -> message.text().contains("Connected with")),
                "no card of the other call");
    }
}
