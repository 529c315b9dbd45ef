package callbot.sandbox.calls;

import static callbot.sandbox.calls.CallOperationsTest.assertRefused;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import callbot.json.Json;
import callbot.json.ObjectWriter;
import callbot.sandbox.Agreement;
import callbot.sandbox.Caller;
import callbot.sandbox.Ear;
import callbot.sandbox.base.Habit;
import callbot.sandbox.calls.session.CallState;
import callbot.sandbox.webex.FakeWebex;
import java.io.IOException;
import java.time.Clock;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class ConferenceOperationsTest {

    private static final String PATH = "/telephony/conference";

    private FakeWebex fake;
    private Caller alice;
    private Phone phone;
    private OutsidePhone john;
    private OutsidePhone mary;
    private String johns;
    private String marys;

    @BeforeEach
    void start() throws IOException {
        fake = FakeWebex.start(Clock.systemUTC(), new Random(9));
        alice = Caller.user(fake, fake.alice());
        phone = fake.alice().phone();
        john = fake.outside("+12223334444", "John Smith");
        mary = fake.outside("+13334445555", "Mary Miller");
        john.call(fake.alice());
        johns = phone.pickUp();
        phone.hold(johns);
        mary.call(fake.alice());
        marys = phone.pickUp();
    }

    @AfterEach
    void stop() {
        Agreement.assertKept(fake);
        fake.close();
    }

    @Test
    void withoutAConferenceTheAnswerIsAnEmptyObject() {
        assertEquals(List.of(), alice.get(PATH).body().names());
        for (String step : List.of("/hold", "/resume")) assertRefused(404, alice.post(PATH + step));
        assertRefused(404, alice.post(PATH + "/mute", Json.object()));
        assertRefused(404, alice.delete(PATH));
    }

    @Test
    void whoWasHeldIsTakenOffHold() {
        assertEquals(204, start(johns, marys).status());
        assertEquals(
                List.of(CallState.CONNECTED, CallState.CONNECTED),
                phone.calls().stream().map(PhoneCall::state).toList());
        Json now = alice.get(PATH).body();
        assertEquals("connected", now.requireText("state"));
        assertFalse(now.flag("muted"));
        assertEquals(
                List.of(johns, marys),
                now.list("participants").stream()
                        .map(one -> one.requireText("callId"))
                        .toList());
    }

    @Test
    void oneHasOneConferenceOfTwoAnsweredCallsOrMore() {
        assertRefused(400, start(johns));
        assertRefused(400, start(johns, johns));
        assertRefused(404, start(johns, "nobody's"));
        OutsidePhone eve = fake.outside("+14445556666", "Eve");
        String eves = eve.call(fake.alice());
        assertRefused(409, start(johns, eves));
        start(johns, marys);
        assertRefused(409, start(johns, marys));
        assertRefused(409, add(eves));
        phone.pickUp();
        assertEquals(204, add(eves).status());
        assertRefused(409, add(eves));
        assertEquals(3, participants());
    }

    @Test
    void oneIsMutedOrDeafenedAndWithoutACallTheHost() {
        start(johns, marys);
        alice.post(PATH + "/mute", of(johns));
        alice.post(PATH + "/deafen", of(marys));
        alice.post(PATH + "/mute");
        Json now = alice.get(PATH).body();
        assertTrue(now.flag("muted"));
        assertTrue(now.list("participants").getFirst().flag("muted"));
        assertFalse(now.list("participants").getFirst().flag("deafened"));
        assertTrue(now.list("participants").getLast().flag("deafened"));
        alice.post(PATH + "/unmute", of(johns));
        alice.post(PATH + "/undeafen", of(marys));
        alice.post(PATH + "/unmute", Json.object());
        assertFalse(alice.get(PATH).body().toString().contains("true"));
        assertRefused(404, alice.post(PATH + "/mute", of("nobody's")));
    }

    @Test
    void allAreHeldTogether() {
        start(johns, marys);
        assertRefused(409, alice.post(PATH + "/resume"));
        alice.post(PATH + "/hold");
        assertEquals("held", alice.get(PATH).text("state"));
        assertTrue(phone.calls().stream().allMatch(one -> one.state() == CallState.HELD));
        assertRefused(409, alice.post(PATH + "/hold"));
        alice.post(PATH + "/resume");
        assertTrue(phone.calls().stream().allMatch(one -> one.state() == CallState.CONNECTED));
    }

    @Test
    void itEndsForAll() {
        start(johns, marys);
        assertEquals(204, alice.delete(PATH).status());
        assertEquals(List.of(), phone.calls());
        assertFalse(john.isInCall() || mary.isInCall());
        assertEquals(List.of(), alice.get(PATH).body().names());
    }

    /** The words are documented, the rest is not. */
    @Test
    void itsOwnerIsToldOfIt() throws Exception {
        try (Ear ear = Ear.open()) {
            ObjectWriter hook = Json.object()
                    .put("name", "conference")
                    .put("targetUrl", ear.url())
                    .put("resource", "telephony_conference")
                    .put("event", "all");
            assertEquals(200, alice.post("/webhooks", hook).status());
            start(johns, marys);
            assertEquals("created updated", told(ear));
            alice.post(PATH + "/mute", of(johns));
            assertEquals("updated participantMuted", told(ear));
            alice.post(PATH + "/unmute");
            assertEquals("updated unmuted", told(ear));
            alice.post(PATH + "/hold");
            assertEquals("updated held", told(ear));
            fake.habits().set(Habit.TELLS_OF_NO_CONFERENCE, true);
            alice.post(PATH + "/resume");
            fake.habits().set(Habit.TELLS_OF_NO_CONFERENCE, false);
            alice.delete(PATH);
            assertEquals("deleted updated", told(ear));
        }
    }

    private static String told(Ear ear) throws InterruptedException {
        Json event = ear.nextEvent();
        return event.requireText("event") + " " + event.at("data").requireText("eventType");
    }

    @Test
    void thePhoneMakesOneAndTakesMoreIn() {
        phone.merge();
        assertEquals(2, participants());
        fake.outside("+14445556666", "Eve").call(fake.alice());
        phone.pickUp();
        assertEquals(
                List.of(true, true, false),
                phone.calls().stream().map(PhoneCall::conference).toList());
        phone.merge();
        assertEquals(3, participants());
    }

    @Test
    void thereIsRoomForSoManyOnly() {
        fake.telephony().limitConferences(fake.alice().person(), 2);
        start(johns, marys);
        String eves = fake.outside("+14445556666", "Eve").call(fake.alice());
        phone.pickUp();
        assertRefused(409, add(eves));
        assertEquals(2, participants());
    }

    @Test
    void withOneLeftItIsACallLikeAnyOther() {
        start(johns, marys);
        mary.hangUp();
        assertEquals(List.of(), alice.get(PATH).body().names());
        assertEquals(johns, phone.call().id());
    }

    @Test
    void theHostsPhoneEndsIt() {
        start(johns, marys);
        phone.hangUp(johns);
        assertEquals(List.of(), phone.calls());
        assertFalse(mary.isInCall());
    }

    @Test
    void whoHasNoRightToItIsRefusedByNumber() {
        fake.telephony().takeConferencesAway(fake.alice().person());
        Caller.Answer refused = start(johns, marys);
        assertRefused(400, refused);
        assertEquals(
                4410,
                refused.body().list("errors").getFirst().number("errorCode").orElseThrow());
    }

    private Caller.Answer start(String... callIds) {
        return alice.post(PATH, Json.object().put("callIds", List.of(callIds)));
    }

    private Caller.Answer add(String callId) {
        return alice.post(PATH + "/addParticipant", of(callId));
    }

    private int participants() {
        return alice.get(PATH).body().list("participants").size();
    }

    private static ObjectWriter of(String callId) {
        return Json.object().put("callId", callId);
    }
}
