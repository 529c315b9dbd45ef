package callbot.webhook;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import callbot.json.Json;
import callbot.json.ObjectWriter;
import callbot.webex.calling.Call;
import callbot.webex.calling.CallKey;
import callbot.webex.calling.Party;
import callbot.webex.messaging.RoomType;
import callbot.webhook.WebhookEvent.CallChanged;
import callbot.webhook.WebhookEvent.CardSubmitted;
import callbot.webhook.WebhookEvent.Ignored;
import callbot.webhook.WebhookEvent.MemberJoined;
import callbot.webhook.WebhookEvent.MessageCreated;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.Arrays;
import java.util.Base64;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

class WebhookEventTest {

    private static final String ALICE =
            "Y2lzY29zcGFyazovL3VzL1BFT1BMRS9mNWIzNjE4Ny1jOGRkLTQ3MjctOGIyZi1mOWM0NDdmMjkwNDY";

    static List<String> deliveries() {
        return Recorded.names();
    }

    @Test
    void aMessageIsRead() {
        var message = assertInstanceOf(MessageCreated.class, recorded("messagesCreated"));
        assertEquals(ALICE, message.personId());
        assertEquals(Optional.of("alice@example.com"), message.email());
        assertEquals(RoomType.DIRECT, message.roomType());
        assertEquals(Optional.of(Instant.parse("2025-08-05T16:47:55.012Z")), message.created());
        assertEquals("messages:created:" + message.messageId(), message.key());
    }

    @Test
    void aPressedButtonIsRead() {
        var press = assertInstanceOf(CardSubmitted.class, recorded("attachmentActionsCreated"));
        assertEquals(ALICE, press.personId());
        assertEquals("attachmentActions:created:" + press.actionId(), press.key());
    }

    @Test
    void aJoinedMemberIsRead() {
        var joined = assertInstanceOf(MemberJoined.class, recorded("membershipsCreated"));
        assertEquals(RoomType.DIRECT, joined.roomType());
        assertEquals("memberships:created:" + joined.membershipId(), joined.key());
    }

    @Test
    void aCallIsRead() {
        var answered = assertInstanceOf(CallChanged.class, recorded("telephonyCallsUpdatedAnswered"));
        assertEquals(ALICE, answered.personId());
        assertEquals("answered", answered.eventType());
        assertEquals(Optional.of(Instant.parse("2025-08-05T16:48:21.240Z")), answered.at());
        assertEquals(Call.State.CONNECTED, answered.call().state());
        assertEquals(Optional.of("John Smith"), answered.call().remote().name());
        assertTrue(assertInstanceOf(CallChanged.class, recorded("telephonyCallsDeletedElsewhere"))
                .answeredElsewhere());
    }

    @Test
    void theSameEventIsKnownByTheSameKeyAndOthersByOthers() {
        Set<String> keys = new HashSet<>();
        for (String name : deliveries()) {
            keys.add(recorded(name).key());
            assertEquals(recorded(name).key(), recorded(name).key());
        }
        assertEquals(deliveries().size(), keys.size(), keys.toString());
    }

    @Test
    void twoEventsOfOneCallAtTheSameTimeAreTwoEvents() {
        var received = assertInstanceOf(CallChanged.class, recorded("telephonyCallsCreatedReceived"));
        var updated = assertInstanceOf(CallChanged.class, recorded("telephonyCallsUpdatedRinging"));
        assertEquals(received.at(), updated.at());
        assertTrue(!received.key().equals(updated.key()));
    }

    @ParameterizedTest
    @MethodSource("deliveries")
    void aDeliveryThatWasCutOffIsOfNoUse(String name) {
        byte[] whole = Recorded.body(name).getBytes(StandardCharsets.UTF_8);
        for (int length = 0; length < whole.length; length++) {
            WebhookEvent event = WebhookEvent.parse(Arrays.copyOf(whole, length));
            assertInstanceOf(Ignored.class, event, "cut off after " + length);
        }
    }

