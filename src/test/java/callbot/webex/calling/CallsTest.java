package callbot.webex.calling;

import static callbot.webex.ScriptedWebex.TOKEN;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import callbot.json.Json;
import callbot.webex.ScriptedWebex;
import callbot.webex.calling.Call.Personality;
import callbot.webex.calling.Call.State;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import mockwebserver3.MockResponse;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class CallsTest {

    private static final String CALLS = """
            {"items": [{"id": "C1", "callSessionId": "S1", "personality": "terminator", "state": "connected",
              "remoteParty": {"name": "John", "number": "+12223334444", "personId": "P2", "privacyEnabled": false,
                "callType": "external"},
              "appearance": 1, "created": "2016-04-21T19:01:55.966Z", "answered": "2016-04-21T21:02:00+02:00",
              "muteCapable": true, "muted": false}]}""";

    private final ScriptedWebex webex = new ScriptedWebex();
    private final Calls calls = new Calls(webex.client);

    @AfterEach
    void close() {
        webex.close();
    }

    @Test
    void theCallsOfNowAreListed() throws Exception {
        webex.answer(200, CALLS);

        var call = new Call(
                "C1",
                "S1",
                Personality.TERMINATOR,
                State.CONNECTED,
                new Party(Optional.of("John"), Optional.of("+12223334444")),
                Optional.of(Instant.parse("2016-04-21T19:01:55.966Z")),
                Optional.of(Instant.parse("2016-04-21T19:02:00Z")),
                new Call.Media(true, false, Call.Recording.OFF));
        assertEquals(List.of(call), calls.list(TOKEN));

        var request = webex.exchange(200, CALLS);
        assertEquals("GET /v1/telephony/calls", request.getMethod() + " " + request.getTarget());
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                ", 'remoteParty': null, 'created': null, 'answered': null",
                ", 'remoteParty': {}",
                ", 'remoteParty': {'name': '', 'number': null, 'privacyEnabled': true, 'callType': 'satellite'}"
            })
    void aCallerMayWithholdEverything(String rest) {
        webex.answer(200, """
                {"items": [{"id": "C1", "personality": "terminator", "state": "alerting"%s}]}""".formatted(rest.replace('\'', '"')));

        Call call = calls.list(TOKEN).getFirst();

        assertEquals(new Party(Optional.empty(), Optional.empty()), call.remote());
        assertEquals(Optional.empty(), call.created());
        assertEquals(Optional.empty(), call.answered());
        assertEquals("", call.sessionId());
    }

    @ParameterizedTest
    @CsvSource({
        "terminator,  alerting,     TERMINATOR,    ALERTING,     true",
        "terminator,  connected,    TERMINATOR,    CONNECTED,    false",
        "originator,  connecting,   ORIGINATOR,    CONNECTING,   false",
        "originator,  alerting,     ORIGINATOR,    ALERTING,     false",
        "originator,  remoteHeld,   ORIGINATOR,    REMOTE_HELD,  false",
        "clickToDial, alerting,     CLICK_TO_DIAL, ALERTING,     false",
        "clickToDial, disconnected, CLICK_TO_DIAL, DISCONNECTED, false",
        "originator,  held,         ORIGINATOR,    HELD,         false",
        "terminator,  teleported,   TERMINATOR,    UNKNOWN,      false",
        "conjurer,    alerting,     ORIGINATOR,    ALERTING,     false"
    })
    void aCallIsWhatItIsAndWhatIsNewIsUnknown(
            String personality, String state, Personality part, State now, boolean ringsIn) {
        Call call = Call.from(Json.object()
                .put("callId", "C1")
                .put("personality", personality)
                .put("state", state)
                .toJson());

        assertEquals("C1", call.id());
        assertEquals(part, call.personality());
        assertEquals(now, call.state());
        assertEquals(ringsIn, call.isRingingIn());
    }

    @Test
    void aNumberIsDialled() throws Exception {
        String answer = "{\"callId\": \"C1\", \"callSessionId\": \"S1\"}";
        webex.answer(201, answer);

        calls.dial(TOKEN, "+12223334444", Optional.empty());

        var request = webex.exchange(201, answer);
        assertEquals("POST /v1/telephony/calls/dial", request.getMethod() + " " + request.getTarget());
        assertEquals("{\"destination\":\"+12223334444\"}", ScriptedWebex.body(request));
    }

    @Test
    void aCallIsAnsweredAndEnded() throws Exception {
        webex.answer(new MockResponse.Builder().code(204).build())
                .answer(new MockResponse.Builder().code(204).build());

        calls.answer(TOKEN, "C1", Optional.empty());
        calls.hangUp(TOKEN, "C1");

        var answered = webex.exchange(204, "");
        assertEquals("POST /v1/telephony/calls/answer", answered.getMethod() + " " + answered.getTarget());
        assertEquals("{\"callId\":\"C1\"}", ScriptedWebex.body(answered));
        var ended = webex.exchange(204, "");
        assertEquals("POST /v1/telephony/calls/hangup", ended.getMethod() + " " + ended.getTarget());
        assertEquals("{\"callId\":\"C1\"}", ScriptedWebex.body(ended));
    }

    @ParameterizedTest
    @CsvSource({",''", "PLACED,?type=placed", "MISSED,?type=missed", "RECEIVED,?type=received"})
    void theHistoryIsAskedForByType(HistoryRecord.Type type, String query) throws Exception {
        String answer = """
                {"items": [{"type": "missed", "name": "John", "number": "5", "privacyEnabled": false,
                  "time": "2016-04-21T19:01:55+00:00"}]}""";
        webex.answer(200, answer);

        var read = calls.history(TOKEN, Optional.ofNullable(type));

        var party = new Party(Optional.of("John"), Optional.of("5"));
        var time = Optional.of(Instant.parse("2016-04-21T19:01:55Z"));
        assertEquals(List.of(new HistoryRecord(HistoryRecord.Type.MISSED, party, time)), read);
        var request = webex.exchange(200, answer);
        assertEquals("GET /v1/telephony/calls/history" + query, request.getMethod() + " " + request.getTarget());
    }

    @Test
    void aRecordOfThePastMaySayLittle() {
        webex.answer(200, "{\"items\": [{\"type\": \"placed\", \"name\": null, \"time\": null, \"mood\": 1}]}");

        var none = new Party(Optional.empty(), Optional.empty());
        assertEquals(
                List.of(new HistoryRecord(HistoryRecord.Type.PLACED, none, Optional.empty())),
                calls.history(TOKEN, Optional.empty()));
    }

    @Test
    void thereMayBeNoCalls() {
        webex.answer(200, "{\"items\": []}");

        assertTrue(calls.list(TOKEN).isEmpty());
    }

    @ParameterizedTest
    @CsvSource({"John,5,John (5)", "John,,John", ",5,5", "5,5,5", ",,a private caller"})
    void aPartyIsDescribedByWhatIsKnown(String name, String number, String described) {
        assertEquals(described, new Party(Optional.ofNullable(name), Optional.ofNullable(number)).described());
    }
}
