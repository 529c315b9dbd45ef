package callbot.contract;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.charset.StandardCharsets;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class ContractWebhooksTest {

    private static final String RINGING = """
            {"id": "1", "name": "calls", "resource": "telephony_calls", "event": "created", "orgId": "2", "createdBy": "3",
             "ownedBy": "creator", "status": "active", "actorId": "3", "created": "2025-07-01T13:31:06.813Z",
             "data": {"eventType": "received", "eventTimestamp": "2025-08-05T16:48:19.368Z", "callId": "4",
               "callSessionId": "5", "personality": "terminator", "state": "alerting",
               "remoteParty": {"number": "+12223334444", "privacyEnabled": false, "callType": "external"},
               "created": "2025-08-05T16:48:19.359Z"}}""";

    private final Contract contract = Contract.load();

    @Test
    void aWebhookAsWebexSendsItIsFine() {
        assertEquals(List.of(), violations(RINGING));
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '`',
            value = {
                "\"id\": \"1\"          | \"id\": \"1\", \"attempt\": 2      | /attempt is not in the contract",
                "\"callId\"             | \"roomId\": \"6\", \"callId\"      | /data/roomId is not in the contract",
                "\"number\"             | \"city\": \"Rome\", \"number\"     | /data/remoteParty/city is not in the contract",
                "\"actorId\": \"3\",    | ``                                 | required property 'actorId' not found",
                "\"alerting\"           | \"ringing\"                        | /data/state does not have a value in the "
                        + "enumeration [\"connecting\", \"alerting\", \"connected\", \"held\", \"remoteHeld\", "
                        + "\"disconnected\"]",
                "\"event\": \"created\" | \"event\": \"all\"                 | /event does not have a value in the "
                        + "enumeration [\"created\", \"updated\", \"deleted\"]",
                "16:48:19.368Z          | 16:48                              | /data/eventTimestamp does not match the "
                        + "date-time pattern must be a valid RFC 3339 date-time",
            })
    void aSlipIsNamedWithItsPlace(String right, String wrong, String violation) {
        assertEquals(List.of("webhook: " + violation), violations(RINGING.replace(right, wrong)));
    }

    @Test
    void aWebhookOfAnotherResourceIsRefused() {
        assertTrue(violations(RINGING.replace("telephony_calls", "meetings")).stream()
                .anyMatch(violation -> violation.startsWith("webhook: /resource does not have a value")));
    }

    @Test
    void aWebhookIsJson() {
        assertEquals(List.of("webhook: the body is missing"), violations(""));
    }

    private List<String> violations(String body) {
        return contract.deliveryViolations(body.getBytes(StandardCharsets.UTF_8));
    }
}