    @ParameterizedTest
    @MethodSource("deliveries")
    void aDeliveryWithMoreInItMeansTheSame(String name) {
        String more = Recorded.body(name)
                .replace("\"data\": {", "\"attempt\": 2, \"data\": {\"new\": [{\"deep\": null}], \"other\": 1e3,");
        assertEquals(recorded(name).key(), Recorded.parse(more).key());
        assertEquals(recorded(name).personId(), Recorded.parse(more).personId());
    }

    /** Whatever else is odd, it stays known who it is about, and which message, press, room or call. */
    @ParameterizedTest
    @CsvSource({
        "messagesCreated, id roomId personId",
        "attachmentActionsCreated, id personId",
        "membershipsCreated, id roomId personId",
        "telephonyCallsCreatedReceived, callId",
        "telephonyCallsUpdatedRinging, callId",
        "telephonyCallsUpdatedAnswered, callId",
        "telephonyCallsDeleted, callId",
        "telephonyCallsDeletedElsewhere, callId"
    })
    void aFieldThatIsMissingOrOfAnotherTypeDoesNoHarmUnlessItIsNeeded(String name, String needed) {
        Json whole = Json.parse(Recorded.body(name));
        WebhookEvent event = recorded(name);
        for (String field : whole.at("data").names()) {
            for (String instead : ODD) {
                WebhookEvent read = Recorded.parse(with(whole, "data", with(whole.at("data"), field, instead)));
                if (List.of(needed.split(" ")).contains(field)) continue; // it may be of no use, but does not throw
                assertEquals(event.getClass(), read.getClass(), field + ": " + instead);
                assertEquals(event.personId(), read.personId());
            }
        }
        for (String field : whole.names()) {
            for (String instead : ODD)
                assertTrue(!Recorded.parse(with(whole, field, instead)).key().isEmpty());
        }
    }

    private static final List<String> ODD = List.of(
            "null",
            "5",
            "-0.5",
            "1e999999999",
            "true",
            "\"\"",
            "\"?\"",
            "\"\\ud800\"",
            "[]",
            "[1]",
            "{}",
            "[{\"a\": 1}]");

    @ParameterizedTest
    @CsvSource({
        "messagesCreated, id roomId personId",
        "attachmentActionsCreated, id personId",
        "membershipsCreated, id roomId personId",
        "telephonyCallsCreatedReceived, callId"
    })
    void withoutAnIdItIsOfNoUseAndSaysWhy(String name, String needed) {
        Json whole = Json.parse(Recorded.body(name));
        String tooLong = "\"" + "x".repeat(401) + "\"";
        for (String field : needed.split(" ")) {
            for (String instead : List.of("null", "\"\"", "{}", "\"a b\"", "\"ä\"", tooLong)) {
                String odd = with(whole, "data", with(whole.at("data"), field, instead));
                assertEquals(new Ignored("\"" + field + "\" is missing, or is no id"), Recorded.parse(odd));
            }
        }
    }

    @Test
    void anIdWithHalfACharacterIsOfNoUse() {
        String odd = Recorded.message("a\\ud800b", "P1");
        assertEquals(new Ignored("\"id\" is missing, or is no id"), Recorded.parse(odd));
    }

    @Test
    void aRingIsToldOfWithHardlyAnythingKnownOfIt() {
        var ring = assertInstanceOf(CallChanged.class, Recorded.parse("""
                {"resource": "telephony_calls", "event": "created", "createdBy": "P1", "data": {"callId": "C1",
                 "muteCapable": "true", "muted": "false", "state": "alerting", "remoteParty": {"name": 5, "number": 4085550134}}}
                """));
        assertEquals("P1", ring.personId());
        assertEquals(new CallKey("C1"), ring.call().key());
        assertTrue(ring.call().isRingingIn());
        assertEquals(
                new Party(Optional.of("5"), Optional.of("4085550134")),
                ring.call().remote());
        assertEquals(
                new Call.Media(true, false, Call.Recording.OFF), ring.call().media());
        assertEquals(Optional.empty(), ring.at());
    }

