package callbot.webhook;

import callbot.json.Json;
import callbot.json.JsonException;
import callbot.store.Digest;
import callbot.webex.WebexId;
import callbot.webex.calling.Call;
import callbot.webex.messaging.Email;
import callbot.webex.messaging.Person;
import callbot.webex.messaging.RoomType;
import java.time.Instant;
import java.util.Locale;
import java.util.Optional;

/**
 * What a webhook tells.
 *
 * @see <a href="https://developer.webex.com/docs/webhooks">Webhooks</a>
 */
public sealed interface WebhookEvent {

    /** How long a {@link #correlationId} is before it is written in hexadecimal digits. */
    int CORRELATION_BYTES = 4;

    /** Who this is about: the one who wrote, pressed, or has the call; whose mailbox it goes to. */
    String personId();

    /** What the same event is known by when it comes again. Webex numbers neither events nor deliveries. */
    String key();

    /** A short name made from the {@link #key}: log lines and requests to Webex carry it. 8 hexadecimal digits. */
    default String correlationId() {
        return correlationId(key());
    }

    /** The short name of the event with this {@link #key}. */
    static String correlationId(String key) {
        return Digest.of(key, CORRELATION_BYTES);
    }

    /** Under which name this person's events are put in order, however Webex has written the id. */
    default String mailbox() {
        return Person.key(personId());
    }

    /**
     * Somebody wrote a message; what it says must be fetched.
     *
     * @param email of the writer; absent if Webex does not say
     * @param created when it was written; absent if Webex does not say
     */
    record MessageCreated(
            String messageId,
            String roomId,
            RoomType roomType,
            String personId,
            Optional<String> email,
            Optional<Instant> created)
            implements WebhookEvent {

        /** What the news of this message is known by. */
        public static String key(String messageId) {
            return "messages:created:" + messageId;
        }

        @Override
        public String key() {
            return key(messageId);
        }

        /** Whether a bot wrote it: two bots that answer each other never stop. */
        public boolean isFromABot() {
            return email.flatMap(Email::of).filter(Email::isOfABot).isPresent();
        }

        /** The delivery that tells of it. */
        String delivery() {
            return Json.object()
                    .put("resource", "messages")
                    .put("event", "created")
                    .put(
                            "data",
                            Json.object()
                                    .put("id", messageId)
                                    .put("roomId", roomId)
                                    .put("roomType", roomType.name().toLowerCase(Locale.ROOT))
                                    .put("personId", personId)
                                    .put("personEmail", email)
                                    .put("created", created.map(Instant::toString)))
                    .toString();
        }
    }

    /**
     * Somebody pressed a button on a card; what it says must be fetched.
     *
     * @param created when it was pressed; absent if Webex does not say
     */
    record CardSubmitted(String actionId, String personId, Optional<Instant> created) implements WebhookEvent {

        @Override
        public String key() {
            return "attachmentActions:created:" + actionId;
        }
    }

    /**
     * Somebody joined a room that the bot is in; often the bot itself.
     *
     * @param created when; absent if Webex does not say
     */
    record MemberJoined(
            String membershipId, String roomId, RoomType roomType, String personId, Optional<Instant> created)
            implements WebhookEvent {

        @Override
        public String key() {
            return "memberships:created:" + membershipId;
        }
    }

    /**
     * Something happened to a call.
     *
     * @param personId whose call it is
     * @param eventType what happened, in Webex's word, which may be a new one; "unknown" if there is none
     * @param at when it happened; several events may share a time; absent if Webex does not say
     * @param answeredElsewhere whether it ended here because another device or person took it
     * @param via through what it came, such as a queue; absent if directly
     * @param data the event as it came
     */
    record CallChanged(
            String personId,
            Call call,
            String eventType,
            Optional<Instant> at,
            boolean answeredElsewhere,
            Optional<String> via,
            Json data)
            implements WebhookEvent {

        /** Without a time, two events are told apart by all that they say. */
        @Override
        public String key() {
            String when = at.map(Instant::toString).orElseGet(() -> Digest.of(data.toString(), 8));
            return String.join(":", "telephony_calls", call.id(), call.state().name(), eventType, when);
        }

        /** @throws JsonException if it does not say whose call it is, or which */
        private static CallChanged read(Json delivery, String event) {
            Json data = delivery.at("data");
            Call call = Call.from(data);
            return new CallChanged(
                    owner(delivery),
                    event.equals("deleted") ? call.ended() : call,
                    word(data.text("eventType").orElse("")),
                    data.instant("eventTimestamp"),
                    data.flag("completedElsewhere"),
                    data.list("redirections").stream()
                            .flatMap(redirection -> redirection.at("redirectingParty").text("name").stream())
                            .findFirst(),
                    data);
        }
    }

