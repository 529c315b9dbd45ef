package callbot.webhook;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import callbot.json.Json;
import callbot.json.JsonException;
import callbot.json.ObjectWriter;
import callbot.webex.Call;
import callbot.webhook.WebhookEvent.CallChanged;
import callbot.webhook.WebhookEvent.CardSubmitted;
import callbot.webhook.WebhookEvent.Ignored;
import callbot.webhook.WebhookEvent.MemberJoined;
import callbot.webhook.WebhookEvent.MessageCreated;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.Arrays;
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
        assertEquals("alice@example.com", message.email());
        assertTrue(message.direct());
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
        assertTrue(joined.direct());
        assertEquals("memberships:created:" + joined.membershipId(), joined.key());
    }

    @Test
    void aCallIsRead() {
        var answered = assertInstanceOf(CallChanged.class, recorded("telephonyCallsUpdatedAnswered"));
        assertEquals(ALICE, answered.personId());
        assertEquals("answered", answered.eventType());
        assertEquals(Instant.parse("2025-08-05T16:48:21.240Z"), answered.at());
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
    void aDeliveryThatWasCutOffIsNotUnderstood(String name) {
        byte[] whole = Recorded.body(name).getBytes(StandardCharsets.UTF_8);
        for (int length = 0; length < whole.length; length++) {
            byte[] part = Arrays.copyOf(whole, length);
            assertThrows(JsonException.class, () -> WebhookEvent.parse(part), "cut off after " + length);
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

    @ParameterizedTest
    @MethodSource("deliveries")
    void aFieldThatIsMissingOrOfAnotherTypeIsMissedOrIgnored(String name) {
        Json whole = Json.parse(Recorded.body(name));
        for (String instead :
                List.of("null", "5", "-0.5", "true", "\"\"", "\"?\"", "[]", "[1]", "{}", "[{\"a\": 1}]")) {
            for (String field : whole.names()) assertReadOrRefused(with(whole, field, instead));
            for (String field : whole.at("data").names()) {
                assertReadOrRefused(with(whole, "data", with(whole.at("data"), field, instead)));
            }
        }
    }

    @ParameterizedTest
    @CsvSource({
        "messagesCreated, id roomId personId personEmail",
        "attachmentActionsCreated, id personId",
        "membershipsCreated, id roomId personId",
        "telephonyCallsCreatedReceived, callId eventTimestamp"
    })
    void whatIsNeededIsMissed(String name, String needed) {
        Json whole = Json.parse(Recorded.body(name));
        for (String field : needed.split(" ")) {
            String without = with(whole, "data", with(whole.at("data"), field, "null"));
            String reason = assertThrows(JsonException.class, () -> Recorded.parse(without))
                    .getMessage();
            assertTrue(reason.contains("\"" + field + "\" is missing") || reason.contains("id"), reason);
        }
    }

    @ParameterizedTest
    @CsvSource({"messages, deleted", "rooms, created", "telephony_calls, all", "all, all", "meetings, started"})
    void whatNobodyAskedForIsIgnored(String resource, String event) {
        String body = "{\"resource\": \"" + resource + "\", \"event\": \"" + event + "\", \"data\": 5}";
        assertEquals(new Ignored(resource + ":" + event), Recorded.parse(body));
    }

    @ParameterizedTest
    @ValueSource(strings = {"", " ", "null", "[]", "5", "\"text\"", "{}", "{\"resource\": 1, \"event\": 2}", "\u0000"})
    void whatIsNoDeliveryIsNotUnderstood(String body) {
        assertThrows(JsonException.class, () -> Recorded.parse(body));
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

    private static void assertReadOrRefused(String body) {
        try {
            assertTrue(!Recorded.parse(body).key().isEmpty());
        } catch (JsonException e) {
            assertTrue(!e.getMessage().isEmpty(), body);
        }
    }
}
