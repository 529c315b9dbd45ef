package callbot.contract;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.nio.charset.StandardCharsets;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class ContractAnswersTest {

    private static final String JSON = "application/json";
    private static final String CALLS = "/v1/telephony/calls";
    private static final String AUTHORIZE =
            "/v1/authorize?response_type=code&client_id=C1&redirect_uri=https%3A%2F%2Fbot.example.com&scope=a";

    private final Contract contract = Contract.load();

    @Test
    void theStatusMustBeForeseen() {
        assertEquals(
                List.of("answer: the contract has no status 418 for listCalls"),
                answer(CALLS, 418, JSON, "{\"items\":[]}"));
    }

    @Test
    void anAnswerMustBeOfAForeseenType() {
        assertEquals(
                List.of("answer: the content type is \"text/html\", not one of [application/json]"),
                answer(CALLS, 200, "text/html", "<p>No calls</p>"));
    }

    @Test
    void anAnswerThatIsForeseenMustBeThere() {
        assertEquals(List.of("answer: the body is missing"), answer(CALLS, 200, JSON, ""));
    }

    @Test
    void anAnswerThatIsNotForeseenMustNotBeThere() {
        assertEquals(List.of("answer: there must be no body"), violations("DELETE", "/v1/webhooks/1", 204, JSON, "{}"));
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "missed   | false | 2025-08-05T16:48:40Z      | ",
                "missed   | false | 2025-08-05T16:48:40+00:00 | ",
                "missed   | 0     | 2025-08-05T16:48:40Z      | /privacyEnabled integer found, boolean expected",
                "missed   | false | 2025-08-05                | /time does not match the date-time pattern must be a valid "
                        + "RFC 3339 date-time",
                "deferred | false | 2025-08-05T16:48:40Z      | /type does not have a value in the enumeration [\"placed\", "
                        + "\"missed\", \"received\"]",
            })
    void aWrongValueIsNamedWithItsPlace(String type, String privacy, String time, String violation) {
        String body =
                "{\"items\":[{\"type\":\"%s\",\"privacyEnabled\":%s,\"time\":\"%s\"}]}".formatted(type, privacy, time);

        assertEquals(
                violation == null ? List.of() : List.of("answer: /items/0" + violation),
                answer(CALLS + "/history", 200, JSON, body));
    }

    @Test
    void aFieldThatWebexDoesNotHaveIsAnInvention() {
        assertEquals(
                List.of("answer: /total is not in the contract"),
                answer(CALLS, 200, JSON, "{\"items\":[],\"total\":0}"));
        assertEquals(
                List.of("answer: /items/0/duration is not in the contract"),
                answer(CALLS + "/history", 200, JSON, """
                        {"items": [{"type": "missed", "privacyEnabled": false, "time": "2025-08-05T16:48:40Z",
                          "duration": 5}]}"""));
    }

    @Test
    void aValueThatTheContractKeepsExtensibleIsStillNotOursToExtend() {
        assertEquals(
                List.of(
                        "answer: /event does not have a value in the enumeration [\"created\", \"updated\", \"deleted\", "
                                + "\"started\", \"ended\", \"joined\", \"left\", \"migrated\", \"authorized\", \"deauthorized\", "
                                + "\"statusChanged\", \"all\"]"),
                answer("/v1/webhooks/1", 200, JSON, """
                        {"id": "1", "name": "n", "targetUrl": "https://bot.example.com", "resource": "messages",
                         "event": "archived", "status": "active", "created": "2025-08-05T16:48:40Z"}"""));
    }

    @Test
    void nullIsAllowedOnlyWhereTheContractSaysSo() {
        String endpoint = "/v1/telephony/config/people/1/preferredAnswerEndpoint";

        assertEquals(List.of(), answer(endpoint, 200, JSON, "{\"preferredAnswerEndpointId\":null,\"endpoints\":[]}"));
        assertEquals(
                List.of("answer: /endpoints null found, array expected"),
                answer(endpoint, 200, JSON, "{\"preferredAnswerEndpointId\":null,\"endpoints\":null}"));
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '`',
            value = {
                "{'message':'Call not found','trackingId':'T','errors':[{'description':'Call not found'}]} | ",
                "{'message':'Call not found','trackingId':'T'} | ",
                "{'message':'Call not found','trackingId':'T','errors':[{}]} | /errors/0 required property 'description' not found",
                "{'message':'Call not found'} | required property 'trackingId' not found",
            })
    void anErrorHasTheShapeOfWebexErrors(String body, String violation) {
        assertEquals(
                violation == null ? List.of() : List.of("answer: " + violation),
                answer(CALLS + "/1", 404, JSON, body.replace('\'', '"')));
    }

    @Test
    void theSignInPageIsHtmlOrARedirectWithoutABody() {
        assertEquals(List.of(), answer(AUTHORIZE, 200, "text/html; charset=utf-8", "<h1>Sign in</h1>"));
        assertEquals(List.of(), answer(AUTHORIZE, 302, "", ""));
        assertEquals(List.of("answer: there must be no body"), answer(AUTHORIZE, 302, "text/html", "Gone there"));
    }

    private List<String> answer(String target, int status, String contentType, String body) {
        return violations("GET", target, status, contentType, body);
    }

    private List<String> violations(String method, String target, int status, String contentType, String body) {
        byte[] bytes = body.getBytes(StandardCharsets.UTF_8);
        return contract.violations(method, target, "", new byte[0], status, contentType, bytes);
    }
}
