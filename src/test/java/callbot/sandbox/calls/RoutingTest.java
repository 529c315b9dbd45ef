package callbot.sandbox.calls;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import callbot.json.Json;
import callbot.json.ObjectWriter;
import callbot.sandbox.Agreement;
import callbot.sandbox.Caller;
import callbot.sandbox.HandClock;
import callbot.sandbox.calls.session.CallState;
import callbot.sandbox.webex.FakeUser;
import callbot.sandbox.webex.FakeWebex;
import java.io.IOException;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** What is set for a line decides where the calls go that come for it. */
class RoutingTest {

    private static final String SETTINGS = "/telephony/config/people/me/settings/";
    private static final String NUMBER = "+12223334444";
    private static final String MOBILE = "+14085550134";

    private FakeWebex fake;
    private FakeUser alice;
    private FakeUser bob;
    private OutsidePhone john;

    @BeforeEach
    void start() throws IOException {
        fake = FakeWebex.start(Clock.systemUTC(), new Random(1));
        alice = fake.alice();
        bob = fake.bob();
        john = fake.outside(NUMBER, "John Smith");
    }

    @AfterEach
    void stop() {
        Agreement.assertKept(fake);
        fake.close();
    }

    @Test
    void aBlockedNumberDoesNotGetThrough() {
        fake.services().blocking().block(alice.person(), "+1 (222) 333-4444");
        assertThrows(IllegalStateException.class, () -> john.reach(alice));
        assertEquals(List.of(), alice.phone().calls());
        assertEquals(List.of(), history(alice));
        assertEquals(List.of(), fake.outsideLines());
        assertEquals(0, fake.voiceMessages().count(alice.person()));
        fake.outside(MOBILE, "Ana").call(alice);
        assertEquals(1, alice.phone().calls().size());
    }

    @Test
    void whoWithholdsHisNumberIsRefusedByWhoWantsThat() {
        OutsidePhone somebody = fake.withheld(NUMBER);
        put(alice, "anonymousCallReject", Json.object().put("enabled", true));
        assertThrows(IllegalStateException.class, () -> somebody.reach(alice));
        john.call(alice);
        somebodyElse().call(bob);
        assertEquals(
                List.of(1, 1),
                List.of(alice.phone().calls().size(), bob.phone().calls().size()));
    }

    @Test
    void aForwardedCallRingsAtTheColleague() {
        forward(alice, "1002");
        john.call(alice);
        assertEquals(List.of(), alice.phone().calls());
        Json call = Caller.user(fake, bob)
                .get("/telephony/calls")
                .body()
                .list("items")
                .getFirst();
        Json redirection = call.list("redirections").getFirst();
        assertEquals("unconditional", redirection.requireText("reason"));
        assertEquals("Alice Adams", redirection.at("redirectingParty").requireText("name"));
        bob.phone().pickUp();
        assertEquals("John Smith", bob.phone().call().remote().name().orElseThrow());
    }

    @Test
    void aForwardedCallRingsOutside() {
        forward(alice, MOBILE);
        assertEquals(Optional.empty(), john.reach(alice));
        OutsidePhone mobile = fake.outside(MOBILE, "Ana");
        assertTrue(mobile.isRinging());
        mobile.pickUp();
        assertTrue(john.isInCall());
        john.hangUp();
        assertEquals(List.of(), fake.outsideLines());
    }

    @Test
    void whatIsNotAnsweredIsForwardedAfterItsRings() throws IOException {
        HandClock clock = new HandClock(Instant.parse("2026-03-01T12:00:00Z"));
        fake.close();
        fake = FakeWebex.start(clock);
        alice = fake.alice();
        bob = fake.bob();
        forward(
                alice,
                "noAnswer",
                Json.object().put("enabled", true).put("destination", "1002").put("numberOfRings", 4));
        fake.outside(NUMBER, "John Smith").call(alice);
        clock.forward(Duration.ofSeconds(23));
        fake.telephony().ringOn();
        assertEquals(1, alice.phone().calls().size());
        clock.forward(Duration.ofSeconds(1));
        fake.telephony().ringOn();
        assertEquals(List.of(), alice.phone().calls());
        assertEquals("noAnswer", reasonAt(bob));
        assertEquals(1, history(alice).size());

        bob.phone().pickUp();
        clock.forward(Duration.ofMinutes(5));
        fake.telephony().ringOn();
        assertEquals(1, bob.phone().calls().size(), "what is answered rings no more");
    }

    @Test
    void whatIsDeclinedOrComesWhileAllIsSilentIsForwardedAsBusy() {
        forward(alice, "busy", Json.object().put("enabled", true).put("destination", "1002"));
        String id = john.call(alice);
        Caller.user(fake, alice).post("/telephony/calls/reject", Json.object().put("callId", id));
        assertEquals("busy", reasonAt(bob));
        bob.phone().hangUp();
        assertEquals(List.of(), fake.outsideLines());

        john.call(alice);
        alice.phone().hangUp();
        assertEquals("busy", reasonAt(bob));
        bob.phone().hangUp();

        fake.settings().undisturbed(alice.person(), true);
        john.reach(alice);
        assertEquals("busy", reasonAt(bob));
        assertEquals(0, fake.voiceMessages().count(alice.person()));
    }

