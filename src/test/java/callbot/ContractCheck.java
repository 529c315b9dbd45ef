package callbot;

import callbot.contract.CardRules;
import callbot.contract.Contract;
import callbot.sandbox.traffic.Exchange;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import tools.jackson.databind.json.JsonMapper;

/** Holds what went over the wire, either way, against Webex's contract, and each card against what Webex draws. */
final class ContractCheck {

    /** One contract for all scenes: to read it takes longer than most scenes do. */
    private static final Contract CONTRACT = Contract.load();

    private ContractCheck() {}

    /** What the contract does not allow. */
    static List<String> violations(List<Exchange> exchanges) {
        List<String> violations = new ArrayList<>();
        for (Exchange exchange : exchanges) {
            List<String> found = exchange.direction() == Exchange.Direction.TO_BOT
                    ? CONTRACT.deliveryViolations(utf8(exchange.requestBody()))
                    : judge(exchange);
            violations.addAll(cardViolations(exchange));
            if (isCardEdit(exchange)) continue;
            found.forEach(violation -> violations.add(exchange + ": " + violation));
        }
        return violations;
    }

    private static List<String> cardViolations(Exchange exchange) {
        boolean writes = exchange.target().startsWith("/v1/messages")
                && exchange.direction() == Exchange.Direction.TO_WEBEX
                && !exchange.requestBody().isEmpty();
        if (!writes) return List.of();
        return CardRules.violations(JsonMapper.shared().readTree(exchange.requestBody())).stream()
                .map(violation -> exchange + ": " + violation)
                .toList();
    }

    /** What the contract does not know, but clients of Cisco's own do: the bot tries it once. */
    private static boolean isCardEdit(Exchange exchange) {
        return exchange.method().equals("PUT")
                && exchange.target().startsWith("/v1/messages/")
                && exchange.requestBody().contains("\"attachments\"");
    }

    private static List<String> judge(Exchange exchange) {
        if (exchange.status() == 0 || exchange.target().startsWith("/v1/authorize")) return List.of();
        return CONTRACT.violations(
                exchange.method(),
                exchange.target(),
                contentType(exchange.requestHeaders()),
                utf8(exchange.requestBody()),
                exchange.status(),
                contentType(exchange.responseHeaders()),
                utf8(exchange.responseBody()));
    }

    private static String contentType(Map<String, List<String>> headers) {
        return headers.entrySet().stream()
                .filter(header -> header.getKey().equalsIgnoreCase("content-type"))
                .flatMap(header -> header.getValue().stream())
                .findFirst()
                .orElse("");
    }

    private static byte[] utf8(String text) {
        return text.getBytes(StandardCharsets.UTF_8);
    }
}
