package callbot.contract;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** The examples that come with the contract keep to it: what is forbidden here is not what Webex itself shows. */
class ContractExamplesTest {

    private static final Contract CONTRACT = Contract.load();

    static Stream<JsonNode> exchanges() throws IOException {
        return JsonMapper.shared().readTree(file("exchanges.json")).valueStream();
    }

    @ParameterizedTest
    @MethodSource("exchanges")
    void everyExampleExchangeKeepsToTheContract(JsonNode exchange) {
        JsonNode request = exchange.path("request");
        JsonNode answer = exchange.get("answer");

        assertEquals(
                List.of(),
                CONTRACT.violations(
                        exchange.get("method").asString(),
                        exchange.get("target").asString(),
                        request.path("contentType").asString(""),
                        body(request),
                        answer.get("status").asInt(),
                        answer.path("contentType").asString(""),
                        body(answer)));
    }

    @Test
    void theExamplesShowEveryOperation() throws IOException {
        Contract contract = Contract.load();

        exchanges().forEach(exchange -> {
            byte[] none = {};
            contract.violations(
                    exchange.get("method").asString(), exchange.get("target").asString(), "", none, 200, "", none);
        });

        assertEquals(contract.operations(), contract.operationsSeen());
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "attachmentActionsCreated",
                "membershipsCreated",
                "messagesCreated",
                "telephonyCallsCreatedReceived",
                "telephonyCallsDeleted",
                "telephonyCallsDeletedElsewhere",
                "telephonyCallsUpdatedAnswered",
                "telephonyCallsUpdatedRinging"
            })
    void everyExampleWebhookKeepsToTheContract(String name) throws IOException {
        assertEquals(List.of(), CONTRACT.deliveryViolations(file("deliveries/" + name + ".json")));
    }

    private static byte[] body(JsonNode message) {
        JsonNode body = message.path("body");
        String text = switch (message.path("contentType").asString("")) {
            case "application/json" -> body.toString();
            case "application/x-www-form-urlencoded" ->
                body.propertyStream()
                        .map(field -> field.getKey() + "=" + field.getValue().asString())
                        .collect(Collectors.joining("&"));
            default -> "";
        };
        return text.getBytes(StandardCharsets.UTF_8);
    }

    private static byte[] file(String name) throws IOException {
        try (InputStream file = ContractExamplesTest.class.getResourceAsStream(name)) {
            return file.readAllBytes();
        }
    }
}
