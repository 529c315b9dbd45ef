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
 * @param signatures the headers that say who sends it; none if the webhook has no secret
 * @param fault what goes wrong with this delivery because somebody wants to see that; absent if nothing does
 */
record Delivery(Webhook webhook, String target, String body, Map<String, String> signatures, Optional<String> fault) {

    /** With this as the event, signed if the webhook has a secret. */
    static Delivery to(Webhook webhook, String body) {
        Map<String, String> signatures = webhook.secret()
                .map(secret -> signatures(secret, body.getBytes(StandardCharsets.UTF_8)))
                .orElse(Map.of());
        return new Delivery(webhook, webhook.target().toString(), body, signatures, Optional.empty());
    }

    /** The same, with which this goes wrong. */
    Delivery spoilt(String how) {
        String all = fault.map(before -> before + ", " + how).orElse(how);
        return new Delivery(webhook, target, body, signatures, Optional.of(all));
    }

    private static Map<String, String> signatures(String secret, byte[] body) {
        return Map.of(
                "X-Spark-Signature",
                hmac("HmacSHA1", secret, body),
                "X-Webex-Signature",
                "SHA-256=" + hmac("HmacSHA256", secret, body) + ", SHA-512=" + hmac("HmacSHA512", secret, body));
    }

    private static String hmac(String algorithm, String secret, byte[] body) {
        try {
            Mac mac = Mac.getInstance(algorithm);
            mac.init(new SecretKeySpec(secret.getBytes(StandardCharsets.UTF_8), algorithm));
            return HexFormat.of().formatHex(mac.doFinal(body));
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException(e); // every Java platform has these three
        }
    }
}
