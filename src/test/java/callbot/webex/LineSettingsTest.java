package callbot.webex;

import static callbot.webex.ScriptedWebex.TOKEN;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
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
                settings::simultaneousRing)) {
            webex.answer(200, body.replace('\'', '"'));
            assertThrows(WebexException.Unanswered.class, () -> read.accept(TOKEN));
        }
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
