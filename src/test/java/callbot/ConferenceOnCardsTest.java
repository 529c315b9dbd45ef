package callbot;

import static callbot.AnasCall.NUMBER;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import callbot.json.Json;
import callbot.sandbox.Caller;
import callbot.sandbox.base.Habit;
import callbot.sandbox.calls.OutsidePhone;
import callbot.sandbox.calls.PhoneCall;
import callbot.sandbox.messaging.ChatMessage;
import java.time.Duration;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** The cards of calls that are in a conference: each shows who else is in it. */
class ConferenceOnCardsTest {

    private static final String ANA = "Ana (" + NUMBER + ")";
    private static final String BEN = "Ben (+14085550135)";
    private static final String ANAS = "In a conference with Ana";
    private static final String BENS = "In a conference with Ben";

    private final AnasCall call = AnasCall.toCome();

    /** Cards that are edited stay where they are. */
    @BeforeEach
    void talk() {
        call.scene.webex().editsOfCards(true);
        call.asks("/monitor on");
        call.ana.call(call.alice);
        call.card("Incoming call");
        call.alice.phone().pickUp();
        call.card("Connected with Ana");
    }

    @AfterEach
    void stop() {
        call.close();
    }

    @Test
    void eachCardShowsWhoElseIsInIt() {
        merged();
        assertTrue(see(ANAS, "Also in it: " + BEN + ".").contains("/conference end"));
        assertTrue(see(BENS, "Also in it: " + ANA + ".").contains("/conference leave"));
    }

    @Test
    void whoIsMutedIsSeenOnAllCards() {
        merged();
        press(BENS, "Mute them");
        see(ANAS, "Also in it: " + BEN + ", muted.");
        see(BENS, "They are muted.");
        press(BENS, "Mute me");
        see(ANAS, "your microphone is off");
        press(BENS, "Unmute them");
        press(ANAS, "Unmute me");
        see(ANAS, "Also in it: " + BEN + ".");
    }

    @Test
    void itIsHeldAndResumedOnAnyOfThem() {
        merged();
        press(ANAS, "Hold all");
        see("Ana (" + NUMBER + ") is in the conference on hold", "Also in it: " + BEN);
        press(BEN + " is in the conference on hold", "Resume");
        see(ANAS, "Also in it: " + BEN + ".");
    }

    @Test
    void whoIsTakenOutLeavesAnOrdinaryCall() {
        merged();
        press(BENS, "Take out");
        call.card("Call with " + BEN + " ended");
        String left = call.card("Connected with Ana").text();
        assertTrue(!left.contains("conference"), left);
    }

    @Test
    void itEndsForEverybody() {
        merged();
        press(BENS, "End for all");
        call.card("Call with " + BEN + " ended");
        call.card("Call with " + ANA + " ended");
        call.assertOver();
    }

    @Test
    void theTwoOthersGoOnWithoutAlice() {
        merged();
        press(ANAS, "Leave");
        call.card("You transferred");
        call.assertOver();
        assertTrue(call.ana.isInCall());
    }

    @Test
    void whatIsMergedByHandIsSeenToo() {
        both();
        call.alice.phone().merge();
        see(ANAS, "Also in it: " + BEN + ".");
        see(BENS, "Also in it: " + ANA + ".");
    }

    /** What a conference's events are like, and whether they come, is not known. */
    @Test
    void itIsSeenAlsoIfNothingIsToldOfConferences() {
        call.scene.webex().habits().set(Habit.TELLS_OF_NO_CONFERENCE, true);
        both();
        call.alice.phone().merge();
        see(ANAS, "Also in it: " + BEN + ".");
        press(BENS, "Mute them");
        see(ANAS, "Also in it: " + BEN + ", muted.");
        long looks = call.scene.requests("GET", "/telephony/conference");
        unmuteElsewhere();
        call.scene.clock().advance(Duration.ofMinutes(2));
        call.scene.bot().upkeep();
        see(ANAS, "Also in it: " + BEN + ".");
        assertEquals(looks + 1, call.scene.requests("GET", "/telephony/conference"));
    }

    private void unmuteElsewhere() {
        PhoneCall bens = call.alice.phone().calls().getLast();
        Caller.user(call.scene.webex(), call.alice)
                .post("/telephony/conference/unmute", Json.object().put("callId", bens.id()));
    }

    /** Ana waits, and Ben is talked to. */
    private void both() {
        call.scene.clock().advance(Duration.ofSeconds(1));
        call.alice.phone().hold(call.onPhone().id());
        OutsidePhone ben = call.scene.webex().outside("+14085550135", "Ben");
        ben.call(call.alice);
        call.alice.phone().pickUp();
        call.card("Ana (" + NUMBER + ") is on hold");
        see("Connected with Ben", "/merge");
    }

    private void merged() {
        both();
        press("Connected with Ben", "Merge");
        call.card(ANAS);
        call.card(BENS);
    }

    /** Waits until a card says this and that. */
    private String see(String card, String text) {
        call.scene.await(
                () -> call.scene.visible(call.alice).stream()
                        .map(ChatMessage::text)
                        .anyMatch(said -> said.contains(card) && said.contains(text)),
                card + " … " + text);
        return call.card(card).text();
    }

    private void press(String card, String button) {
        call.alice.press(call.card(card).id(), button);
    }
}
