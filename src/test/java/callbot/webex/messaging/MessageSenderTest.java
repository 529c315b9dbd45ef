package callbot.webex.messaging;

import static callbot.webex.ScriptedWebex.TOKEN;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import callbot.card.Button;
import callbot.webex.ScriptedWebex;
import callbot.webex.WebexException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import mockwebserver3.MockResponse;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Messages of which Webex does not say whether it has taken them. */
class MessageSenderTest {

    private static final String NOBODY_THERE = "{\"items\": []}";
    private static final String POST = "POST /v1/messages";
    private static final String LOOK = "GET /v1/messages/direct?personId=P1";

    private final ScriptedWebex webex = new ScriptedWebex();
    private final Messages messages = new Messages(webex.client, TOKEN, webex.clock);

    @AfterEach
    void close() {
        webex.close();
    }

    @ParameterizedTest
    @ValueSource(ints = {500, 502, 503, 504})
    void whatIsThereIsNotSentAgain(int status) throws Exception {
        webex.answer(status, "{}").answer(200, chat(Duration.ZERO));

        assertEquals("M2", messages.sendToPerson("P1", Draft.text("Calling 5")).id());
        assertEquals(List.of(POST, LOOK), asked());
        assertEquals(1, webex.waits.size(), "the message gets a moment to appear");
    }

    @Test
    void whatIsNotThereIsSentAgain() throws Exception {
        webex.answer(503, "{}").answer(200, NOBODY_THERE).answer(200, message("M3", "Calling 5", Duration.ZERO));

        assertEquals("M3", messages.sendToPerson("P1", Draft.text("Calling 5")).id());
        assertEquals(List.of(POST, LOOK, POST), asked());
    }

    @Test
    void whatWasSaidBeforeIsNotTakenForIt() throws Exception {
        webex.answer(503, "{}")
                .answer(200, chat(Duration.ofSeconds(-20)))
                .answer(200, message("M3", "x", Duration.ZERO));

        assertEquals("M3", messages.sendToPerson("P1", Draft.text("Calling 5")).id());
        assertEquals(List.of(POST, LOOK, POST), asked());
    }

    /** Who asks the same twice within seconds is told the same twice. */
    @Test
    void theSameAnswerToTheQuestionBeforeIsNotTakenForIt() throws Exception {
        webex.answer(200, message("M2", "Calling 5", Duration.ZERO))
                .answer(503, "{}")
                .answer(200, chat(Duration.ZERO))
                .answer(200, message("M3", "Calling 5", Duration.ZERO));
        messages.sendToPerson("P1", Draft.text("Calling 5"));

        assertEquals("M3", messages.sendToPerson("P1", Draft.text("Calling 5")).id());
        assertEquals(List.of(POST, POST, LOOK, POST), asked());
    }

    @Test
    void whatSaysTheSameWithAnotherCardIsNotTakenForIt() throws Exception {
        Draft draft = Draft.offering("Calling 5", List.of(Button.say("Hang up", "/hangup")));
        webex.answer(503, "{}").answer(200, chat(Duration.ZERO)).answer(200, message("M3", "x", Duration.ZERO));

        assertEquals("M3", messages.sendToPerson("P1", draft).id());
        assertEquals(List.of(POST, LOOK, POST), asked());
    }

    @Test
    void aClockOfWebexThatIsALittleLateDoesNoHarm() throws Exception {
        webex.answer(503, "{}").answer(200, chat(Duration.ofSeconds(-4)));

        assertEquals("M2", messages.sendToPerson("P1", Draft.text("Calling 5")).id());
        assertEquals(List.of(POST, LOOK), asked());
    }

    @Test
    void inARoomItIsLookedForThere() throws Exception {
        webex.answer(503, "{}").answer(200, chat(Duration.ZERO));

        messages.sendToRoom("R1", Draft.text("Calling 5"));
        assertEquals(List.of(POST, "GET /v1/messages?max=50&roomId=R1"), asked());
    }

    @Test
    void whereABotMayNotLookItIsSentAgain() throws Exception {
        webex.answer(503, "{}").answer(403, "{}").answer(200, message("M3", "Calling 5", Duration.ZERO));

        assertEquals("M3", messages.sendToPerson("P1", Draft.text("Calling 5")).id());
        assertEquals(List.of(POST, LOOK, POST), asked());
    }

    @Test
    void theThirdFailureIsTheLast() throws Exception {
        for (int i = 0; i < 2; i++) webex.answer(503, "{}").answer(200, NOBODY_THERE);
        webex.answer(503, "{}");

        assertThrows(WebexException.Refused.class, () -> messages.sendToPerson("P1", Draft.text("Calling 5")));
        assertEquals(List.of(POST, LOOK, POST, LOOK, POST), asked());
    }

    @Test
    void whenLookingHasTakenHalfAMinuteItIsGivenUp() throws Exception {
        webex.answer(comeAgainIn("15"))
                .answer(503, "{}")
                .answer(comeAgainIn("16"))
                .answer(200, NOBODY_THERE);

        assertThrows(WebexException.Refused.class, () -> messages.sendToPerson("P1", Draft.text("Calling 5")));
        assertEquals(List.of(POST, POST, LOOK, LOOK), asked());
    }

    @Test
    void ofALongTextOnlyThePartThatIsMissingIsSentAgain() throws Exception {
        webex.answer(200, message("M1", "x", Duration.ZERO))
                .answer(503, "{}")
                .answer(200, NOBODY_THERE)
                .answer(200, message("M2", "y", Duration.ZERO));

        String text = "one line of many\n".repeat(800);
        assertEquals("M2", messages.sendToPerson("P1", Draft.text(text)).id());
        assertEquals(List.of(POST, POST, LOOK, POST), asked());
    }

    private static MockResponse comeAgainIn(String seconds) {
        return ScriptedWebex.response(429, "{}")
                .setHeader("Retry-After", seconds)
                .build();
    }

    /** A chat in which the bot said so this long after now, as Webex lists it. */
    private String chat(Duration later) {
        return "{\"items\": [" + message("M1", "something else", later) + "," + message("M2", "Calling 5", later)
                + "]}";
    }

    private String message(String id, String markdown, Duration later) {
        return """
                {"id": "%s", "roomId": "R1", "roomType": "direct", "text": "x", "markdown": "%s", "personId": "P9",
                 "personEmail": "callbot@webex.bot", "created": "%s"}""".formatted(id, markdown, webex.clock.instant().plus(later));
    }

    private List<String> asked() throws InterruptedException {
        List<String> asked = new ArrayList<>();
        while (asked.size() < webex.requests()) {
            var request = webex.properRequest();
            asked.add(request.getMethod() + " " + request.getTarget());
        }
        return asked;
    }
}