    @Test
    void whatWasDeletedIsOverThoughNoStateSaysSo() {
        Json whole = Json.parse(Recorded.body("telephonyCallsDeleted"));
        String without = with(whole, "data", with(whole.at("data"), "state", "null"));
        var over = assertInstanceOf(CallChanged.class, Recorded.parse(without));
        assertEquals(Call.State.DISCONNECTED, over.call().state());
    }

    @Test
    void withoutATimeEventsAreToldApartByWhatTheySay() {
        String held = Recorded.call("C1", "P1")
                .replace("eventTimestamp", "oldTimestamp")
                .replace("alerting", "held");
        String muted = held.replace("\"personality\"", "\"muted\": true, \"personality\"");
        assertEquals(Recorded.parse(held).key(), Recorded.parse(held).key());
        assertNotEquals(Recorded.parse(held).key(), Recorded.parse(muted).key());
    }

    @Test
    void aKeyFitsTheStoreWhateverWebexsWordsAre() {
        String odd = Recorded.call("x".repeat(400), "P1").replace("received", "\\ud800" + "é".repeat(3_000));
        var call = assertInstanceOf(CallChanged.class, Recorded.parse(odd));
        assertEquals("unknown", call.eventType());
        assertTrue(call.key().getBytes(StandardCharsets.UTF_8).length < 600);
    }

    @Test
    void onePersonHasOneMailboxInWhicheverFormTheIdIsWritten() {
        String other = Base64.getEncoder()
                .encodeToString(
                        "ciscospark://urn:TEAM:us-west-2_r/PEOPLE/F5B36187-c8dd-4727-8b2f-f9c447f29046".getBytes());
        WebhookEvent one = recorded("messagesCreated");
        WebhookEvent same = Recorded.parse(Recorded.message("1", other));
        assertEquals(one.mailbox(), same.mailbox());
        assertEquals(other, same.personId(), "it goes back as it came");
    }

    @ParameterizedTest
    @CsvSource({"messages, deleted", "rooms, created", "telephony_calls, all", "all, all", "meetings, started"})
    void whatNobodyAskedForIsIgnored(String resource, String event) {
        String body = "{\"resource\": \"" + resource + "\", \"event\": \"" + event + "\", \"data\": 5}";
        assertEquals(new Ignored(resource + ":" + event), Recorded.parse(body));
    }

    @ParameterizedTest
    @ValueSource(strings = {"", " ", "null", "[]", "5", "\"text\"", "{}", "{\"resource\": 1, \"event\": 2}", "\u0000"})
    void whatIsNoDeliveryIsOfNoUse(String body) {
        assertInstanceOf(Ignored.class, Recorded.parse(body));
    }

    @Test
    void anOwnerWhomTheWebhookDoesNotNameIsTheOneWhoActed() {
        Json whole = Json.parse(Recorded.body("telephonyCallsDeleted"));
        assertEquals(ALICE, Recorded.parse(with(whole, "createdBy", "null")).personId());
    }

    private static WebhookEvent recorded(String name) {
        return Recorded.parse(Recorded.body(name));
    }

    private static String with(Json object, String field, String value) {
        ObjectWriter changed = Json.object();
        object.names().forEach(name -> changed.put(name, object.at(name)));
        return changed.put(field, Json.parse("{\"value\": " + value + "}").at("value"))
                .toString();
    }

    /** What is written down of a webhook is its text, which is read again after a restart. */
    @Test
    void aWebhookThatIsNotQuiteTextIsReadAndReadAgainAsTheSame() {
        byte[] body = Recorded.call("call", "person")
                .replace("alerting", "al\u00e9rting")
                .getBytes(StandardCharsets.ISO_8859_1);
        var call = assertInstanceOf(CallChanged.class, WebhookEvent.parse(body));
        WebhookEvent again =
                WebhookEvent.parse(new String(body, StandardCharsets.UTF_8).getBytes(StandardCharsets.UTF_8));
        assertEquals("call", call.call().id());
        assertEquals(call.key(), again.key());
    }
}
