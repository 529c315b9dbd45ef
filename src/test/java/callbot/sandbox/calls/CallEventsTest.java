package callbot.sandbox.calls;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import callbot.json.Json;
import callbot.sandbox.Agreement;
import callbot.sandbox.Caller;
import callbot.sandbox.Ear;
import callbot.sandbox.HandClock;
import callbot.sandbox.base.Habit;
import callbot.sandbox.webex.FakeUser;
import callbot.sandbox.webex.FakeWebex;
import java.io.IOException;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class CallEventsTest {

    private final HandClock clock = new HandClock(Instant.parse("2026-01-01T12:00:00Z"));
    private FakeWebex fake;
    private Ear ear;
    private Caller alice;
    private OutsidePhone john;

    @BeforeEach
    void start() throws IOException {
        fake = FakeWebex.start(clock, new Random(10));
        ear = Ear.open();
        alice = watching(fake.alice());
        john = fake.outside("+12223334444", "John Smith");
    }

    @AfterEach
    void stop() throws InterruptedException {
        assertTrue(fake.deliveries().awaitQuiet(Duration.ofSeconds(20)));
        assertEquals(0, ear.left());
        Agreement.assertKept(fake);
        fake.close();
        ear.close();
    }

    @Test
    void anIncomingCallIsToldAsRecorded() throws Exception {
        String id = john.call(fake.alice());
        List<Json> begin = sorted(ear.events(2));
        Json received = begin.get(0);
        Json updated = begin.get(1);
        assertEquals("created received alerting", summary(received));
        assertEquals("updated updated alerting", summary(updated));
        assertEquals(
                received.at("data").requireText("eventTimestamp"),
                updated.at("data").requireText("eventTimestamp"));
        assertEquals(id, received.at("data").requireText("callId"));
        assertEquals(Optional.empty(), received.at("data").text("id"));
        assertEquals(Optional.empty(), received.at("data").text("endpointId"));
        assertEquals("DEVICE", updated.at("data").requireText("endpointType"));
        assertFalse(received.at("data").flag("muteCapable"));
        assertEquals(received.requireText("createdBy"), received.requireText("actorId"));

        clock.forward(Duration.ofSeconds(2));
        fake.alice().phone().pickUp();
        Json answered = ear.nextEvent();
        assertEquals("updated answered connected", summary(answered));
        assertEquals(clock.instant(), answered.at("data").instant("answered").orElseThrow());
        assertTrue(answered.at("data").flag("muteCapable"));

        clock.forward(Duration.ofSeconds(5));
        john.hangUp();
        Json ended = ear.nextEvent();
        assertEquals("deleted disconnected disconnected", summary(ended));
        assertEquals(clock.instant(), ended.at("data").instant("disconnected").orElseThrow());
        assertFalse(ended.at("data").flag("completedElsewhere"));
    }

    @Test
    void anOutgoingCallGoesOnUnderAnotherIdWhenItIsPickedUp() throws Exception {
        alice.call("dial", Json.object().put("destination", "+12223334444"));
        Json asked = ear.nextEvent().at("data");
        String session = asked.requireText("callSessionId");
        assertEquals("clickToDial", asked.requireText("personality"));

        String id = fake.alice().phone().pickUp();
        List<Json> told = sorted(ear.events(3));
        assertEquals(
                List.of(
                        "created received connecting",
                        "deleted disconnected disconnected",
                        "updated updated connecting"),
                told.stream().map(CallEventsTest::summary).toList());
        assertEquals(
                List.of(id, asked.requireText("callId"), id),
                told.stream()
                        .map(event -> event.at("data").requireText("callId"))
                        .toList());
        for (Json event : told) assertEquals(session, event.at("data").requireText("callSessionId"));
        assertEquals("originator", told.getFirst().at("data").requireText("personality"));
        assertFalse(told.get(1).at("data").flag("completedElsewhere"));
        john.pickUp();
        assertEquals(id, ear.nextEvent().at("data").requireText("callId"));
    }

    @Test
    void theEndOfTheOldIdMayStayUntold() throws Exception {
        fake.habits().set(Habit.TELLS_END_OF_OLD_CALL_ID, false);
        alice.call("dial", Json.object().put("destination", "+12223334444"));
        ear.nextEvent();
        fake.alice().phone().pickUp();
        assertEquals(
                List.of("created received connecting", "updated updated connecting"),
                sorted(ear.events(2)).stream().map(CallEventsTest::summary).toList());
    }

    @Test
    void anOutgoingCallThatKeepsItsIdIsToldStepByStep() throws Exception {
        fake.habits().set(Habit.CHANGES_CALL_ID_ON_PICK_UP, false);
        String id = alice.call("dial", Json.object().put("destination", "+12223334444"))
                .text("callId");
        Json created = ear.nextEvent();
        assertEquals("created received alerting", summary(created));
        assertEquals("clickToDial", created.at("data").requireText("personality"));
        assertEquals(id, fake.alice().phone().pickUp());
        Json connecting = ear.nextEvent();
        assertEquals("updated updated connecting", summary(connecting));
        assertEquals("originator", connecting.at("data").requireText("personality"));
        john.pickUp();
        assertEquals("updated answered connected", summary(ear.nextEvent()));
        fake.alice().phone().hangUp();
        assertEquals("deleted disconnected disconnected", summary(ear.nextEvent()));
    }

    @Test
    void holdMuteAndRecordingAreTold() throws Exception {
        String id = john.call(fake.alice());
        fake.alice().phone().pickUp();
        ear.events(3);
        alice.call("hold", CallOperationsTest.call(id));
        assertEquals("updated updated held", summary(ear.nextEvent()));
        alice.call("resume", CallOperationsTest.call(id));
        assertEquals("updated resumed connected", summary(ear.nextEvent()));
        alice.call("mute", CallOperationsTest.call(id));
        assertTrue(ear.nextEvent().at("data").flag("muted"));
        alice.call("startRecording", CallOperationsTest.call(id));
        Json recording = ear.nextEvent();
        assertEquals("updated recording connected", summary(recording));
        assertEquals("started", recording.at("data").requireText("recordingState"));
    }

    @Test
    void bothSidesOfAnInternalCallAreTold() throws Exception {
        watching(fake.bob());
        fake.alice().phone().dial("1002");
        ear.events(3);
        fake.bob().phone().pickUp();
        assertEquals(
                List.of("updated answered connected", "updated answered connected"),
                ear.events(2).stream().map(CallEventsTest::summary).toList());
        alice.call("hold", CallOperationsTest.call(fake.alice().phone().call().id()));
        assertEquals(
                List.of("updated updated held", "updated updated remoteHeld"),
                ear.events(2).stream().map(CallEventsTest::summary).sorted().toList());
        fake.bob().phone().hangUp();
        ear.events(2);
    }

    @Test
    void aQueueCallTakenByAnotherIsCompletedElsewhere() throws Exception {
        john.callQueue("Support", "5000", List.of(fake.alice(), fake.bob()));
        Json received = sorted(ear.events(2)).getFirst().at("data");
        assertEquals("Support - John Smith", received.at("remoteParty").requireText("name"));
        assertEquals("callQueue", received.list("redirections").getFirst().requireText("reason"));
        assertTrue(received.number("appearance").isPresent());

        fake.bob().phone().pickUp();
        Json ended = ear.nextEvent().at("data");
        assertTrue(ended.flag("completedElsewhere"));
        assertEquals("John Smith", ended.at("remoteParty").requireText("name"));
        assertEquals(Optional.empty(), ended.number("appearance"));
        assertTrue(ended.at("redirections").isAbsent());
        assertEquals(Optional.empty(), ended.text("answered"));
        assertEquals(
                0,
                alice.get("/telephony/calls/history?type=missed")
                        .body()
                        .list("items")
                        .size());
        john.hangUp();
        assertEquals(List.of(), fake.bob().phone().calls());
    }

    @Test
    void aQueueCallIsTakenByAColleague() throws Exception {
        String id = john.callThroughQueue(fake.alice(), "Sales");
        Json received = sorted(ear.events(2)).getFirst().at("data");
        assertEquals(id, received.requireText("callId"));
        assertEquals("Sales - John Smith", received.at("remoteParty").requireText("name"));
        Json redirection = received.list("redirections").getFirst();
        assertEquals("callQueue", redirection.requireText("reason"));
        assertEquals("Sales", redirection.at("redirectingParty").requireText("name"));

        john.reachColleague();
        Json ended = ear.nextEvent().at("data");
        assertTrue(ended.flag("completedElsewhere"));
        assertEquals("John Smith", ended.at("remoteParty").requireText("name"));
        assertTrue(john.isInCall());
        assertThrows(IllegalStateException.class, john::reachColleague);
        john.hangUp();
        assertEquals(List.of(), fake.outsideLines());
    }

    @Test
    void aCallInVainIsMissed() throws Exception {
        john.callInVain(fake.alice());
        assertEquals(
                List.of("created received alerting", "deleted disconnected disconnected", "updated updated alerting"),
                sorted(ear.events(3)).stream().map(CallEventsTest::summary).toList());
        Json missed = alice.get("/telephony/calls/history?type=missed")
                .body()
                .list("items")
                .getFirst();
        assertEquals("+12223334444", missed.requireText("number"));
    }

    @Test
    void aTransferIsTold() throws Exception {
        john.call(fake.alice());
        fake.alice().phone().pickUp();
        ear.events(3);
        alice.call(
                "transfer",
                Json.object().put("callId1", fake.alice().phone().call().id()).put("destination", "1002"));
        ear.events(2);
        fake.bob().phone().pickUp();
        List<String> last =
                ear.events(3).stream().map(CallEventsTest::summary).sorted().toList();
        assertEquals(
                List.of(
                        "deleted disconnected disconnected",
                        "deleted disconnected disconnected",
                        "updated answered connected"),
                last);
    }

    private Caller watching(FakeUser user) {
        Caller caller = Caller.user(fake, user);
        var made = caller.post(
                "/webhooks",
                Json.object()
                        .put("name", "calls")
                        .put("targetUrl", ear.url())
                        .put("resource", "telephony_calls")
                        .put("event", "all")
                        .put("filter", "personId=" + user.person().id()));
        assertEquals(200, made.status());
        return caller;
    }

    /** Deliveries come in any order; the event created comes before updated. */
    private static List<Json> sorted(List<Json> events) {
        List<Json> sorted = new ArrayList<>(events);
        sorted.sort((one, other) -> summary(one).compareTo(summary(other)));
        return sorted;
    }

    private static String summary(Json event) {
        Json data = event.at("data");
        return event.requireText("event") + " " + data.requireText("eventType") + " " + data.requireText("state");
    }
}
