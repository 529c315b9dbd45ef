package callbot.sandbox.wire;

import callbot.json.Json;
import callbot.json.JsonException;
import callbot.sandbox.api.Api;
import callbot.sandbox.traffic.Exchange;
import callbot.sandbox.wire.WireLine.Meaning;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/** What each request, webhook and change of the store is good for, from the table in {@code explanations.txt}. */
public final class Explanations {

    private static final String TABLE = "explanations.txt";

    private final List<Operation> operations = new ArrayList<>();
    private final Map<String, Meaning> others = new HashMap<>();

    /**
     * Something, and what it is good for.
     *
     * @param what its name: for a request the method, and the path with placeholders
     */
    record Explained(String what, Meaning meaning) {}

    private record Operation(String method, Pattern path, Explained explained) {}

    Explanations() {
        rows().forEach(row -> add(row.split("\\s*\\|\\s*", 3)));
    }

    /** Absent if the table does not know it. */
    Optional<Explained> of(Exchange exchange) {
        return switch (exchange.direction()) {
            case TO_WEBEX -> request(exchange.method(), path(exchange));
            case TO_BOT -> webhook(exchange);
        };
    }

    /** Absent if the table does not know it. */
    Optional<Explained> of(StoreChange change) {
        String what = change.progress().orElse(change.operation()).toLowerCase(Locale.ROOT);
        String row = "STORE " + change.kind() + " " + what;
        return Stream.of(change.happened() ? row : row + " in vain", row, "STORE " + change.kind())
                .flatMap(key -> Optional.ofNullable(others.get(key)).stream())
                .findFirst()
                .map(meaning -> new Explained(meaning.name(), meaning));
    }

    /** The path of a request below {@code /v1}, without query. */
    public static String path(Exchange exchange) {
        return exchange.target().split("\\?", 2)[0].replaceFirst("^" + Api.ROOT, "");
    }

    private Optional<Explained> request(String method, String path) {
        return operations.stream()
                .filter(one ->
                        one.method().equals(method) && one.path().matcher(path).matches())
                .findFirst()
                .map(Operation::explained);
    }

    private Optional<Explained> webhook(Exchange delivery) {
        try {
            Json event = Json.parse(delivery.requestBody());
            String what = event.requireText("resource") + " " + event.requireText("event");
            String row = "WEBHOOK " + what;
            boolean own = event.at("data").text("personEmail").orElse("").endsWith("@webex.bot");
            return Stream.of(delivery.isForged() ? "WEBHOOK forged" : own ? row + " by the bot" : row, row)
                    .flatMap(key -> Optional.ofNullable(others.get(key)).stream())
                    .findFirst()
                    .map(meaning -> new Explained("POST " + address(delivery) + " (" + what + ")", meaning));
        } catch (JsonException e) {
            return Optional.empty();
        }
    }

    /** The path of the bot's address, of which the last part may be long. */
    private static String address(Exchange delivery) {
        return URI.create(delivery.target()).getPath().replaceAll("[^/]{30,}", "…");
    }

    private void add(String[] row) {
        Meaning meaning = new Meaning(row[1], row[2]);
        String[] subject = row[0].split(" ", 2);
        if (subject[1].startsWith("/")) {
            Pattern path = Pattern.compile(subject[1].replaceAll("\\{\\w+}", "[^/]+"));
            operations.add(new Operation(subject[0], path, new Explained(row[0], meaning)));
        } else {
            others.put(row[0], meaning);
        }
    }

    private static List<String> rows() {
        try (InputStream in = Explanations.class.getResourceAsStream(TABLE)) {
            if (in == null) throw new IllegalStateException(TABLE + " is missing from the program");
            return new String(in.readAllBytes(), StandardCharsets.UTF_8)
                    .lines()
                    .filter(line -> !line.isBlank() && !line.startsWith("#"))
                    .toList();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