    /**
     * Something that belongs to somebody has changed. Webex does not say what, or it is not known how it says so; it may say the
     * same of two changes, so each delivery is one of its own.
     */
    sealed interface Nudge extends WebhookEvent {

        /** When it came; absent until that is noted. */
        Optional<Instant> received();

        /** Webex's word for what has changed. */
        String resource();

        /** The same, which came at this time. */
        Nudge receivedAt(Instant time);

        @Override
        default String key() {
            return String.join(
                    ":",
                    resource(),
                    mailbox(),
                    received().map(Instant::toString).orElse(""));
        }

        /** The delivery, with when it came. */
        default String delivery() {
            return Json.object()
                    .put("resource", resource())
                    .put("event", "updated")
                    .put("createdBy", personId())
                    .put("data", Json.object().put("received", received().map(Instant::toString)))
                    .toString();
        }
    }

    /** Of somebody's voicemail: a message was left, heard or deleted. */
    record VoicemailChanged(String personId, Optional<Instant> received) implements Nudge {

        @Override
        public String resource() {
            return "telephony_mwi";
        }

        @Override
        public VoicemailChanged receivedAt(Instant time) {
            return new VoicemailChanged(personId, Optional.of(time));
        }
    }

    /** Of somebody's conference: it has begun or ended, or somebody in it was muted, put on hold, or taken in. */
    record ConferenceChanged(String personId, Optional<Instant> received) implements Nudge {

        @Override
        public String resource() {
            return "telephony_conference";
        }

        @Override
        public ConferenceChanged receivedAt(Instant time) {
            return new ConferenceChanged(personId, Optional.of(time));
        }
    }

    /**
     * A delivery that is of no use: something that the bot has not asked for, or of which it cannot be told who or what it is
     * about.
     *
     * @param why for the log; it names fields, and quotes nothing of what came
     */
    record Ignored(String why) implements WebhookEvent {

        @Override
        public String personId() {
            return "";
        }

        @Override
        public String key() {
            return why;
        }
    }

    /** Reads the body of a delivery, for what it has: who, and what. Whatever else is missing or odd does no harm. */
    static WebhookEvent parse(byte[] body) {
        try {
            return read(Json.parse(body).lenient());
        } catch (JsonException e) {
            return new Ignored(e.getMessage());
        }
    }

    private static WebhookEvent read(Json delivery) {
        String resource = delivery.requireText("resource");
        String event = delivery.requireText("event");
        Json data = delivery.at("data");
        return switch (resource + ":" + event) {
            case "messages:created" ->
                new MessageCreated(
                        WebexId.required(data, "id"),
                        WebexId.required(data, "roomId"),
                        RoomType.from(data),
                        WebexId.required(data, "personId"),
                        data.text("personEmail").filter(email -> !email.isBlank()),
                        data.instant("created"));
            case "attachmentActions:created" ->
                new CardSubmitted(
                        WebexId.required(data, "id"), WebexId.required(data, "personId"), data.instant("created"));
            case "memberships:created" ->
                new MemberJoined(
                        WebexId.required(data, "id"),
                        WebexId.required(data, "roomId"),
                        RoomType.from(data),
                        WebexId.required(data, "personId"),
                        data.instant("created"));
            case "telephony_calls:created", "telephony_calls:updated", "telephony_calls:deleted" ->
                CallChanged.read(delivery, event);
            case "telephony_mwi:updated" -> new VoicemailChanged(owner(delivery), data.instant("received"));
            case "telephony_conference:created", "telephony_conference:updated", "telephony_conference:deleted" ->
                new ConferenceChanged(owner(delivery), data.instant("received"));
            default -> new Ignored(word(resource) + ":" + word(event));
        };
    }

    /** Whose webhook it is. */
    private static String owner(Json delivery) {
        return WebexId.at(delivery, "createdBy").orElseGet(() -> WebexId.required(delivery, "actorId"));
    }

    /** One of Webex's words, if it looks like one: the keys and the log have room for no more. */
    private static String word(String text) {
        return text.matches("[A-Za-z0-9_-]{1,40}") ? text : "unknown";
    }
}
