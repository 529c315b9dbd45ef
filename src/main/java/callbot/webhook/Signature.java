package callbot.webhook;

import callbot.webex.Secret;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.MessageDigest;
import java.util.HexFormat;
import java.util.Locale;
import java.util.Optional;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;

/**
 * Whether a delivery comes from Webex: a keyed hash (HMAC, RFC 2104) over the body's bytes, exactly as they came.
 *
 * @param secret what the webhook was registered with
 * @see <a href="https://developer.webex.com/docs/receive-and-verify-webhooks">Receive and verify webhooks</a>
 */
public record Signature(Secret secret) {

    /**
     * Whether the body was signed with the secret.
     *
     * @param sha1 the header {@code X-Spark-Signature}: the HMAC-SHA1 in hex; without it nothing is believed. No other header
     *     counts, since Webex documents none
     */
    public boolean matches(byte[] body, Optional<String> sha1) {
        return sha1.filter(given -> equal(given, hmac("HmacSHA1", secret, body)))
                .isPresent();
    }

    /** The HMAC in hex. */
    static String hmac(String algorithm, Secret key, byte[] message) {
        try {
            Mac mac = Mac.getInstance(algorithm);
            mac.init(new SecretKeySpec(key.reveal().getBytes(StandardCharsets.UTF_8), algorithm));
            return HexFormat.of().formatHex(mac.doFinal(message));
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException("every JDK has " + algorithm, e);
        }
    }

    /** Takes the same time wherever the difference is. */
    private static boolean equal(String given, String expected) {
        return MessageDigest.isEqual(
                given.strip().toLowerCase(Locale.ROOT).getBytes(StandardCharsets.UTF_8),
                expected.getBytes(StandardCharsets.UTF_8));
    }
}
