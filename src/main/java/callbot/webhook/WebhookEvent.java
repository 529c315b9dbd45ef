package callbot.webhook;

import callbot.json.Json;
import callbot.json.JsonException;
import callbot.store.Digest;
import callbot.webex.Call;
import callbot.webex.Person;
import java.time.Instant;
import java.util.Optional;

/**
 * What a webhook tells.
 *
 * @see <a href="https://developer.webex.com/docs/webhooks">Webhooks</a>
 */
public sealed interface WebhookEvent {

    /** Who this is about: the one who wrote, pressed, or has the call; whose mailbox it goes to. */
    String personId();

    /** What the same event is known by when it comes again. Webex numbers neither events nor deliveries. */
    String key();

    /** A short name made from the {@link #key}: log lines and requests to Webex carry it. 8 hexadecimal digits. */
    default String correlationId() {
        return Digest.of(key(), 4);
    }

    /** Somebody wrote a message; what it says must be fetched. */
    record MessageCreated(String messageId, String roomId, boolean direct, String personId, String email)
            implements WebhookEvent {

        @Override
        public String key() {
            return "messages:created:" + messageId;
        }
    }

    /** Somebody pressed a button on a card; what it says must be fetched. */
    record CardSubmitted(String actionId, String personId) implements WebhookEvent {

        @Override
        public String key() {
            return "attachmentActions:created:" + actionId;
        }
    }

    /** Somebody joined a room that the bot is in; often the bot itself. */
    record MemberJoined(String membershipId, String roomId, boolean direct, String personId) implements WebhookEvent {

        @Override
        public String key() {
            return "memberships:created:" + membershipId;
        }
    }

    /**
     * Something happened to a call.
     *
     * @param personId whose call it is
     * @param eventType what happened, in Webex's words, which may grow
     * @param at when it happened; several events may share a time
     * @param answeredElsewhere whether it ended here because another device or person took it
     * @param via through what it came, such as a queue; absent if directly
     * @param data the event as it came
     */
    record CallChanged(
            String personId,
            Call call,
            String eventType,
            Instant at,
            boolean answeredElsewhere,
            Optional<String> via,
            Json data)
            implements WebhookEvent {

        @Override
        public String key() {
            return String.join(":", "telephony_calls", call.id(), call.state().name(), eventType, at.toString());
        }
    }

    /** Something that the bot has not asked for. */
    record Ignored(String what) implements WebhookEvent {

        @Override
        public String personId() {
            return "";
        }

        @Override
        public String key() {
            return what;
        }
    }

    /**
     * Reads the body of a delivery.
     *
     * @throws JsonException if it is not what Webex documents
     */
    static WebhookEvent parse(byte[] body) {
        Json delivery = Json.parse(body);
        String resource = delivery.requireText("resource");
        String event = delivery.requireText("event");
        Json data = delivery.at("data");
        return switch (resource + ":" + event) {
            case "messages:created" ->
                new MessageCreated(
                        data.requireText("id"),
                        data.requireText("roomId"),
                        isDirect(data),
                        Person.id(data.requireText("personId")),
                        data.requireText("personEmail"));
            case "attachmentActions:created" ->
                new CardSubmitted(data.requireText("id"), Person.id(data.requireText("personId")));
            case "memberships:created" ->
                new MemberJoined(
                        data.requireText("id"),
                        data.requireText("roomId"),
                        isDirect(data),
                        Person.id(data.requireText("personId")));
            case "telephony_calls:created", "telephony_calls:updated", "telephony_calls:deleted" ->
                new CallChanged(
                        Person.id(delivery.text("createdBy").orElseGet(() -> delivery.requireText("actorId"))),
                        Call.from(data),
                        data.text("eventType").orElse("unknown"),
                        data.instant("eventTimestamp")
                                .orElseThrow(() -> new JsonException("\"eventTimestamp\" is missing")),
                        data.flag("completedElsewhere"),
                        via(data),
                        data);
            default -> new Ignored(resource + ":" + event);
        };
    }

    private static boolean isDirect(Json data) {
        return data.text("roomType").orElse("").equals("direct");
    }

    private static Optional<String> via(Json data) {
        return data.list("redirections").stream()
                .flatMap(redirection -> redirection.at("redirectingParty").text("name").stream())
                .findFirst();
    }
}
