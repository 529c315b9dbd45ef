package callbot.store;

import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.SecureRandom;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Base64;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import javax.crypto.Cipher;
import javax.crypto.Mac;
import javax.crypto.spec.GCMParameterSpec;
import javax.crypto.spec.SecretKeySpec;

/**
 * A store whose values are sealed with AES-256-GCM (NIST SP 800-38D) before they reach the store below. The entry's key is
 * the associated data, so a value that was moved to another key does not open. Keys are not hidden, only values.
 */
public final class SealedStateStore implements StateStore {

    private static final String CHECK = "seal:check";
    private static final int RESEALED_AT_ONCE = 100;
    private static final int IV_BYTES = 12;
    private static final int TAG_BITS = 128;

    private final StateStore below;
    private final List<SecretKeySpec> keys;
    private final SecureRandom random;

    private SealedStateStore(StateStore below, List<SecretKeySpec> keys, SecureRandom random) {
        this.below = below;
        this.keys = keys;
        this.random = random;
    }

    /**
     * Seals what goes into this store.
     *
     * @param passphrases the secrets from which keys are derived: the first seals, all of them open, so that a secret can
     *     be changed by putting the new one in front
     * @throws DoesNotOpenException if the store was sealed with none of these
     */
    public static SealedStateStore over(StateStore below, List<String> passphrases, SecureRandom random) {
        var store = new SealedStateStore(
                below, passphrases.stream().map(SealedStateStore::derive).toList(), random);
        if (store.get(CHECK).isEmpty()) store.put(CHECK, "callbot", FOREVER);
        if (!store.isSealedByFirst(CHECK)) store.reseal();
        return store;
    }

    /**
     * Seals everything with the first key, so that the others are no longer needed; the mark that says so comes last, and only
     * if nothing has failed.
     */
    private void reseal() {
        List<String> others =
                below.keys("").stream().filter(key -> !key.equals(CHECK)).toList();
        new AtOnce(RESEALED_AT_ONCE).forEach(others, this::resealOne);
        resealOne(CHECK);
    }

    private void resealOne(String key) {
        if (isSealedByFirst(key)) return;
        below.get(key)
                .ifPresent(ciphertext -> opened(key, ciphertext)
                        .ifPresent(value -> below.replace(
                                key,
                                ciphertext,
                                seal(key, value),
                                below.remaining(key).orElse(FOREVER))));
    }

    private boolean isSealedByFirst(String key) {
        return below.get(key)
                .flatMap(ciphertext -> open(keys.getFirst(), key, ciphertext))
                .isPresent();
    }

    @Override
    public Optional<String> get(String key) {
        return below.get(key).map(ciphertext -> open(key, ciphertext));
    }

    @Override
    public Map<String, String> get(Collection<String> keys) {
        Map<String, String> found = new HashMap<>();
        below.get(keys).forEach((key, ciphertext) -> found.put(key, open(key, ciphertext)));
        return found;
    }

    /**
     * Sealing the same value twice gives two texts, so what is compared below is the very text that was read there. If
     * somebody has stored the same value again meanwhile, the change is tried again.
     */
    @Override
    public boolean change(List<Change> changes) {
        while (true) {
            List<Change> sealed = new ArrayList<>();
            boolean compares = false;
            for (Change change : changes) {
                switch (change) {
                    case Change.Put(String key, String value, Duration lifetime) ->
                        sealed.add(new Change.Put(key, seal(key, value), lifetime));
                    case Change.PutIfAbsent(String key, String value, Duration lifetime) ->
                        sealed.add(new Change.PutIfAbsent(key, seal(key, value), lifetime));
                    case Change.PutIfPresent(String key, String value, Duration lifetime) ->
                        sealed.add(new Change.PutIfPresent(key, seal(key, value), lifetime));
                    case Change.Delete delete -> sealed.add(delete);
                    case Change.Replace(String key, String expected, String value, Duration lifetime) -> {
                        Optional<String> found = below.get(key);
                        if (!found.map(text -> open(key, text)).equals(Optional.of(expected))) return false;
                        sealed.add(new Change.Replace(key, found.get(), seal(key, value), lifetime));
                        compares = true;
                    }
                    case Change.DeleteIf(String key, String expected) -> {
                        Optional<String> found = below.get(key);
                        if (!found.map(text -> open(key, text)).equals(Optional.of(expected))) return false;
                        sealed.add(new Change.DeleteIf(key, found.get()));
                        compares = true;
                    }
                }
            }
            if (below.change(sealed)) return true;
            if (!compares || changes.stream().anyMatch(Change.PutIfAbsent.class::isInstance)) return false;
        }
    }

    @Override
    public Optional<String> take(String key) {
        return below.take(key).map(ciphertext -> open(key, ciphertext));
    }

    @Override
    public List<String> keys(String prefix) {
        return below.keys(prefix);
    }

    @Override
    public Optional<Duration> remaining(String key) {
        return below.remaining(key);
    }

    @Override
    public void close() {
        below.close();
    }

    /** HKDF-Extract (RFC 5869): good for long random secrets, which all of ours are; not for passwords. */
    private static SecretKeySpec derive(String passphrase) {
        try {
            Mac mac = Mac.getInstance("HmacSHA256");
            mac.init(new SecretKeySpec("callbot state v1".getBytes(StandardCharsets.UTF_8), "HmacSHA256"));
            return new SecretKeySpec(mac.doFinal(passphrase.getBytes(StandardCharsets.UTF_8)), "AES");
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException("every JDK has HmacSHA256", e);
        }
    }

    private String seal(String key, String value) {
        byte[] iv = new byte[IV_BYTES];
        random.nextBytes(iv);
        try {
            byte[] text = cipher(Cipher.ENCRYPT_MODE, keys.getFirst(), iv, key)
                    .doFinal(value.getBytes(StandardCharsets.UTF_8));
            byte[] ciphertext = ByteBuffer.allocate(IV_BYTES + text.length)
                    .put(iv)
                    .put(text)
                    .array();
            return Base64.getEncoder().encodeToString(ciphertext);
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException("every JDK has AES-GCM", e);
        }
    }

    private String open(String key, String ciphertext) {
        return opened(key, ciphertext).orElseThrow(() -> new DoesNotOpenException(key));
    }

    private Optional<String> opened(String key, String ciphertext) {
        return keys.stream()
                .flatMap(candidate -> open(candidate, key, ciphertext).stream())
                .findFirst();
    }

    private static Optional<String> open(SecretKeySpec candidate, String key, String ciphertext) {
        try {
            byte[] bytes = Base64.getDecoder().decode(ciphertext);
            byte[] iv = Arrays.copyOf(bytes, IV_BYTES);
            byte[] text =
                    cipher(Cipher.DECRYPT_MODE, candidate, iv, key).doFinal(bytes, IV_BYTES, bytes.length - IV_BYTES);
            return Optional.of(new String(text, StandardCharsets.UTF_8));
        } catch (GeneralSecurityException | IllegalArgumentException e) {
            return Optional.empty(); // not sealed with this key, or not sealed at all
        }
    }

    private static Cipher cipher(int mode, SecretKeySpec key, byte[] iv, String entry) throws GeneralSecurityException {
        Cipher cipher = Cipher.getInstance("AES/GCM/NoPadding");
        cipher.init(mode, key, new GCMParameterSpec(TAG_BITS, iv));
        cipher.updateAAD(entry.getBytes(StandardCharsets.UTF_8));
        return cipher;
    }
}
