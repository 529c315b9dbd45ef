package callbot.sandbox;

import java.nio.charset.StandardCharsets;
import java.util.Map;
import java.util.Optional;

/** An event to be delivered to a webhook. */
record Errand(Webhook webhook, Parcel parcel) {

    /** With this as the event, signed if the webhook has a secret. */
    static Errand to(Webhook webhook, String body) {
        Map<String, String> signatures = webhook.secret()
                .map(secret -> Signatures.of(secret, body.getBytes(StandardCharsets.UTF_8)))
                .orElse(Map.of());
        return new Errand(webhook, new Parcel(webhook.target().toString(), body, signatures, Optional.empty()));
    }

    /** The same, with which this goes wrong. */
    Errand spoilt(String how) {
        return new Errand(webhook, parcel.spoilt(how));
    }
}
