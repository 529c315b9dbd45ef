package callbot.sandbox;

import static org.junit.jupiter.api.Assertions.assertEquals;

import callbot.contract.Contract;
import callbot.sandbox.traffic.Exchange;
import callbot.sandbox.webex.FakeWebex;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;

/** Holds all that went over the wire against the contract, which neither the fake nor the bot has written. */
public final class Agreement {

    private static final Contract CONTRACT = Contract.load();

    private Agreement() {}

    /** What the fake took and answered, or told, against the contract; and what it took that it should have refused. */
    public static void assertKept(FakeWebex fake) {
        List<String> broken = new ArrayList<>();
        for (Exchange exchange : fake.exchanges()) {
            for (String violation : violations(exchange)) broken.add(exchange + ": " + violation);
        }
        assertEquals(List.of(), broken);
    }

    private static List<String> violations(Exchange exchange) {
        if (exchange.direction() == Exchange.Direction.TO_BOT) {
            return CONTRACT.deliveryViolations(bytes(exchange.requestBody()));
        }
        if (exchange.status() == 0) return List.of();
        boolean taken = exchange.status() < 400;
        return CONTRACT
                .violations(
                        exchange.method(),
                        exchange.target().replaceFirst("/([?]|$)", "$1"), // Webex's own SDK asks for /webhooks/
                        String.join("", exchange.requestHeaders().getOrDefault("content-type", List.of())),
                        bytes(exchange.requestBody()),
                        exchange.status(),
                        String.join("", exchange.responseHeaders().getOrDefault("content-type", List.of())),
                        bytes(exchange.responseBody()))
                .stream()
                .filter(violation -> taken || violation.startsWith("answer:"))
                .filter(violation ->
                        !violation.endsWith("no query parameter after")) // the cursor of a Link header is Webex's own
                .toList();
    }

    private static byte[] bytes(String text) {
        return text.getBytes(StandardCharsets.UTF_8);
    }
}
