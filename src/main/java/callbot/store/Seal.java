package callbot.store;

import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.Provider;
import java.util.Arrays;
import java.util.Base64;
import java.util.Optional;
import javax.crypto.Cipher;
import javax.crypto.Mac;
import javax.crypto.spec.GCMParameterSpec;
import javax.crypto.spec.SecretKeySpec;

/**
 * Seals values with one secret, by AES-256-GCM (NIST SP 800-38D). The entry's name is the associated data, so a value that was
 * moved to another name does not open.
 *
 * <pre>
 *   secret ── HKDF (RFC 5869) ─┬─ key of values
 *                              └─ key of IVs
 *   IV     = the first 96 bits of HMAC-SHA256(key of IVs, length of name, name, value)
 *   sealed = "2:" + base64(IV, AES-256-GCM(key of values, IV, name, value))
 * </pre>
 *
 * <p><b>Why the IV is not random.</b> GCM must never seal two different texts with one IV. A random IV keeps that by chance, this one
 * because it depends on all that is sealed: only the same value of the same entry has the same IV, and then the sealed text is the
 * same too. That is what makes it useful: a store that sees only sealed texts can compare them, so that "replace if it still
 * is this value" takes one step and no reading before it. The price: who watches the store can tell that an entry has the same
 * value as it had at another time. Different entries with one value look different.
 */
final class Seal {

    /** The text that the key derivation of this program begins with. */
    private static final String SALT = "callbot state v1";

    private static final String CIPHER = "AES/GCM/NoPadding";
    private static final String MARK = "2:";
    private static final int IV_BYTES = 12;
    private static final int TAG_BITS = 128;

    private final SecretKeySpec valueKey;
    private final Mac ivMac; // only ever cloned, which saves the setting up

    /** What the version before sealed with, an IV at random in front. */
    private final SecretKeySpec oldKey;

    /** Looked up once: to find it takes as long as to seal. */
    private final Provider provider = provider();

    private Seal(SecretKeySpec valueKey, Mac ivMac, SecretKeySpec oldKey) {
        this.valueKey = valueKey;
        this.ivMac = ivMac;
        this.oldKey = oldKey;
    }

    /** The seal of a secret that is long and random, as all of ours are; this is nothing for passwords. */
    static Seal of(String secret) {
        byte[] extracted = hmac(SALT.getBytes(StandardCharsets.UTF_8)).doFinal(secret.getBytes(StandardCharsets.UTF_8));
        return new Seal(
                new SecretKeySpec(expand(extracted, "values"), "AES"),
                hmac(expand(extracted, "IVs")),
                new SecretKeySpec(extracted, "AES"));
    }

    /** HKDF-Expand for one block, which is all that is needed. */
    private static byte[] expand(byte[] extracted, String purpose) {
        Mac mac = hmac(extracted);
        mac.update(purpose.getBytes(StandardCharsets.UTF_8));
        mac.update((byte) 1);
        return mac.doFinal();
    }

    private static Mac hmac(byte[] key) {
        try {
            Mac mac = Mac.getInstance("HmacSHA256");
            mac.init(new SecretKeySpec(key, "HmacSHA256"));
            return mac;
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException("every JDK has HmacSHA256", e);
        }
    }

    /** The sealed text of a value, always the same for the same entry and value. */
    String seal(String name, String value) {
        byte[] associated = name.getBytes(StandardCharsets.UTF_8);
        byte[] plain = value.getBytes(StandardCharsets.UTF_8);
        byte[] iv = iv(associated, plain);
        try {
            byte[] text = cipher(Cipher.ENCRYPT_MODE, valueKey, iv, associated).doFinal(plain);
            byte[] sealed = Arrays.copyOf(iv, IV_BYTES + text.length);
            System.arraycopy(text, 0, sealed, IV_BYTES, text.length);
            return MARK + Base64.getEncoder().encodeToString(sealed);
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException("every JDK has AES-GCM", e);
        }
    }

    private byte[] iv(byte[] name, byte[] value) {
        try {
            Mac mac = (Mac) ivMac.clone();
            mac.update(ByteBuffer.allocate(Integer.BYTES).putInt(0, name.length));
            mac.update(name);
            return Arrays.copyOf(mac.doFinal(value), IV_BYTES);
        } catch (CloneNotSupportedException e) {
            throw new IllegalStateException("the JDK's HmacSHA256 can be cloned", e);
        }
    }

    /** The value of a sealed text; absent if it was not sealed with this secret for this entry, or was changed since. */
    Optional<String> open(String name, String sealed) {
        boolean old = !isNew(sealed);
        try {
            byte[] bytes = Base64.getDecoder().decode(old ? sealed : sealed.substring(MARK.length()));
            byte[] iv = Arrays.copyOf(bytes, IV_BYTES);
            byte[] plain = cipher(
                            Cipher.DECRYPT_MODE, old ? oldKey : valueKey, iv, name.getBytes(StandardCharsets.UTF_8))
                    .doFinal(bytes, IV_BYTES, bytes.length - IV_BYTES);
            return Optional.of(new String(plain, StandardCharsets.UTF_8));
        } catch (GeneralSecurityException | IllegalArgumentException e) {
            return Optional.empty();
        }
    }

    /** Whether a text was sealed as this class seals, and not as the version before did. */
    static boolean isNew(String sealed) {
        return sealed.startsWith(MARK);
    }

    private static Provider provider() {
        try {
            return Cipher.getInstance(CIPHER).getProvider();
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException("every JDK has AES-GCM", e);
        }
    }

    private Cipher cipher(int mode, SecretKeySpec key, byte[] iv, byte[] associated) throws GeneralSecurityException {
        Cipher cipher = Cipher.getInstance(CIPHER, provider);
        cipher.init(mode, key, new GCMParameterSpec(TAG_BITS, iv));
        cipher.updateAAD(associated);
        return cipher;
    }
}
