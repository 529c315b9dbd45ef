package callbot.sandbox.webhooks;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import callbot.json.Json;
import callbot.sandbox.Caller;
import callbot.sandbox.Ear;
import callbot.sandbox.base.Habit;
import callbot.sandbox.base.Ids;
import callbot.sandbox.webex.FakeWebex;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.util.Base64;
import java.util.Random;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** What Webex does not promise to send as usual, and does not send so when it has that habit. */
class OdditiesTest {

    private FakeWebex fake;
    private Ear ear;

    @BeforeEach
    void start() throws IOException {
        fake = FakeWebex.start(Clock.systemUTC(), new Random(7));
        ear = Ear.open();
        watch(Caller.user(fake, fake.alice()), "telephony_calls");
        watch(Caller.bot(fake), "messages");
    }

    @AfterEach
    void stop() {
        fake.close();
        ear.close();
    }

    @ParameterizedTest
    @CsvSource({
        "OMITS_PERSONALITY, personality",
        "OMITS_STATE, state",
        "OMITS_EVENT_TIMESTAMP, eventTimestamp",
    })
    void aFieldOfACallsEventIsMissing(Habit habit, String field) throws Exception {
        assertTrue(dataOfACall().names().contains(field));
        fake.habits().set(habit, true);
        assertTrue(!dataOfACall().names().contains(field));
    }

    @ParameterizedTest
    @CsvSource({"OMITS_PERSON_EMAIL, personEmail", "OMITS_ROOM_TYPE, roomType"})
    void aFieldOfAMessagesEventIsMissing(Habit habit, String field) throws Exception {
        assertTrue(dataOfAMessage().names().contains(field));
        fake.habits().set(habit, true);
        assertTrue(!dataOfAMessage().names().contains(field));
    }

    @Test
    void flagsComeAsText() throws Exception {
        assertEquals("false", dataOfACall().at("muteCapable").toString());
        fake.habits().set(Habit.WRITES_FLAGS_AS_TEXT, true);
        assertEquals("\"false\"", dataOfACall().at("muteCapable").toString());
    }

    @Test
    void phoneNumbersComeAsNumbers() throws Exception {
        fake.habits().set(Habit.WRITES_DIGITS_AS_NUMBERS, true);
        assertEquals(
                14085550134L, dataOfACall().at("remoteParty").number("number").orElseThrow());
    }

    @Test
    void peopleAreNamedByIdsOfARegion() throws Exception {
        String usual = fake.alice().person().id();
        fake.habits().set(Habit.NAMES_PEOPLE_BY_REGION, true);
        fake.alice().say("hello");
        Json event = ear.nextEvent();
        String other = event.requireText("actorId");
        assertNotEquals(usual, other);
        assertEquals(other, event.at("data").requireText("personId"));
        String uri = new String(Base64.getUrlDecoder().decode(other), StandardCharsets.UTF_8);
        assertTrue(uri.matches("ciscospark://urn:TEAM:us-west-2_r/PEOPLE/[0-9a-f-]{36}"), uri);
        assertEquals(usual, Ids.usual(other));
        assertEquals(
                fake.bot().id(),
                Ids.usual(event.requireText("createdBy")),
                "everybody is named so, and nothing else: " + event.requireText("id"));
        assertEquals(event.requireText("id"), Ids.usual(event.requireText("id")));
        assertEquals(usual, Caller.bot(fake).get("/people/" + other).text("id"), "Webex takes both forms");
    }

    private Json dataOfACall() throws InterruptedException {
        fake.outside("+14085550134", "Ana").callInVain(fake.alice());
        return ear.events(3).getFirst().at("data");
    }

    private Json dataOfAMessage() throws InterruptedException {
        fake.alice().say("hello");
        return ear.nextEvent().at("data");
    }

    private void watch(Caller caller, String resource) {
        var made = caller.post(
                "/webhooks",
                Json.object()
                        .put("name", "x")
                        .put("targetUrl", ear.url())
                        .put("resource", resource)
                        .put("event", "all"));
        assertEquals(200, made.status());
    }
}
