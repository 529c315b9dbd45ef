package callbot.store;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;

/** Short names for long texts, from which the text cannot be told (SHA-256). */
public final class Digest {

    /** All that SHA-256 makes. */
    public static final int WHOLE = 32;

    private Digest() {}

    /**
     * The digest of a text, in hexadecimal digits.
     *
     * @param bytes how much of it, up to {@link #WHOLE}; each is two digits
     */
    public static String of(String text, int bytes) {
        try {
            byte[] hash = MessageDigest.getInstance("SHA-256").digest(text.getBytes(StandardCharsets.UTF_8));
            return HexFormat.of().formatHex(hash, 0, bytes);
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("every JDK has SHA-256", e);
        }
    }
}
