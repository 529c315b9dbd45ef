package callbot.webhook;

import callbot.http.Request;
import callbot.http.Response;
import callbot.store.StoreUnavailableException;
import callbot.webex.Secret;
import callbot.webex.messaging.Person;
import callbot.webhook.WebhookEvent.CallChanged;
import callbot.webhook.WebhookEvent.Ignored;
import callbot.webhook.WebhookEvent.MemberJoined;
import callbot.webhook.WebhookEvent.MessageCreated;
import callbot.webhook.WebhookEvent.Nudge;
import java.lang.System.Logger.Level;
import java.time.Clock;
import java.util.function.Predicate;

/**
 * Where Webex delivers. It verifies, reads, writes down and acknowledges; the work is done later, by others, because Webex
 * switches off webhooks that are slow to answer.
 */
public final class WebhookEndpoint {

    private final System.Logger log = System.getLogger(WebhookEndpoint.class.getName());
    private final HookKeys keys;
    private final String botKey;
    private final Predicate<MessageCreated> letsIn;
    private final Inbox inbox;
    private final Clock clock;

    /**
     * An endpoint that fills this inbox.
     *
     * @param botId the bot itself
     * @param letsIn whether a message of this person costs more than a look at who sent it
     */
    public WebhookEndpoint(HookKeys keys, String botId, Predicate<MessageCreated> letsIn, Inbox inbox, Clock clock) {
        this.keys = keys;
        this.botKey = Person.key(botId);
        this.letsIn = letsIn;
        this.inbox = inbox;
        this.clock = clock;
    }

    /** Takes a delivery of one of the bot's own webhooks. */
    public Response bot(Request request) {
        if (!isSigned(request, keys.botSecret())) return refused(request);
        return switch (WebhookEvent.parse(request.body())) {
            case CallChanged call -> refused(request); // users' webhooks have addresses and secrets of their own
            case Nudge nudge -> refused(request);
            case MemberJoined joined -> isBot(joined) ? accept(joined, request) : Response.empty(200);
            case Ignored ignored -> acknowledged(ignored);
            case WebhookEvent event -> isFromBot(event) ? Response.empty(200) : accept(event, request);
        };
    }

    /** Takes a delivery of one of somebody's own webhooks; whose, is in what was signed, and must fit the address. */
    public Response calls(Request request) {
        String pathKey = request.lastSegment();
        if (!isSigned(request, keys.callSecret(pathKey))) return refused(request);
        return switch (WebhookEvent.parse(request.body())) {
            case CallChanged call when isOf(call, pathKey) -> accept(call, request);
            case Nudge nudge when isOf(nudge, pathKey) -> accept(nudge.receivedAt(clock.instant()));
            case Ignored ignored -> acknowledged(ignored);
            default -> refused(request);
        };
    }

    private boolean isOf(WebhookEvent event, String pathKey) {
        return keys.pathKey(event.personId()).equals(pathKey);
    }

    /** Webex signed it, and switches off a webhook whose deliveries are refused too often. */
    private Response acknowledged(Ignored ignored) {
        log.log(Level.INFO, "event=webhook.ignored reason=\"{0}\"", ignored.why());
        return Response.empty(200);
    }

    private Response accept(Nudge nudge) {
        return accept(nudge, nudge.delivery());
    }

    private Response accept(WebhookEvent event, Request request) {
        return accept(event, request.text());
    }

    /** Webex sends nothing twice, so whatever is signed is refused only if it cannot be stored. */
    private Response accept(WebhookEvent event, String delivery) {
        if (event instanceof MessageCreated message && !letsIn.test(message)) return Response.empty(200);
        if (isOlderThanMemory(event)) return acknowledged(new Ignored("it happened too long ago"));
        try {
            Inbox.Acceptance acceptance = inbox.accept(event, delivery);
            if (acceptance == Inbox.Acceptance.TOO_MANY)
                log.log(Level.WARNING, "event=webhook.dropped id={0} reason=too-many-wait", event.correlationId());
            return Response.empty(200);
        } catch (StoreUnavailableException e) {
            log.log(Level.ERROR, "event=webhook.not-stored reason=\"{0}\"", e.getMessage());
            return Response.text(503, "This cannot be stored just now.\n").with("Retry-After", "5");
        }
    }

    /** Whether it could have been done already and forgotten since. */
    private boolean isOlderThanMemory(WebhookEvent event) {
        return event instanceof MessageCreated message
                && message.created()
                        .filter(at -> at.isBefore(clock.instant().minus(Inbox.MEMORY)))
                        .isPresent();
    }

    /** The bot is told of its own messages too. */
    private boolean isFromBot(WebhookEvent event) {
        return isBot(event) || event instanceof MessageCreated message && message.isFromABot();
    }

    private boolean isBot(WebhookEvent event) {
        return Person.key(event.personId()).equals(botKey);
    }

    private static boolean isSigned(Request request, Secret secret) {
        return new Signature(secret).matches(request.body(), request.header("X-Spark-Signature"));
    }

    private Response refused(Request request) {
        log.log(Level.WARNING, "event=webhook.refused path={0}", request.path());
        return Response.text(401, "The signature is missing or wrong.\n");
    }
}
