package callbot.contract;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.charset.StandardCharsets;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class ContractRequestBodiesTest {

    private static final String JSON = "application/json";
    private static final String FORM = "application/x-www-form-urlencoded";

    private final Contract contract = Contract.load();

    @Test
    void aBodyThatIsDemandedMustBeThere() {
        assertEquals(List.of("request: the body is missing"), request("/v1/telephony/calls/dial", "", ""));
    }

    @Test
    void aBodyThatIsNotForeseenMustNotBeThere() {
        assertEquals(List.of("request: there must be no body"), violations("GET", "/v1/people/me", JSON, "{}"));
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "''         | the content type is \"\", not one of [application/json]",
                "text/plain | the content type is \"text/plain\", not one of [application/json]",
            })
    void theContentTypeMustBeForeseen(String contentType, String violation) {
        assertEquals(
                List.of("request: " + violation),
                request("/v1/telephony/calls/dial", contentType, "{\"destination\":\"5\"}"));
    }

    @Test
    void theContentTypeMayNameTheCharset() {
        assertEquals(
                List.of(),
                request("/v1/telephony/calls/dial", "Application/JSON; charset=utf-8", "{\"destination\":\"5\"}"));
    }

    @ParameterizedTest
    @ValueSource(strings = {"{", "{} {}", "{\"destination\":\"5\",\"destination\":\"6\"}"})
    void aBodyThatIsNotOneClearJsonDocumentIsRefused(String body) {
        List<String> violations = request("/v1/telephony/calls/dial", JSON, body);

        assertEquals(1, violations.size());
        assertTrue(violations.getFirst().startsWith("request: the body is not JSON: "), violations.getFirst());
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "/telephony/calls/dial | {}                                       | required property 'destination' not found",
                "/telephony/calls/dial | {'destination':5}                        | /destination integer found, string expected",
                "/telephony/calls/dial | {'destination':null}                     | /destination null found, string expected",
                "/telephony/calls/dial | {'destination':'5','note':'hi'}          | /note is not in the contract",
                "/telephony/calls/dial | {'destination':'5','endpointId':'1','singleNumberReachPhoneNumber':'2'} "
                        + "| must not be valid to the schema {'required':['endpointId','singleNumberReachPhoneNumber']}",
                "/messages             | {'text':'x','roomId':'1','toPersonId':'2'} "
                        + "| must be valid to one and only one schema, but 2 are valid with indexes '0, 1'",
                "/webhooks             | {'name':'n','targetUrl':'https://a.example','resource':'phones','event':'all'} "
                        + "| /resource does not have a value in the enumeration ['attachmentActions', 'dataSources', "
                        + "'memberships', 'messages', 'rooms', 'meetings', 'recordings', 'convergedRecordings', "
                        + "'meetingParticipants', 'meetingTranscripts', 'telephony_calls', 'telephony_conference', "
                        + "'telephony_mwi', 'uc_counters', 'serviceApp', 'adminBatchJobs', 'all']",
                "/messages             | {'roomId':'1','attachments':[{'name':'c','contentType':"
                        + "'application/vnd.microsoft.card.adaptive','content':{'type':'AdaptiveCard','version':'1.3'}}]} "
                        + "| /attachments/0/name is not in the contract",
            },
            quoteCharacter = '`')
    void aWrongFieldIsNamedWithItsPlace(String path, String body, String violation) {
        List<String> violations = request("/v1" + path, JSON, body.replace('\'', '"'));

        assertEquals(
                List.of(("request: " + violation).replace('\'', '"')),
                violations.stream().map(found -> found.replace('\'', '"')).toList());
    }

    @Test
    void theLengthOfAMessageIsCountedInBytes() {
        assertEquals(List.of(), request("/v1/messages", JSON, message("a".repeat(7439))));
        assertEquals(
                List.of("request: /text must be at most 7439 bytes long, but has 7440"),
                request("/v1/messages", JSON, message("ä".repeat(3720))));
    }

    @Test
    void theElementsOfACardAndTheInputsOfAnActionAreNotTheContractsBusiness() {
        String card = """
                {"toPersonId": "1", "markdown": "m", "attachments": [{
                  "contentType": "application/vnd.microsoft.card.adaptive",
                  "content": {"type": "AdaptiveCard", "version": "1.3", "msteams": {"width": "full"},
                    "body": [{"type": "TextBlock", "text": "t", "wrap": true}],
                    "actions": [{"type": "Action.Submit", "title": "Answer", "data": {"any": {"thing": 1}}}]}}]}""";
        String action = """
                {"type": "submit", "messageId": "1", "inputs": {"any": {"thing": [1]}}}""";

        assertEquals(List.of(), request("/v1/messages", JSON, card));
        assertEquals(List.of(), request("/v1/attachment/actions", JSON, action));
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "grant_type=refresh_token&client_id=C1&refresh_token=r | required property 'client_secret' not found",
                "grant_type=refresh_token&client_id=C1&client_secret=s&refresh_token=r&code=c | /code is not in the contract",
                "grant_type=refresh_token&client_id=C1&client_secret=s&refresh_token=r&refresh_token=q "
                        + "| /refresh_token is there more than once",
                "grant_type=refresh_token&client_secret=100%                 | the form has a broken escape",
                "grant_type=authorization_code&client_id=C1&client_secret=s&code=c&redirect_uri=over+there "
                        + "| /redirect_uri does not match the uri pattern must be a valid RFC 3986 URI",
            },
            quoteCharacter = '`')
    void aFormIsJudgedByTheGrantThatItComesClosestTo(String form, String violation) {
        assertEquals(List.of("request: " + violation), request("/v1/access_token", FORM, form));
    }

    @Test
    void tokensAreNotAskedForInJson() {
        assertEquals(
                List.of("request: the content type is \"application/json\", not one of [" + FORM + "]"),
                request("/v1/access_token", JSON, "{\"grant_type\":\"refresh_token\"}"));
    }

    @Test
    void aFormInPartsIsJudgedByItsParts() {
        String type = "multipart/form-data; boundary=b";
        String room = "--b\r\nContent-Disposition: form-data; name=\"roomId\"\r\n\r\n1\r\n";
        String colour = "--b\r\nContent-Disposition: form-data; name=\"colour\"\r\n\r\nred\r\n";
        assertEquals(List.of(), request("/v1/messages", type, room + "--b--"));
        assertEquals(
                List.of("request: /colour is not in the contract"),
                request("/v1/messages", type, room + colour + "--b--"));
        assertEquals(List.of("request: the form has no parts"), request("/v1/messages", type, "--b--"));
    }

    private List<String> request(String target, String contentType, String body) {
        return violations("POST", target, contentType, body);
    }

    private List<String> violations(String method, String target, String contentType, String body) {
        return contract
                .violations(method, target, contentType, body.getBytes(StandardCharsets.UTF_8), 200, "", new byte[0])
                .stream()
                .filter(violation -> violation.startsWith("request:"))
                .toList();
    }

    private static String message(String text) {
        return "{\"roomId\":\"1\",\"text\":\"" + text + "\"}";
    }
}