    @Test
    void whatIsPutDownIsNotForwarded() {
        forward(alice, "busy", Json.object().put("enabled", true).put("destination", "1002"));
        john.call(alice);
        alice.phone().pickUp();
        alice.phone().hangUp();
        assertEquals(List.of(), bob.phone().calls());
    }

    @Test
    void aParkedCallThatNobodyTakesComesBackLikeAnyOther() {
        park();
        fake.recallParked("1001");
        assertEquals(1, alice.phone().calls().size());
        alice.phone().pickUp();
        alice.phone().hangUp();

        park();
        forward(alice, "1002");
        fake.recallParked("1001");
        assertEquals("unconditional", reasonAt(bob));
        bob.phone().pickUp();
        bob.phone().hangUp();
    }

    @Test
    void whereTheLineTakesNoCallItStaysParked() {
        park();
        voicemail(alice, "sendBusyCalls", false);
        fake.settings().undisturbed(alice.person(), true);
        fake.recallParked("1001");
        assertEquals(List.of(), alice.phone().calls());
        assertTrue(john.isInCall());
        fake.settings().undisturbed(alice.person(), false);
        fake.recallParked("1001");
        assertEquals(1, alice.phone().calls().size());
    }

    private void park() {
        String id = john.call(alice);
        alice.phone().pickUp();
        Caller.user(fake, alice).post("/telephony/calls/park", Json.object().put("callId", id));
    }

    private String reasonAt(FakeUser user) {
        return Caller.user(fake, user)
                .get("/telephony/calls")
                .body()
                .list("items")
                .getFirst()
                .list("redirections")
                .getFirst()
                .requireText("reason");
    }

    @Test
    void whatGoesRoundInACircleEnds() {
        forward(alice, "1002");
        forward(bob, "1001");
        assertThrows(IllegalStateException.class, () -> john.reach(alice));
        assertEquals(List.of(), fake.outsideLines());
    }

    @Test
    void voicemailTakesACallForWhoIsNotToBeDisturbed() {
        fake.settings().undisturbed(alice.person(), true);
        assertEquals(Optional.empty(), john.reach(alice));
        assertEquals(1, fake.voiceMessages().unread(alice.person()));
        assertEquals(List.of(), fake.outsideLines());

        voicemail(alice, "sendBusyCalls", false);
        assertThrows(IllegalStateException.class, () -> john.reach(alice));
        assertEquals(1, fake.voiceMessages().count(alice.person()));
        assertEquals(List.of(), history(alice));
    }

    @Test
    void voicemailTakesAllCallsIfToldSo() {
        voicemail(alice, "sendAllCalls", true);
        bob.phone().dial("1001");
        assertEquals(CallState.CONNECTED, bob.phone().call().state());
        assertEquals(
                "Voicemail of Alice Adams", bob.phone().call().remote().name().orElseThrow());
        bob.phone().hangUp();
        Json message = Caller.user(fake, alice)
                .get("/telephony/voiceMessages")
                .body()
                .list("items")
                .getFirst();
        assertEquals("Bob Brown", message.at("callingParty").requireText("name"));
    }

    @Test
    void aColleagueWhoDoesNotGetThroughIsCutOff() {
        fake.services().blocking().block(alice.person(), "1002");
        bob.phone().dial("1001");
        assertEquals(List.of(), bob.phone().calls());
    }

    @Test
    void aQueuePassesOverWhoIsNotToBeDisturbed() {
        fake.settings().undisturbed(alice.person(), true);
        john.callQueue("Support", "5000", List.of(alice, bob));
        assertEquals(List.of(), alice.phone().calls());
        bob.phone().pickUp();
        assertTrue(john.isInCall());
    }

    @Test
    void whoWaitsLongEnoughCanLeaveAMessage() {
        john.leaveMessage(alice);
        assertEquals(1, fake.voiceMessages().unread(alice.person()));
        assertEquals(1, history(alice).size());
        assertEquals(List.of(), fake.outsideLines());

        voicemail(alice, "sendUnansweredCalls", false);
        assertThrows(IllegalStateException.class, () -> john.leaveMessage(alice));
        assertEquals(1, fake.voiceMessages().unread(alice.person()));
        assertEquals(List.of(), fake.outsideLines());
        assertEquals(List.of(), alice.phone().calls());
    }

    @Test
    void whoGivesUpEarlyLeavesNone() {
        john.callInVain(alice);
        assertEquals(0, fake.voiceMessages().count(alice.person()));
        assertEquals(1, history(alice).size());
    }

    private OutsidePhone somebodyElse() {
        return fake.withheld(MOBILE);
    }

    private List<Json> history(FakeUser user) {
        return Caller.user(fake, user).get("/telephony/calls/history").body().list("items");
    }

    private void forward(FakeUser user, String destination) {
        forward(user, "always", Json.object().put("enabled", true).put("destination", destination));
    }

    private void forward(FakeUser user, String when, ObjectWriter rule) {
        put(
                user,
                "callForwarding",
                Json.object().put("callForwarding", Json.object().put(when, rule)));
    }

    private void voicemail(FakeUser user, String what, boolean on) {
        put(
                user,
                "voicemail",
                Json.object()
                        .put(what, Json.object().put("enabled", on))
                        .put("notifications", Json.object().put("enabled", false))
                        .put("transferToNumber", Json.object().put("enabled", false)));
    }

    private void put(FakeUser user, String setting, ObjectWriter body) {
        assertEquals(204, Caller.user(fake, user).put(SETTINGS + setting, body).status());
    }
}
