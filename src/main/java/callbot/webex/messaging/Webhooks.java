package callbot.webex.messaging;

import callbot.json.Json;
import callbot.webex.Secret;
import callbot.webex.WebexClient;
import callbot.webex.WebexException;
import callbot.webex.WebexId;
import java.util.List;

/**
 * The webhooks of a token's owner.
 *
 * @see <a href="https://developer.webex.com/docs/api/v1/webhooks">Webhooks</a>
 */
public final class Webhooks {

    private final WebexClient webex;

    /** Webhooks at this Webex. */
    public Webhooks(WebexClient webex) {
        this.webex = webex;
    }

    /** All webhooks of the token's owner, those of other apps among them. */
    public List<Webhook> list(Secret token) {
        return webex.list(token, "/webhooks?max=100", Webhook::from);
    }

    /** Registers a webhook. */
    public void create(Secret token, String name, String targetUrl, String resource, String event, Secret secret) {
        webex.post(
                token,
                "/webhooks",
                Json.object()
                        .put("name", name)
                        .put("targetUrl", targetUrl)
                        .put("resource", resource)
                        .put("event", event)
                        .put("secret", secret.reveal()));
    }

    /** Changes where a webhook delivers to and how it signs, and makes it active again. */
    public void repair(Secret token, String id, String name, String targetUrl, Secret secret) {
        webex.put(
                token,
                "/webhooks/" + WebexId.inPath(id),
                Json.object()
                        .put("name", name)
                        .put("targetUrl", targetUrl)
                        .put("secret", secret.reveal())
                        .put("status", "active"));
    }

    /** Removes a webhook, unless somebody else has done so already. */
    public void delete(Secret token, String id) {
        try {
            webex.delete(token, "/webhooks/" + WebexId.inPath(id));
        } catch (WebexException.Refused refused) {
            if (refused.status() != 404) throw refused;
        }
    }
}
