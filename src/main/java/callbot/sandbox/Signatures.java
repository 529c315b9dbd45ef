package callbot.sandbox;

import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.util.HexFormat;
import java.util.Map;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;

/** The headers by which a receiver knows that a delivery comes from Webex. */
final class Signatures {

    private Signatures() {}

    /** The signatures of these bytes with this secret, by header. */
    static Map<String, String> of(String secret, byte[] body) {
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
