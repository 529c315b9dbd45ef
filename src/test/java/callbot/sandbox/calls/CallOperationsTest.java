package callbot.sandbox.calls;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import callbot.json.Json;
import callbot.json.ObjectWriter;
import callbot.sandbox.Agreement;
import callbot.sandbox.Caller;
import callbot.sandbox.HandClock;
import callbot.sandbox.base.Habit;
import callbot.sandbox.calls.session.CallState;
import callbot.sandbox.webex.FakeWebex;
import java.io.IOException;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class CallOperationsTest {

    private final HandClock clock = new HandClock(Instant.parse("2026-01-01T12:00:00Z"));
    private FakeWebex fake;
    private Caller alice;
    private Caller bob;
    private Phone alices;
    private Phone bobs;
    private OutsidePhone john;

    @BeforeEach
    void start() throws IOException {
        fake = FakeWebex.start(clock, new Random(8));
        alice = Caller.user(fake, fake.alice());
        bob = Caller.user(fake, fake.bob());
        alices = fake.alice().phone();
        bobs = fake.bob().phone();
        john = fake.outside("+12223334444", "John Smith");
    }

    @AfterEach
    void stop() {
        Agreement.assertKept(fake);
        fake.close();
    }

    @Test
    void dialRingsTheUsersOwnPhoneFirst() {
        var dialled = alice.call("dial", Json.object().put("destination", "1002"));
        assertEquals(201, dialled.status());
        Json mine = alice.get("/telephony/calls/" + dialled.text("callId")).body();
        assertState("clickToDial alerting", mine);
        assertEquals(dialled.text("callSessionId"), mine.requireText("callSessionId"));
        assertEquals(List.of(), bobs.calls());

        alices.pickUp();
        assertState("originator connecting", only(alice));
        Json his = only(bob);
        assertState("terminator alerting", his);
        assertEquals("Alice Adams", his.at("remoteParty").requireText("name"));
        assertEquals(dialled.text("callSessionId"), his.requireText("callSessionId"));
        assertFalse(his.requireText("id").equals(dialled.text("callId")));

        bobs.pickUp();
        assertState("originator connected", only(alice));
        assertState("terminator connected", only(bob));
        assertEquals("Bob Brown", only(alice).at("remoteParty").requireText("name"));
        assertTrue(only(alice).instant("answered").isPresent());
        assertEquals(dialled.text("callSessionId"), only(alice).requireText("callSessionId"));
    }

    @Test
    void theOldIdOfACallThatWasPickedUpIsGone() {
        var dialled = alice.call("dial", Json.object().put("destination", "1002"));
        String id = alices.pickUp();
        assertEquals(id, only(alice).requireText("id"));
        assertFalse(id.equals(dialled.text("callId")));
        var gone = alice.get("/telephony/calls/" + dialled.text("callId"));
        assertEquals(404, gone.status());
        assertEquals("Call not found", gone.why());
        assertEquals(404, alice.call("hangup", call(dialled.text("callId"))).status());
        assertEquals(204, alice.call("hangup", call(id)).status());
    }

    @Test
    void aCallMayKeepItsIdWhenItIsPickedUp() {
        fake.habits().set(Habit.CHANGES_CALL_ID_ON_PICK_UP, false);
        var dialled = alice.call("dial", Json.object().put("destination", "1002"));
        assertEquals(dialled.text("callId"), alices.pickUp());
        assertEquals(dialled.text("callId"), only(alice).requireText("id"));
    }

    @Test
    void aCallThatWaitsToBePickedUpSurvivesTheEndOfAnother() {
        alice.call("dial", Json.object().put("destination", "+12223334444"));
        fake.outside("+13334445555", "Ann").call(fake.bob());
        bobs.hangUp();
        alices.pickUp();
        john.pickUp();
        assertState("originator connected", only(alice));
    }

    @Test
    void aCallThatNobodyPickedUpLeavesNothing() {
        var dialled = alice.call("dial", Json.object().put("destination", "1002"));
        assertEquals(204, alice.call("hangup", call(dialled.text("callId"))).status());
        assertEquals(List.of(), alices.calls());
        assertEquals(List.of(), bobs.calls());
    }

    @Test
    void oneCanCallUnderTheOtherPathToo() {
        String members = "/telephony/calls/members/me";
        var dialled = alice.post(members + "/dial", Json.object().put("destination", "1002"));
        assertEquals(201, dialled.status());
        assertState(
                "clickToDial alerting",
                alice.get(members + "/calls/" + dialled.text("callId")).body());
        alices.pickUp();
        assertEquals(
                204,
                bob.post(members + "/answer", call(only(bob).requireText("id"))).status());
        Json mine = alice.get(members + "/calls").body().list("items").getFirst();
        assertState("originator connected", mine);
        assertEquals(
                204,
                alice.post(members + "/hangup", call(mine.requireText("id"))).status());
        assertEquals(
                404, alice.post(members + "/hold", call(mine.requireText("id"))).status());
        assertEquals(403, Caller.bot(fake).get(members + "/calls").status());
    }

    @Test
    void dialReachesTheOutside() {
        alice.call("dial", Json.object().put("destination", "tel:+12223334444"));
        assertFalse(john.isRinging());
        alices.pickUp();
        assertTrue(john.isRinging());
        assertState("originator connecting", only(alice));
        assertEquals("external", only(alice).at("remoteParty").requireText("callType"));
        john.pickUp();
        assertState("originator connected", only(alice));
        assertTrue(john.isInCall());
        john.hangUp();
        assertEquals(List.of(), alices.calls());
    }

    @ParameterizedTest
    @ValueSource(
            strings = {"1002", "+14085551002", "tel:+14085551002", "bob.brown@example.com", "sip:bob.brown@example.com"
            })
    void oneIsReachedByNumberExtensionAndAddress(String destination) {
        alice.call("dial", Json.object().put("destination", destination));
        alices.pickUp();
        assertEquals(CallState.ALERTING, bobs.call().state());
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "{}",
                "{\"destination\":\"\"}",
                "{\"destination\":\"call bob\"}",
                "{\"destination\":1002}",
                "{\"destination\":\"1002\",\"endpointId\":\"unknown\"}",
                "{\"destination\":\"1002\",\"endpointId\":\"a\",\"singleNumberReachPhoneNumber\":\"b\"}",
                "{\"destination\":\"1002\",\"number\":\"1002\"}",
            })
    void dialOfAnotherShapeIsRefused(String body) {
        assertEquals(400, alice.post("/telephony/calls/dial", body).status());
        assertEquals(List.of(), alices.calls());
    }

    @Test
    void dialRingsTheEndpointThatIsNamed() {
        String app = fake.alice().person().requireLine().endpoints().getLast().id();
        assertEquals(
                201,
                alice.call("dial", Json.object().put("destination", "1002").put("endpointId", app))
                        .status());
    }

    @Test
    void nobodyHasASecondaryLine() {
        String other = fake.bob().person().id();
        assertEquals(
                404,
                alice.call("dial", Json.object().put("destination", "1").put("lineOwnerId", other))
                        .status());
        assertEquals(404, alice.get("/telephony/calls?lineOwnerId=" + other).status());
        assertEquals(
                200,
                alice.get("/telephony/calls?lineOwnerId="
                                + fake.alice().person().id())
                        .status());
    }

    @Test
    void anIncomingCallIsAnswered() {
        String id = john.call(fake.alice());
        assertState("terminator alerting", only(alice));
        assertFalse(only(alice).flag("muteCapable"));
        clock.forward(Duration.ofSeconds(3));

        assertEquals(204, alice.call("answer", call(id)).status());
        assertState("terminator connected", only(alice));
        assertTrue(only(alice).flag("muteCapable"));
        assertEquals(clock.instant(), only(alice).instant("answered").orElseThrow());
        assertRefused(409, alice.call("answer", call(id)));
    }

    @Test
    void answerTakesTheEndpointThatIsNamed() {
        String id = john.call(fake.alice());
        String app = fake.alice().person().requireLine().endpoints().getLast().id();
        assertRefused(400, alice.call("answer", call(id).put("endpointId", "unknown")));
        assertEquals(204, alice.call("answer", call(id).put("endpointId", app)).status());
    }

    @Test
    void onesOwnClickToDialCallCannotBeAnswered() {
        String id = alice.call("dial", Json.object().put("destination", "1002")).text("callId");
        assertRefused(409, alice.call("answer", call(id)));
        assertRefused(409, alice.call("reject", call(id)));
        assertEquals(204, alice.call("hangup", call(id)).status());
    }

    @Test
    void callsOfOthersAreNotFound() {
        String id = john.call(fake.bob());
        for (String command : List.of("answer", "reject", "hangup", "hold", "resume", "mute", "unmute", "park")) {
            var refused = alice.call(command, call(id));
            assertRefused(404, refused);
            assertEquals(
                    "Call not found", refused.body().list("errors").getFirst().requireText("description"));
        }
        assertEquals(404, alice.get("/telephony/calls/" + id).status());
    }

    @ParameterizedTest
    @ValueSource(strings = {"busy", "temporarilyUnavailable"})
    void aRejectedCallerIsCutOff(String action) {
        String id = john.call(fake.alice());
        assertEquals(204, alice.call("reject", call(id).put("action", action)).status());
        assertEquals(List.of(), alices.calls());
        assertFalse(john.isInCall());
        assertRefused(404, alice.call("reject", call(id)));
    }

    @Test
    void anIgnoredCallerHearsItRingOn() {
        String id = john.call(fake.alice());
        assertEquals(204, alice.call("reject", call(id).put("action", "ignore")).status());
        assertEquals(List.of(), alices.calls());
        assertTrue(john.isInCall());
        john.hangUp();
        assertRefused(400, alice.call("reject", call(id).put("action", "later")));
    }

    @Test
    void onlyWhatRingsCanBeRejected() {
        String id = connected();
        assertRefused(409, alice.call("reject", call(id)));
    }

    @Test
    void hangUpEndsBothHalves() {
        alices.dial("1002");
        bobs.pickUp();
        assertEquals(204, alice.call("hangup", call(alices.call().id())).status());
        assertEquals(List.of(), bobs.calls());
    }

    @Test
    void hangUpRejectsWhatRings() {
        String id = john.call(fake.alice());
        assertEquals(204, alice.call("hangup", call(id)).status());
        assertFalse(john.isInCall());
        assertRefused(400, alice.call("hangup", Json.object()));
    }

    @Test
    void aCallIsHeldAndResumed() {
        alices.dial("1002");
        String id = alices.call().id();
        assertRefused(409, alice.call("hold", call(id)));
        bobs.pickUp();

        assertRefused(409, alice.call("resume", call(id)));
        assertEquals(204, alice.call("hold", call(id)).status());
        assertState("originator held", only(alice));
        assertState("terminator remoteHeld", only(bob));
        assertRefused(409, alice.call("hold", call(id)));
        assertRefused(409, bob.call("hold", call(bobs.call().id())));
        assertRefused(409, bob.call("resume", call(bobs.call().id())));

        assertEquals(204, alice.call("resume", call(id)).status());
        assertState("originator connected", only(alice));
        assertState("terminator connected", only(bob));
    }

    @Test
    void aCallIsMutedWhenItIsCapableOfIt() {
        String id = john.call(fake.alice());
        assertRefused(409, alice.call("mute", call(id)));
        assertRefused(409, alice.call("unmute", call(id)));
        alices.pickUp();
        assertEquals(204, alice.call("mute", call(id)).status());
        assertTrue(only(alice).flag("muted"));
        assertEquals(204, alice.call("unmute", call(id)).status());
        assertFalse(only(alice).flag("muted"));
    }

    @Test
    void aRecordingGoesThroughItsStates() {
        String id = john.call(fake.alice());
        assertRefused(409, alice.call("startRecording", call(id)));
        alices.pickUp();
        assertEquals(Optional.empty(), only(alice).text("recordingState"));
        for (String early : List.of("stopRecording", "pauseRecording", "resumeRecording")) {
            assertRefused(409, alice.call(early, call(id)));
        }
        assertRecording("startRecording", "started", id);
        assertRefused(409, alice.call("startRecording", call(id)));
        assertRefused(409, alice.call("resumeRecording", call(id)));
        assertRecording("pauseRecording", "paused", id);
        assertRefused(409, alice.call("pauseRecording", call(id)));
        assertRecording("resumeRecording", "started", id);
        assertRecording("stopRecording", "stopped", id);
        assertRefused(409, alice.call("stopRecording", call(id)));
        assertRecording("startRecording", "started", id);
    }

    @Test
    void aRecordingNeedsNoCallIdIfThereIsOneCall() {
        assertRefused(400, alice.post("/telephony/calls/startRecording"));
        connected();
        assertEquals(204, alice.post("/telephony/calls/startRecording").status());
        john.call(fake.alice());
        assertEquals(204, alice.call("stopRecording", Json.object()).status());
    }

    @Test
    void tonesAreSentInAConnectedCall() {
        String id = john.call(fake.alice());
        assertRefused(409, alice.call("transmitDtmf", call(id).put("dtmf", "1")));
        alices.pickUp();
        assertEquals(
                204, alice.call("transmitDtmf", call(id).put("dtmf", "1,2#")).status());
        assertEquals(
                204,
                alice.call("transmitDtmf", Json.object().put("dtmf", "AD*")).status());
        assertEquals("1,2#AD*", alices.call().digits());
        assertRefused(400, alice.call("transmitDtmf", call(id).put("dtmf", "x")));
        assertRefused(400, alice.call("transmitDtmf", call(id).put("dtmf", "")));
        assertRefused(400, alice.call("transmitDtmf", call(id)));
    }

    @Test
    void aWithheldNumberStaysSo() {
        fake.withheld("+19998887777").call(fake.alice());
        Json party = only(alice).at("remoteParty");
        assertTrue(party.flag("privacyEnabled"));
        assertEquals(Optional.empty(), party.text("name"));
        assertEquals(Optional.empty(), party.text("number"));
    }

    @Test
    void historyTellsWhatBecameOfCalls() {
        john.call(fake.alice());
        clock.forward(Duration.ofSeconds(20));
        Instant missed = clock.instant();
        john.hangUp();
        clock.forward(Duration.ofSeconds(1));
        john.call(fake.alice());
        clock.forward(Duration.ofSeconds(4));
        Instant received = clock.instant();
        alices.pickUp();
        alices.hangUp();
        clock.forward(Duration.ofSeconds(1));
        Instant placed = clock.instant();
        alice.call("dial", Json.object().put("destination", "5550000"));
        alices.pickUp();

        List<Json> all = alice.get("/telephony/calls/history").body().list("items");
        assertEquals(
                List.of("placed", "received", "missed"),
                all.stream().map(entry -> entry.requireText("type")).toList());
        assertEquals(
                List.of(placed, received, missed),
                all.stream().map(entry -> entry.instant("time").orElseThrow()).toList());
        assertEquals("John Smith", all.get(1).requireText("name"));
        assertEquals(
                1,
                alice.get("/telephony/calls/history?type=missed")
                        .body()
                        .list("items")
                        .size());
        assertRefused(400, alice.get("/telephony/calls/history?type=lost"));
    }

    @Test
    void historyKeepsTwentyOfEachKind() {
        for (int i = 0; i < 22; i++) {
            john.call(fake.alice());
            john.hangUp();
            alices.dial("1002");
            alices.hangUp();
        }
        assertEquals(
                40, alice.get("/telephony/calls/history").body().list("items").size());
        assertEquals(
                20,
                alice.get("/telephony/calls/history?type=missed")
                        .body()
                        .list("items")
                        .size());
    }

    @Test
    void phonesOnlyDoWhatPhonesCan() {
        assertThrows(IllegalStateException.class, alices::pickUp);
        assertThrows(IllegalStateException.class, alices::hangUp);
        assertThrows(IllegalStateException.class, john::pickUp);
        assertThrows(IllegalStateException.class, john::hangUp);
        String id = alices.dial("1002");
        bobs.pickUp();
        alices.hold(id);
        assertEquals(CallState.REMOTE_HELD, bobs.call().state());
        alices.resume(id);
        assertEquals(CallState.CONNECTED, bobs.call().state());
        assertEquals("1001", alices.extension());
    }

    private String connected() {
        String id = john.call(fake.alice());
        alices.pickUp();
        return id;
    }

    private void assertRecording(String command, String state, String id) {
        assertEquals(204, alice.call(command, call(id)).status());
        assertEquals(state, only(alice).requireText("recordingState"));
    }

    static Json only(Caller caller) {
        List<Json> calls = caller.get("/telephony/calls").body().list("items");
        assertEquals(1, calls.size(), calls::toString);
        return calls.getFirst();
    }

    static ObjectWriter call(String id) {
        return Json.object().put("callId", id);
    }

    static void assertState(String expected, Json call) {
        assertEquals(expected, call.requireText("personality") + " " + call.requireText("state"));
    }

    static void assertRefused(int status, Caller.Answer answer) {
        assertEquals(status, answer.status(), () -> answer.response().body());
    }
}
