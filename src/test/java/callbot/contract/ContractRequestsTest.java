package callbot.contract;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class ContractRequestsTest {

    private final Contract contract = Contract.load();

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "GET    | /v1/gadgets                          | the contract has no path /v1/gadgets",
                "GET    | /people/me                           | the contract has no path /people/me",
                "GET    | /v1/messages/                        | the contract has no path /v1/messages/",
                "GET    | /v1/messages/1/2                     | the contract has no path /v1/messages/1/2",
                "PATCH  | /v1/messages/1                       | the contract has no PATCH on /v1/messages/1",
                "DELETE | /v1/messages/direct                  | the contract has no DELETE on /v1/messages/direct",
                "GET    | /v1/people/me?expand=all             | the contract has no query parameter expand",
                "GET    | /v1/messages                         | query parameter roomId is missing",
                "GET    | /v1/messages?roomId=1&roomId=2       | query parameter roomId is there more than once",
                "GET    | /v1/messages?roomId=1&before=today   | query parameter before: does not match the date-time "
                        + "pattern must be a valid RFC 3339 date-time",
                "GET    | /v1/webhooks?max=many                | query parameter max: string found, integer expected",
                "GET    | /v1/webhooks?max=0                   | query parameter max: must have a minimum value of 1",
                "GET    | /v1/people/me?callingData=yes        | query parameter callingData: string found, boolean "
                        + "expected",
                "GET    | /v1/telephony/calls/history?type=lost | query parameter type: does not have a value in the "
                        + "enumeration [\"placed\", \"missed\", \"received\"]",
                "GET    | /v1/webhooks?max=%zz                 | the query has a broken escape",
            })
    void aRequestOutsideTheContractIsNamed(String method, String target, String violation) {
        assertEquals(List.of("request: " + violation), request(method, target));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "/v1/messages/direct?personEmail=a%40example.com",
                "/v1/messages?roomId=1&mentionedPeople=me,you&max=50",
                "/v1/webhooks?max=100",
                "/v1/people/me?callingData=true",
                "/v1/telephony/calls/history?type=missed",
                "/v1/authorize?response_type=code&client_id=C1&redirect_uri=https%3A%2F%2Fbot.example.com%2Fredirect&scope=a+b",
            })
    void aRequestInsideTheContractIsFine(String target) {
        assertEquals(List.of(), request("GET", target));
    }

    @Test
    void operationsAreRememberedAndALiteralPathIsNoId() {
        request("GET", "/v1/telephony/calls/history");
        request("GET", "/v1/telephony/calls/1");
        request("POST", "/v1/telephony/calls/members/me/dial");
        request("GET", "/v1/nowhere");

        assertEquals(Set.of("listCallHistory", "getCall", "meDial"), contract.operationsSeen());
    }

    private List<String> request(String method, String target) {
        byte[] none = {};
        return contract.violations(method, target, "", none, 200, "", none).stream()
                .filter(violation -> violation.startsWith("request:"))
                .toList();
    }
}
