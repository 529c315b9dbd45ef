package callbot.webex.line;

import static callbot.webex.ScriptedWebex.TOKEN;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import callbot.webex.ScriptedWebex;
import callbot.webex.Secret;
import callbot.webex.WebexException;
import callbot.webex.calling.Endpoint;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class LineSettingsTest {

    private final ScriptedWebex webex = new ScriptedWebex();
    private final LineSettings settings = new LineSettings(webex.client);

    @AfterEach
    void stop() {
        webex.close();
    }

    /** What is not known is not told as a fact. */
    @ParameterizedTest
    @ValueSource(strings = {"{}", "{'enabled': null}", "{'enabled': 'perhaps'}", "{'on': true}"})
    void anAnswerThatDoesNotSayWhatIsOnIsNone(String body) {
        for (Consumer<Secret> read : List.<Consumer<Secret>>of(
                settings::doNotDisturb,
                settings::forwarding,
                settings::voicemail,
                settings::refusesAnonymous,
                settings::assistant,
                settings::singleNumberReach,
                settings::simultaneousRing,
                settings::callerIdHiding)) {
            webex.answer(200, body.replace('\'', '"'));
            assertThrows(WebexException.Unanswered.class, () -> read.accept(TOKEN));
        }
    }

    /** Only what an id leads to can be changed, and nothing is known that is not said. */
    @Test
    void whatIsNotSaidOfAQueueIsNotMadeUp() {
        webex.answer(200, """
                {"agentACDState": "ON_THE_MOON", "queues": [
                  {"available": true, "allowLogOffEnabled": true},
                  {"id": "q1", "available": null},
                  {"id": "q2", "available": false, "allowLogOffEnabled": false, "phoneNumber": " ", "extension": 2100}]}""");
        assertEquals(
                new AgentQueues(
                        Optional.empty(),
                        List.of(
                                new AgentQueue("q1", Optional.empty(), true, Optional.empty(), Optional.empty()),
                                new AgentQueue(
                                        "q2", Optional.of(false), false, Optional.empty(), Optional.of("2100")))),
                settings.queues(TOKEN));
        webex.answer(200, "{}");
        assertEquals(new AgentQueues(Optional.empty(), List.of()), settings.queues(TOKEN));
    }

    /** Each kind is chosen by something else. */
    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            DEFAULT_CLID    | {"type":"DEFAULT_CLID"}
            ADDITIONAL_CLID | {"type":"ADDITIONAL_CLID","directNumber":"+14085550150"}
            CALL_QUEUE      | {"type":"CALL_QUEUE","id":"q1"}
            HUNT_GROUP      | {"type":"HUNT_GROUP","id":"q1"}
            """)
    void aCallerIdIsChosenByWhatTellsItsKind(String type, String body) throws Exception {
        webex.answer(
                        200,
                        "{\"selected\": {\"type\": \"" + type
                                + "\", \"id\": \"q1\", \"name\": \"Sales\", \"directNumber\": \"+14085550150\"}}")
                .answer(204, "");
        settings.choose(TOKEN, settings.chosenCallerId(TOKEN).orElseThrow());
        webex.request();
        assertEquals("{\"selected\":" + body + "}", webex.request().getBody().utf8());
    }

    /** Two of one name are told apart, and each keeps what is said of it. */
    @Test
    void whatCanBeDoneOnAPhoneIsNotMadeUp() {
        webex.answer(200, """
                {"endpoints": [
                  {"id": "b", "type": "CALLING_DEVICE", "name": "Phone", "autoAndForcedAnswerEnabled": false},
                  {"id": "a", "type": "HOTDESKING_GUEST", "name": "phone", "autoAndForcedAnswerEnabled": true},
                  {"id": "c", "type": "APPLICATION"}]}""");
        assertEquals(
                List.of(
                        new OwnPhone(new Endpoint("b", "Phone (2)", false), Optional.of(false)),
                        new OwnPhone(new Endpoint("a", "phone (1)", false), Optional.of(true)),
                        new OwnPhone(new Endpoint("c", "Phone (3)", true), Optional.empty())),
                settings.phones(TOKEN));
    }

    @Test
    void noPreferenceIsSaidByNothing() throws Exception {
        webex.answer(400, "{}").answer(204, "");
        settings.preferNone(TOKEN);
        assertEquals("{\"id\":null}", webex.request().getBody().utf8());
        assertEquals(
                "{\"preferredAnswerEndpointId\":null}",
                webex.request().getBody().utf8());
    }

    @Test
    void whatTheAssistantIsSetToBesidesGoesBackAsItCame() throws Exception {
        webex.answer(200, """
                        {"enabled": false, "presence": "LUNCH", "untilDateTime": "2026-03-28T14:30:00Z", "transferEnabled": true,
                         "transferNumber": "+14085550134", "alerting": "ALERT_ME_FIRST", "alertMeFirstNumberOfRings": 3}""").answer(204, "");
        settings.change(TOKEN, settings.assistant(TOKEN).telling("MEETING", Optional.empty()));
        webex.request();
        assertEquals(
                "{\"enabled\":true,\"presence\":\"MEETING\",\"transferEnabled\":true,\"transferNumber\":\"+14085550134\","
                        + "\"alerting\":\"ALERT_ME_FIRST\",\"alertMeFirstNumberOfRings\":3}",
                webex.request().getBody().utf8());
    }

    @Test
    void whatIsNotToBeChangedGoesBackAsItCame() throws Exception {
        webex.answer(200, "{\"enabled\": false, \"ringSplashEnabled\": true, \"webexGoOverrideEnabled\": true}")
                .answer(204, "");
        settings.change(TOKEN, settings.doNotDisturb(TOKEN).turned(true));
        webex.request();
        assertEquals(
                "{\"enabled\":true,\"ringSplashEnabled\":true,\"webexGoOverrideEnabled\":true}",
                webex.request().getBody().utf8());
    }
}
