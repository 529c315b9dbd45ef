package callbot.sandbox.wire;

import callbot.json.Json;
import callbot.json.JsonException;
import callbot.json.ObjectWriter;
import callbot.sandbox.traffic.Exchange;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.UnaryOperator;
import java.util.stream.Stream;

/** All there is to know about a line, but for the secrets in it. */
final class WireDetails {

    private final Masks masks;
    private final Curl curl;

    WireDetails(Masks masks) {
        this.masks = masks;
        this.curl = new Curl(masks);
    }

    /** Both halves of the exchange, with headers and bodies, and the request for the shell. */
    ObjectWriter of(Exchange exchange) {
        UnaryOperator<String> mask = masks.in(texts(exchange));
        String start = exchange.method() + " " + exchange.target();
        String end = exchange.status() == 0 ? "no answer" : "HTTP " + exchange.status();
        return Json.object()
                .put("request", half(mask, start, exchange.requestHeaders(), exchange.requestBody()))
                .put("answer", half(mask, end, exchange.responseHeaders(), exchange.responseBody()))
                .put("curl", curl.of(exchange));
    }

    /** What is known of something that was written down; what it says is not. */
    ObjectWriter of(StoreChange change) {
        return Json.object()
                .put(
                        "facts",
                        Stream.of(
                                        List.of("operation", change.operation()),
                                        List.of("kind of entry", change.kind()),
                                        List.of("size", change.size() + " characters, stored encrypted (AES-256-GCM)"),
                                        List.of(
                                                "done",
                                                change.happened() ? "yes" : "no: the entry was not as expected"),
                                        List.of("by", "thread " + change.thread()))
                                .map(List::copyOf)
                                .toList());
    }

    /** Every text of an exchange in which there may be a secret. */
    static List<String> texts(Exchange exchange) {
        List<String> texts =
                new ArrayList<>(List.of(exchange.target(), exchange.requestBody(), exchange.responseBody()));
        Stream.of(exchange.requestHeaders(), exchange.responseHeaders())
                .flatMap(headers -> headers.values().stream())
                .forEach(texts::addAll);
        return texts;
    }

    /** Whether this header holds a signature: whoever has one can send the same event again. */
    static boolean isSignature(String header) {
        return header.equalsIgnoreCase("x-spark-signature");
    }

    private static ObjectWriter half(
            UnaryOperator<String> mask, String start, Map<String, List<String>> headers, String body) {
        List<List<String>> lines = new ArrayList<>();
        new TreeMap<>(headers)
                .forEach((name, values) -> values.forEach(
                        value -> lines.add(List.of(name, isSignature(name) ? "$SIGNATURE" : mask.apply(value)))));
        return Json.object()
                .put("start", mask.apply(start))
                .put("headers", lines)
                .put("body", mask.apply(pretty(body)));
    }

    private static String pretty(String body) {
        try {
            return Json.parse(body).toPrettyString();
        } catch (JsonException e) {
            return body;
        }
    }
}
