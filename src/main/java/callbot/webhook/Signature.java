package callbot.webhook;

import callbot.webex.Secret;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.MessageDigest;
import java.util.HexFormat;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;

/**
 * Whether a delivery comes from Webex: a keyed hash (HMAC, RFC 2104) over the body's bytes, exactly as they came.
 *
 * @param secret what the webhook was registered with
 * @see <a href="https://developer.webex.com/docs/receive-and-verify-webhooks">Receive and verify webhooks</a>
 */
public record Signature(Secret secret) {

    private static final Pattern SHA_256 = Pattern.compile("(?i)\\bsha-?256=([0-9a-f]{64})\\b");

    /**
     * Whether the body was signed with the secret.
     *
     * @param sha1 the header {@code X-Spark-Signature}: the HMAC-SHA1 in hex; without it nothing is believed
     * @param newer the header {@code X-Webex-Signature}; if it is there and names an HMAC-SHA256, that must be right too
     */
    public boolean matches(byte[] body, Optional<String> sha1, Optional<String> newer) {
        return sha1.filter(given -> equal(given, hmac("HmacSHA1", body))).isPresent()
                && newer.map(SHA_256::matcher)
                        .filter(Matcher::find)
                        .map(found -> equal(found.group(1), hmac("HmacSHA256", body)))
                        .orElse(true);
    }

    private String hmac(String algorithm, byte[] body) {
        return hmac(algorithm, secret, body);
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
