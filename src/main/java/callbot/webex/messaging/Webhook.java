package callbot.webex.messaging;

import callbot.json.Json;
import java.time.Instant;
import java.util.Optional;

/**
 * A registered webhook.
 *
 * @param event {@code created}, {@code all} ...
 * @param created when it was made; absent if Webex does not say
 * @param secret with what its deliveries are signed; Webex may keep it to itself
 */
public record Webhook(
        String id,
        String name,
        String targetUrl,
        String resource,
        String event,
        Optional<Instant> created,
        Optional<String> secret,
        boolean active) {

    static Webhook from(Json json) {
        return new Webhook(
                json.requireText("id"),
                json.text("name").orElse(""),
                json.text("targetUrl").orElse(""),
                json.text("resource").orElse(""),
                json.text("event").orElse(""),
                json.instant("created"),
                json.text("secret"),
                json.text("status").orElse("active").equals("active"));
    }

    /** It shows everything but the secret. */
    @Override
    public String toString() {
        return "Webhook[" + name + ", " + resource + ":" + event + " -> " + targetUrl + "]";
    }
}
