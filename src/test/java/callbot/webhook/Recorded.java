package callbot.webhook;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;

/** Deliveries as Webex makes them. */
final class Recorded {

    private static final Path DELIVERIES = Path.of("src/test/resources/callbot/contract/deliveries");

    private Recorded() {}

    /** The names of all of them. */
    static List<String> names() {
        try (Stream<Path> files = Files.list(DELIVERIES)) {
            return files.map(file -> file.getFileName().toString().replace(".json", ""))
                    .sorted()
                    .toList();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** The body of this one. */
    static String body(String name) {
        try {
            return Files.readString(DELIVERIES.resolve(name + ".json")).strip();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** Somebody wrote the message with this id. */
    static String message(String id, String personId) {
        return """
                {"resource": "messages", "event": "created", "data": {"id": "%s", "roomId": "room", "roomType": "direct",
                 "personId": "%s", "personEmail": "somebody@example.com"}}""".formatted(id, personId);
    }

    /** Somebody pressed a button. */
    static String press(String id, String personId) {
        return """
                {"resource": "attachmentActions", "event": "created",
                 "data": {"id": "%s", "personId": "%s", "type": "submit"}}""".formatted(id, personId);
    }

    /** Somebody's call rings. */
    static String call(String callId, String personId) {
        return """
                {"resource": "telephony_calls", "event": "created", "createdBy": "%2$s", "actorId": "%2$s",
                 "data": {"eventType": "received", "eventTimestamp": "2025-08-05T16:48:19.360Z", "callId": "%1$s",
                 "callSessionId": "session", "personality": "terminator", "state": "alerting"}}""".formatted(callId, personId);
    }

    static WebhookEvent parse(String body) {
        return WebhookEvent.parse(body.getBytes(StandardCharsets.UTF_8));
    }
}
