package callbot.webex;

import static callbot.webex.ScriptedWebex.TOKEN;
import static callbot.webex.ScriptedWebex.response;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import callbot.json.Json;
import callbot.webex.calling.Calls;
import callbot.webex.messaging.People;
import java.util.Optional;
import mockwebserver3.MockResponse;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** What comes from gateways, from half-broken servers, and from a Webex that refuses. */
class UnreadableAnswersTest {

    private static final String HTML = "<html><body><h1>502 Bad Gateway</h1></body></html>";

    private final ScriptedWebex webex = new ScriptedWebex();
    private final People people = new People(webex.client);

    @AfterEach
    void close() {
        webex.close();
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "{\"id\": \"1\", \"emails\": [\"a", "{} {}", "{}}", "{},", "\u0000", HTML})
    void aYesThatIsNoJsonIsNoAnswer(String body) {
        webex.answer(200, body);

        var failure = assertThrows(WebexException.Unanswered.class, () -> people.me(TOKEN));

        assertTrue(failure.getMessage().startsWith("Webex did not answer: what came cannot be read: "));
        assertEquals(1, webex.requests());
    }

    @Test
    void aPostWhoseYesIsNoJsonMayHaveHappened() {
        webex.answer(200, HTML);

        assertThrows(WebexException.Unanswered.class, () -> new Calls(webex.client).dial(TOKEN, "5", Optional.empty()));

        assertEquals(1, webex.requests());
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "{}",
                "[]",
                "null",
                "{'id': [], 'emails': ['a@b.c'], 'displayName': 'A'}",
                "{'id': '', 'emails': ['a@b.c'], 'displayName': 'A'}",
                "{'emails': ['a@b.c'], 'displayName': 'A'}"
            })
    void aYesWithoutWhatMustBeThereIsNoAnswer(String body) {
        webex.answer(200, body.replace('\'', '"'));

        assertThrows(WebexException.Unanswered.class, () -> people.me(TOKEN));
    }

    @Test
    void anItemWithoutWhatMustBeThereIsNoAnswer() {
        webex.answer(200, "{\"items\": [{\"state\": \"held\"}]}");

        assertThrows(WebexException.Unanswered.class, () -> new Calls(webex.client).list(TOKEN));
    }

    @Test
    void anUnreadableYesIsKnownByOurIdIfWebexGaveNone() throws Exception {
        webex.answer(200, "oops");

        var failure = assertThrows(WebexException.class, () -> people.me(TOKEN));

        assertEquals(webex.request().getHeaders().get("TrackingID"), failure.trackingId());
    }

    @Test
    void jsonIsReadWhateverItsContentType() {
        webex.answer(response(200, "{\"id\": \"1\"}")
                .setHeader("Content-Type", "text/html")
                .build());

        assertEquals("1", webex.client.<String>get(TOKEN, "/people/me", json -> json.requireText("id")));
    }

    @ParameterizedTest
    @CsvSource({"200, ''", "200, OK", "201, {}", "204, ''"})
    void toACommandYesIsEnough(int status, String body) {
        webex.answer(new MockResponse.Builder().code(status).body(body).build()).answer(status, body);

        new Calls(webex.client).answer(TOKEN, "1", Optional.empty());
        webex.client.put(TOKEN, "/x", Json.object());

        assertEquals(2, webex.requests());
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '`',
            value = {
                "{'message':'No.','errors':[{'description':'Call not found'}],'trackingId':'T'} | Call not found",
                "{'message':'The request was malformed.','trackingId':'T'}                      | The request was malformed.",
                "{'error':'invalid_client','error_description':'Unknown client'}                | invalid_client",
                "{'message':'No.','errors':[]}                                                  | No.",
                "{'message':'No.','errors':[{'errorCode':25008}]}                               | No.",
                "{'message':5}                                                                  | ``",
                "[1]                                                                            | ``",
                "{'message':'No                                                                 | ``",
                "<html>Bad Request</html>                                                       | ``",
                "``                                                                             | ``",
            })
    void aRefusalSaysWhyInWebexsOwnWordsIfThereAreAny(String body, String reason) {
        webex.answer(400, body.replace('\'', '"'));

        var failure = assertThrows(WebexException.Refused.class, () -> people.me(TOKEN));

        assertEquals(400, failure.status());
        assertEquals(reason, failure.reason());
        assertEquals("Webex answered 400" + (reason.isEmpty() ? "" : ": " + reason), failure.getMessage());
    }

    @Test
    void aGatewaysErrorPageIsARefusalWithoutWords() {
        for (int i = 0; i < 3; i++) {
            webex.answer(new MockResponse.Builder()
                    .code(502)
                    .setHeader("Content-Type", "text/html")
                    .body(HTML)
                    .build());
        }

        var failure = assertThrows(WebexException.Refused.class, () -> people.me(TOKEN));

        assertEquals("Webex answered 502", failure.getMessage());
    }

    @Test
    void aRedirectIsNotFollowed() {
        webex.answer(response(302, "")
                .setHeader("Location", webex.base() + "/elsewhere")
                .build());

        var failure = assertThrows(WebexException.Refused.class, () -> people.me(TOKEN));

        assertEquals(302, failure.status());
        assertEquals(1, webex.requests());
    }

    @Test
    void aRefusalIsKnownByWebexsIdOrElseByOurs() throws Exception {
        webex.answer(response(404, "{}").setHeader("TrackingID", "ROUTER_1").build())
                .answer(404, "{}");

        var named = assertThrows(WebexException.class, () -> people.me(TOKEN));
        var unnamed = assertThrows(WebexException.class, () -> people.me(TOKEN));

        assertEquals("ROUTER_1", named.trackingId());
        webex.request();
        assertEquals(webex.request().getHeaders().get("TrackingID"), unnamed.trackingId());
    }

    @Test
    void anAnswerOfOneMebibyteIsReadAndALargerOneIsNot() {
        int limit = 1 << 20;
        webex.answer(200, filled(limit)).answer(200, filled(limit + 1));

        assertEquals(limit, sizeOfNext());
        var failure =
                assertThrows(WebexException.Unanswered.class, () -> webex.client.post(TOKEN, "/x", Json.object()));

        assertTrue(failure.getMessage().endsWith("an answer of more than 1048576 bytes"), failure.getMessage());
    }

    private int sizeOfNext() {
        return webex.client.<Integer>get(TOKEN, "/x", json -> json.toString().length());
    }

    /** A JSON object of this many bytes, in two texts, because a single one must not be as long. */
    private static String filled(int bytes) {
        String more = "y".repeat(1000);
        String frame = "{\"text\":\"\",\"more\":\"" + more + "\"}";
        return frame.replace("\"\"", "\"" + "x".repeat(bytes - frame.length()) + "\"");
    }
}
