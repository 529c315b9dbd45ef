package callbot.sandbox.webhooks;

import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.util.HexFormat;
import java.util.Map;
import java.util.Optional;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;

/**
 * An event on its way to a webhook. Where it goes and what signs it was settled when it happened.
 *
 * @param webhook the webhook
 * @param target the address that the webhook names
 * @param body the event
 * @param signatures the header that says who sends it; none if the webhook has no secret
 * @param fault what goes wrong with this delivery because somebody wants to see that; absent if nothing does
 */
record Delivery(
        RegisteredWebhook webhook, String target, String body, Map<String, String> signatures, Optional<String> fault) {

    private static final String ALGORITHM = "HmacSHA1";

    /** With this as the body, signed if the webhook has a secret. */
    static Delivery to(RegisteredWebhook webhook, String body) {
        Map<String, String> signatures =
                webhook.secret().map(secret -> signature(secret, body)).orElse(Map.of());
        return new Delivery(webhook, webhook.target().toString(), body, signatures, Optional.empty());
    }

    /** The same, with which this goes wrong. */
    Delivery spoilt(String how) {
        String all = fault.map(before -> before + ", " + how).orElse(how);
        return new Delivery(webhook, target, body, signatures, Optional.of(all));
    }

    private static Map<String, String> signature(String secret, String body) {
        try {
            Mac mac = Mac.getInstance(ALGORITHM);
            mac.init(new SecretKeySpec(secret.getBytes(StandardCharsets.UTF_8), ALGORITHM));
            byte[] signature = mac.doFinal(body.getBytes(StandardCharsets.UTF_8));
            return Map.of("X-Spark-Signature", HexFormat.of().formatHex(signature));
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException(e); // every Java platform has it
        }
    }
}
