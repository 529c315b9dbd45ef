package callbot.sandbox;

import callbot.sandbox.wire.EventNames;
import callbot.webhook.WebhookEvent;
import callbot.webhook.WebhookEvent.MessageCreated;
import java.nio.charset.StandardCharsets;
import java.util.Optional;

/** What the bot calls the events that it works on, so that the wire shows what belongs together. */
final class BotEvents {

    private BotEvents() {}

    static EventNames names() {
        return new EventNames(BotEvents::ofBody, id -> WebhookEvent.correlationId(MessageCreated.key(id)));
    }

    private static Optional<String> ofBody(String body) {
        return Optional.of(WebhookEvent.parse(body.getBytes(StandardCharsets.UTF_8)))
                .filter(event -> !(event instanceof WebhookEvent.Ignored))
                .map(WebhookEvent::correlationId);
    }
}
