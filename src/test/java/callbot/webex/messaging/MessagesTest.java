package callbot.webex.messaging;

import static callbot.webex.ScriptedWebex.TOKEN;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import callbot.card.Button;
import callbot.card.Button.AboutCall;
import callbot.json.Json;
import callbot.webex.ScriptedWebex;
import callbot.webex.WebexException;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class MessagesTest {

    private static final String MESSAGE = """
            {"id": "M1", "roomId": "R1", "roomType": "direct", "text": "/dial 5", "personId": "P1",
             "personEmail": "a@b.example", "created": "2025-08-05T16:48:00.000Z"}""";
    private static final Draft CARD = Draft.offering(
            "Incoming call from `John`",
            List.of(Button.say("Answer", "/answer", new AboutCall("C1", "S1")), Button.say("Help", "/help")));

    private final ScriptedWebex webex = new ScriptedWebex();
    private final Messages messages = new Messages(webex.client, TOKEN, webex.clock);

    @AfterEach
    void close() {
        webex.close();
    }

    @Test
    void aMessageIsRead() throws Exception {
        webex.answer(200, MESSAGE);

        assertEquals(
                new Messages.Message(
                        "M1",
                        "R1",
                        RoomType.DIRECT,
                        "P1",
                        Optional.of("a@b.example"),
                        "/dial 5",
                        Optional.empty(),
                        Optional.of(Instant.parse("2025-08-05T16:48:00Z"))),
                messages.get("M1"));

        var request = webex.exchange(200, MESSAGE);
        assertEquals("GET /v1/messages/M1", request.getMethod() + " " + request.getTarget());
    }

    @Test
    void aMessageMayHaveNoTextAndWhatWeDoNotKnow() {
        webex.answer(200, """
                {"id": "M1", "roomId": "R1", "personId": "P1", "text": null, "mood": {"is": ["new"]}}""");

        assertEquals("", messages.get("M1").text());
    }

    @Test
    void aPressOfAButtonIsRead() throws Exception {
        String press = """
                {"id": "A1", "type": "submit", "messageId": "M1", "inputs": {"command": "/answer", "call": "C1"},
                 "personId": "P1", "roomId": "R1", "created": "2025-08-05T16:48:00.000Z"}""";
        webex.answer(200, press);

        Json inputs = messages.press("A1");

        assertEquals(Optional.of("/answer"), inputs.text("command"));
        assertEquals(Optional.of("C1"), inputs.text("call"));
        var request = webex.exchange(200, press);
        assertEquals("GET /v1/attachment/actions/A1", request.getMethod() + " " + request.getTarget());
    }

    @Test
    void whatIsNotThereYetIsAskedForAgainForTwoToThreeSeconds() {
        webex.answer(404, "{}").answer(404, "{}").answer(404, "{}").answer(200, MESSAGE);
        assertEquals("M1", messages.get("M1").id());
        webex.answer(404, "{}").answer(200, "{\"id\": \"A1\", \"inputs\": {\"command\": \"/answer\"}}");
        assertEquals(Optional.of("/answer"), messages.press("A1").text("command"));

        Instant begun = webex.clock.instant();
        for (int i = 0; i < 4; i++) webex.answer(404, "{}");
        assertThrows(WebexException.Refused.class, () -> messages.get("M2"));
        long waited = Duration.between(begun, webex.clock.instant()).toMillis();
        assertTrue(waited >= 2_000 && waited <= 3_200, waited + " ms");
        assertEquals(10, webex.requests());
    }

    @Test
    void aPressMayComeWithoutInputs() {
        webex.answer(200, """
                {"id": "A1", "personId": "P1", "roomId": "R1", "messageId": "M1", "inputs": null}""");

        assertTrue(messages.press("A1").isAbsent());
    }

    @Test
    void aTextIsWrittenIntoARoom() throws Exception {
        webex.answer(200, MESSAGE);

        messages.sendToRoom("R1", Draft.text("Calling **5** ☎️"));

        var request = webex.exchange(200, MESSAGE);
        assertEquals("POST /v1/messages", request.getMethod() + " " + request.getTarget());
        assertEquals("{\"roomId\":\"R1\",\"markdown\":\"Calling **5** ☎️\"}", ScriptedWebex.body(request));
    }

    @Test
    void aTextIsWrittenToAPerson() throws Exception {
        webex.answer(200, MESSAGE);

        messages.sendToPerson("P1", Draft.text("hi"));

        assertEquals("{\"toPersonId\":\"P1\",\"markdown\":\"hi\"}", ScriptedWebex.body(webex.exchange(200, MESSAGE)));
    }

    @Test
    void buttonsGoAsACardWithTheTextAsFallback() throws Exception {
        webex.answer(200, MESSAGE);

        messages.sendToRoom("R1", CARD);

        Json body = Json.parse(ScriptedWebex.body(webex.exchange(200, MESSAGE)));
        assertEquals(Optional.of("Incoming call from `John`"), body.text("markdown"));
        assertEquals(1, body.list("attachments").size());
        Json attachment = body.list("attachments").getFirst();
        assertEquals(Optional.of("application/vnd.microsoft.card.adaptive"), attachment.text("contentType"));
        assertEquals(
                CARD.card().orElseThrow().toJson().toString(),
                attachment.at("content").toString());
    }

    @Test
    void aLongTextGoesInPartsInOrderWithTheCardUnderTheLast() throws Exception {
        for (int i = 0; i < 3; i++) webex.answer(200, MESSAGE);
        String text = "one line of many\n".repeat(1000);

        messages.sendToRoom("R1", new Draft(text, CARD.card(), Optional.empty()));

        var written = new StringBuilder();
        for (int i = 0; i < 3; i++) {
            Json body = Json.parse(ScriptedWebex.body(webex.exchange(200, MESSAGE)));
            written.append(body.requireText("markdown")).append("\n");
            assertEquals(i == 2 ? 1 : 0, body.list("attachments").size());
        }
        assertEquals(text, written.toString());
        assertEquals(3, webex.requests());
    }

    @Test
    void anAnswerGoesIntoTheThreadOfItsQuestion() throws Exception {
        webex.answer(200, MESSAGE.replace("\"text\"", "\"parentId\": \"M0\", \"text\""))
                .answer(200, MESSAGE);

        Draft answer = CARD.inThread(messages.get("M1").parentId());
        messages.sendToPerson("P1", answer);

        webex.request();
        Json body = Json.parse(ScriptedWebex.body(webex.exchange(200, MESSAGE)));
        assertEquals(Optional.of("M0"), body.text("parentId"));
        assertEquals(answer.parentId(), answer.after("Look:").parentId());
    }

    @ParameterizedTest
    @ValueSource(ints = {400, 404, 413})
    void whatIsRefusedWithItsCardInItsThreadIsSentAgainAsText(int status) throws Exception {
        webex.answer(status, "{}").answer(200, MESSAGE);

        assertEquals(
                "M1",
                messages.sendToPerson("P1", CARD.inThread(Optional.of("M0"))).id());

        webex.request();
        assertEquals(
                "{\"toPersonId\":\"P1\",\"markdown\":\"Incoming call from `John`\"}",
                ScriptedWebex.body(webex.exchange(200, MESSAGE)));
    }

    @Test
    void aTextThatIsTooLargeForWebexIsSentAgainInSmallerParts() throws Exception {
        String text = "one line of many\n".repeat(400).strip();
        webex.answer(400, "{}").answer(200, MESSAGE).answer(200, MESSAGE).answer(200, MESSAGE);

        messages.sendToRoom("R1", Draft.text(text));

        webex.request();
        var written = new StringBuilder();
        for (int i = 0; i < 3; i++) {
            String part =
                    Json.parse(ScriptedWebex.body(webex.exchange(200, MESSAGE))).requireText("markdown");
            assertTrue(part.length() <= 3_000);
            written.append(part).append("\n");
        }
        assertEquals(text, written.toString().strip());
    }

    @Test
    void whatCannotBeSimplerIsRefused() {
        webex.answer(400, "{}");

        assertThrows(WebexException.Refused.class, () -> messages.sendToRoom("R1", Draft.text("hi")));

        assertEquals(1, webex.requests());
    }

    @Test
    void whenAPartIsRefusedTheOthersAreNotSent() {
        webex.answer(200, MESSAGE).answer(403, "{}");

        assertThrows(
                WebexException.Refused.class,
                () -> messages.sendToRoom("R1", Draft.text("one line of many\n".repeat(1000))));

        assertEquals(2, webex.requests());
    }
}
