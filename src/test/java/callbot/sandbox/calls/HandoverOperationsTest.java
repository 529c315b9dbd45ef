package callbot.sandbox.calls;

import static callbot.sandbox.calls.CallOperationsTest.assertRefused;
import static callbot.sandbox.calls.CallOperationsTest.assertState;
import static callbot.sandbox.calls.CallOperationsTest.call;
import static callbot.sandbox.calls.CallOperationsTest.only;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import callbot.json.Json;
import callbot.json.ObjectWriter;
import callbot.sandbox.Agreement;
import callbot.sandbox.Caller;
import callbot.sandbox.calls.session.CallState;
import callbot.sandbox.calls.session.Personality;
import callbot.sandbox.webex.FakeWebex;
import java.io.IOException;
import java.time.Clock;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class HandoverOperationsTest {

    private FakeWebex fake;
    private Caller alice;
    private Caller bob;
    private Phone alices;
    private Phone bobs;
    private OutsidePhone john;
    private OutsidePhone mary;

    @BeforeEach
    void start() throws IOException {
        fake = FakeWebex.start(Clock.systemUTC(), new Random(9));
        alice = Caller.user(fake, fake.alice());
        bob = Caller.user(fake, fake.bob());
        alices = fake.alice().phone();
        bobs = fake.bob().phone();
        john = fake.outside("+12223334444", "John Smith");
        mary = fake.outside("+13334445555", "Mary Miller");
    }

    @AfterEach
    void stop() {
        Agreement.assertKept(fake);
        fake.close();
    }

    @Test
    void aRingingCallIsDiverted() {
        String id = john.call(fake.alice());
        assertEquals(
                204, alice.call("divert", call(id).put("destination", "1002")).status());
        assertEquals(List.of(), alices.calls());
        Json his = only(bob);
        assertState("terminator alerting", his);
        assertEquals("John Smith", his.at("remoteParty").requireText("name"));
        Json redirection = his.list("redirections").getFirst();
        assertEquals("divert", redirection.requireText("reason"));
        assertEquals("Alice Adams", redirection.at("redirectingParty").requireText("name"));
        bobs.pickUp();
        assertTrue(john.isInCall());
    }

    @Test
    void anAnsweredCallIsDivertedToo() {
        bobs.dial("1001");
        alices.pickUp();
        assertEquals(
                204,
                alice.call("divert", call(alices.call().id()).put("destination", "+12223334444"))
                        .status());
        assertTrue(john.isRinging());
        assertEquals("+12223334444", bobs.call().remote().number().orElseThrow());
        john.pickUp();
        assertEquals(CallState.CONNECTED, bobs.call().state());
    }

    @Test
    void aCallIsDivertedToVoicemail() {
        String id = john.call(fake.alice());
        assertEquals(
                204, alice.call("divert", call(id).put("toVoicemail", true)).status());
        assertEquals(List.of(), alices.calls());
        assertTrue(john.isInCall());
        john.hangUp();

        bobs.dial("1001");
        assertEquals(
                204,
                alice.call(
                                "divert",
                                call(alices.call().id())
                                        .put("toVoicemail", true)
                                        .put("destination", "1001"))
                        .status());
        assertEquals("Voicemail of Alice Adams", bobs.call().remote().name().orElseThrow());
        assertEquals(CallState.CONNECTED, bobs.call().state());
    }

    @Test
    void divertNeedsADestinationOrVoicemail() {
        String id = john.call(fake.alice());
        assertRefused(400, alice.call("divert", call(id)));
        assertRefused(400, alice.call("divert", call(id).put("toVoicemail", false)));
        assertRefused(400, alice.call("divert", call(id).put("destination", "over there")));
        assertRefused(
                404, alice.call("divert", call(id).put("toVoicemail", true).put("destination", "7777")));
        assertEquals(CallState.ALERTING, alices.call().state());
    }

    @Test
    void onesOwnClickToDialCallCannotBeDivertedOrTransferred() {
        String id = alice.call("dial", Json.object().put("destination", "1002")).text("callId");
        assertRefused(409, alice.call("divert", call(id).put("destination", "1002")));
        assertRefused(
                409, alice.call("transfer", Json.object().put("callId1", id).put("destination", "1002")));
    }

    @Test
    void twoCallsAreJoined() {
        String first = john.call(fake.alice());
        alices.pickUp();
        alices.hold(first);
        String second = alices.dial("1002");
        assertRefused(409, alice.post("/telephony/calls/transfer"));
        bobs.pickUp();

        assertEquals(204, alice.call("transfer", two(first, second)).status());
        assertEquals(List.of(), alices.calls());
        assertEquals("John Smith", bobs.call().remote().name().orElseThrow());
        assertEquals(CallState.CONNECTED, bobs.call().state());
        john.hangUp();
        assertEquals(List.of(), bobs.calls());
    }

    @Test
    void theOnlyTwoCallsNeedNoIds() {
        john.call(fake.alice());
        alices.pickUp();
        assertRefused(400, alice.post("/telephony/calls/transfer"));
        mary.call(fake.alice());
        alices.pickUp();
        assertEquals(204, alice.post("/telephony/calls/transfer").status());
        assertTrue(john.isInCall());
        assertTrue(mary.isInCall());
        mary.hangUp();
        assertFalse(john.isInCall());
    }

    @Test
    void aTransferToADestinationWaitsForTheAnswer() {
        String first = john.call(fake.alice());
        alices.pickUp();
        var answer = alice.call("transfer", Json.object().put("callId1", first).put("destination", "1002"));
        assertEquals(201, answer.status());
        assertEquals("held", alice.get("/telephony/calls/" + first).text("state"));
        assertState(
                "originator connecting",
                alice.get("/telephony/calls/" + answer.text("callId")).body());

        bobs.pickUp();
        assertEquals(List.of(), alices.calls());
        assertEquals("John Smith", bobs.call().remote().name().orElseThrow());
    }

    @Test
    void aTransferThatIsNotAnsweredLeavesTheFirstCall() {
        String first = john.call(fake.alice());
        alices.pickUp();
        alice.call("transfer", Json.object().put("callId1", first).put("destination", "1002"));
        bob.call("reject", call(bobs.call().id()));
        assertEquals(CallState.HELD, alices.call().state());
        assertTrue(john.isInCall());
    }

    @Test
    void transferTakesTwoCallsOrACallAndADestination() {
        String ringing = john.call(fake.alice());
        assertRefused(
                409,
                alice.call("transfer", Json.object().put("callId1", ringing).put("destination", "1002")));
        alices.pickUp();
        assertRefused(400, alice.call("transfer", Json.object().put("callId1", ringing)));
        assertRefused(400, alice.call("transfer", Json.object().put("callId2", ringing)));
        assertRefused(400, alice.call("transfer", Json.object().put("destination", "1002")));
        assertRefused(400, alice.call("transfer", two(ringing, ringing)));
        assertRefused(400, alice.call("transfer", two(ringing, "other").put("destination", "1002")));
        assertRefused(404, alice.call("transfer", two(ringing, "other")));
    }

    @Test
    void aCallIsParkedAndRetrieved() {
        bobs.dial("1001");
        String id = alices.call().id();
        assertRefused(409, alice.call("park", call(id)));
        alices.pickUp();
        var parked = alice.call("park", call(id));
        assertEquals(200, parked.status());
        assertEquals("1001", parked.body().at("parkedAgainst").requireText("number"));
        assertEquals(List.of(), alices.calls());
        assertEquals(CallState.REMOTE_HELD, bobs.call().state());

        var retrieved = alice.post("/telephony/calls/retrieve");
        assertEquals(201, retrieved.status());
        assertState("clickToDial alerting", only(alice));
        assertEquals("Bob Brown", only(alice).at("remoteParty").requireText("name"));
        alices.pickUp();
        assertEquals(CallState.CONNECTED, alices.call().state());
        assertEquals(CallState.CONNECTED, bobs.call().state());
        assertEquals(alices.call().sessionId(), bobs.call().sessionId());
        assertRefused(409, alice.post("/telephony/calls/retrieve"));
    }

    @Test
    void groupParkTakesAFreeParkExtension() {
        String first = connected(john);
        var one =
                alice.call("park", call(first).put("isGroupPark", true)).body().at("parkedAgainst");
        String second = connected(mary);
        var two =
                alice.call("park", call(second).put("isGroupPark", true)).body().at("parkedAgainst");
        assertEquals("8001", one.requireText("number"));
        assertEquals("8002", two.requireText("number"));

        assertEquals(
                201,
                bob.call("retrieve", Json.object().put("destination", "8002")).status());
        bobs.pickUp();
        assertEquals("Mary Miller", bobs.call().remote().name().orElseThrow());
    }

    @Test
    void aCallIsParkedWhereThereIsRoom() {
        assertEquals(
                200,
                alice.call("park", call(connected(john)).put("destination", "1002"))
                        .status());
        String other = connected(mary);
        assertRefused(409, alice.call("park", call(other).put("destination", "1002")));
        assertRefused(404, alice.call("park", call(other).put("destination", "7777")));
        john.hangUp();
        assertEquals(
                200, alice.call("park", call(other).put("destination", "1002")).status());
    }

    @Test
    void whoHangsUpIsNoLongerParked() {
        alice.call("park", call(connected(john)));
        john.hangUp();
        assertRefused(409, alice.post("/telephony/calls/retrieve"));
    }

    @Test
    void aParkedCallThatNobodyFetchesComesBack() {
        alice.call("park", call(connected(john)));
        fake.recallParked("1001");
        Json back = only(alice);
        assertState("terminator alerting", back);
        assertEquals("park", back.at("recall").requireText("type"));
        alices.pickUp();
        assertEquals(CallState.CONNECTED, alices.call().state());
    }

    @Test
    void aRetrievedCallThatIsGoneEndsTheAttempt() {
        alice.call("park", call(connected(john)));
        alice.post("/telephony/calls/retrieve");
        john.hangUp();
        alices.pickUp();
        assertEquals(List.of(), alices.calls());
    }

    @Test
    void somebodyElsesRingingCallIsPickedUp() {
        assertRefused(409, alice.post("/telephony/calls/pickup"));
        assertRefused(404, alice.call("pickup", Json.object().put("target", "7777")));
        john.call(fake.bob());
        assertEquals(
                201, alice.call("pickup", Json.object().put("target", "1002")).status());
        assertState("clickToDial alerting", only(alice));
        alices.pickUp();
        assertState("terminator connected", only(alice));
        assertEquals("John Smith", alices.call().remote().name().orElseThrow());
        assertEquals(List.of(), bobs.calls());
    }

    @Test
    void aCallThatWasAnsweredMeanwhileCannotBePickedUp() {
        john.call(fake.bob());
        alice.post("/telephony/calls/pickup");
        bobs.pickUp();
        alices.pickUp();
        assertEquals(List.of(), alices.calls());
        assertEquals(CallState.CONNECTED, bobs.call().state());
    }

    @Test
    void oneBargesInOnAnAnsweredCall() {
        assertRefused(400, alice.call("bargeIn", Json.object()));
        john.call(fake.bob());
        assertRefused(409, alice.call("bargeIn", Json.object().put("target", "1002")));
        bobs.pickUp();
        assertEquals(
                201, alice.call("bargeIn", Json.object().put("target", "1002")).status());
        alices.pickUp();
        assertState("originator connected", only(alice));
        alices.hangUp();
        assertEquals(CallState.CONNECTED, bobs.call().state());
    }

    @Test
    void whoBargedInTooLateIsAlone() {
        john.call(fake.bob());
        bobs.pickUp();
        alice.call("bargeIn", Json.object().put("target", "1002"));
        bobs.hangUp();
        alices.pickUp();
        assertEquals(List.of(), alices.calls());
    }

    @Test
    void aCallComesOverFromAnotherDevice() {
        assertRefused(409, alice.post("/telephony/calls/pull"));
        String old = connected(john);
        assertEquals(201, alice.post("/telephony/calls/pull").status());
        alices.pickUp();
        PhoneCall call = alices.call();
        assertFalse(call.id().equals(old));
        assertEquals(CallState.CONNECTED, call.state());
        assertEquals(Personality.TERMINATOR, call.personality());
        assertTrue(john.isInCall());
    }

    @Test
    void whatWasToBePulledMayBeGone() {
        connected(john);
        alice.post("/telephony/calls/pull");
        john.hangUp();
        alices.pickUp();
        assertEquals(List.of(), alices.calls());
    }

    @Test
    void anAssistantPushesACallToTheExecutive() {
        String id = connected(john);
        assertRefused(409, alice.call("push", call(id)));
        fake.assist(fake.alice(), fake.bob());
        assertEquals(204, alice.call("push", call(id)).status());
        assertEquals(List.of(), alices.calls());
        assertEquals("John Smith", bobs.call().remote().name().orElseThrow());
        assertRefused(400, alice.post("/telephony/calls/push"));
    }

    @ParameterizedTest
    @ValueSource(strings = {"retrieve", "pickup", "bargeIn", "pull"})
    void theEndpointMustBeOnesOwn(String command) {
        connected(john);
        mary.call(fake.bob());
        bobs.pickUp();
        alice.call("park", call(alices.call().id()));
        connected(john);
        fake.outside("+14445556666", "Zoe").call(fake.bob());
        ObjectWriter body = Json.object().put("endpointId", "unknown");
        if (command.equals("bargeIn")) body.put("target", "1002");
        assertRefused(400, alice.call(command, body));
        assertRefused(400, alice.call(command, Json.object().put("nonsense", 1)));
    }

    private String connected(OutsidePhone phone) {
        String id = phone.call(fake.alice());
        alices.pickUp(id);
        return id;
    }

    private static ObjectWriter two(String first, String second) {
        return Json.object().put("callId1", first).put("callId2", second);
    }
}
