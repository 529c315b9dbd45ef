package callbot.sandbox.base;

import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.HexFormat;
import java.util.Optional;
import java.util.UUID;
import java.util.concurrent.locks.ReentrantLock;
import java.util.random.RandomGenerator;
import java.util.regex.Pattern;

/** Makes ids, tokens and codes that look as Webex's do. The same generator with the same seed makes the same ones. */
public final class Ids {

    /** The UUID of the organization that everybody here belongs to. */
    static final String ORG_UUID = "96abc2aa-3dcc-11e5-a152-fe34819cdc9a";

    private static final String SCHEME = "ciscospark://";
    private static final String USUAL = SCHEME + "us/";
    private static final String REGION = SCHEME + "urn:TEAM:us-west-2_r/";

    private final RandomGenerator random;
    private final ReentrantLock lock = new ReentrantLock();

    public Ids(RandomGenerator random) {
        this.random = random;
    }

    /** The id by which Webex would call the thing of this type and name: base64url of a {@code ciscospark} URI. */
    public static String of(String type, String name) {
        return encode(USUAL + type + "/" + name);
    }

    /**
     * The usual form of an id, which may have come as one of a region, or padded. Two ids are of the same thing if this is
     * the same for both.
     */
    public static String usual(String id) {
        return uri(id).filter(uri -> uri.startsWith(SCHEME))
                .map(uri -> uri.split("/", 5))
                .filter(parts -> parts.length == 5)
                .map(parts -> of(parts[3], parts[4]))
                .orElse(id);
    }

    /** The text with all ids of this type in it as ids of a region, which Webex has too. */
    public static String withRegions(String type, String text) {
        String start =
                of(type, "").substring(0, of(type, "").length() - 1); // the last character depends on what follows
        return Pattern.compile(start + "[A-Za-z0-9_-]+")
                .matcher(text)
                .replaceAll(found -> uri(found.group())
                        .map(uri -> encode(REGION + uri.substring(USUAL.length())))
                        .orElse(found.group()));
    }

    private static Optional<String> uri(String id) {
        try {
            return Optional.of(new String(Base64.getUrlDecoder().decode(id), StandardCharsets.UTF_8));
        } catch (IllegalArgumentException e) {
            return Optional.empty();
        }
    }

    private static String encode(String uri) {
        return Base64.getUrlEncoder().withoutPadding().encodeToString(uri.getBytes(StandardCharsets.UTF_8));
    }

    /** A new id for a thing of this type, such as {@code MESSAGE}. */
    public String next(String type) {
        return of(type, uuid());
    }

    /** A new id for one half of a call. */
    public String nextCall() {
        return of("CALL", "callhalf-" + Long.toUnsignedString(bits()) + ":0");
    }

    /** A new id for a call session: base64 of a bare UUID, unlike all other ids. */
    public String nextSession() {
        return Base64.getEncoder().encodeToString(uuid().getBytes(StandardCharsets.UTF_8));
    }

    /** A new UUID, in lower case. */
    public String uuid() {
        return new UUID((bits() & 0xffffffffffff0fffL) | 0x4000L, (bits() & 0x3fffffffffffffffL) | 0x8000000000000000L)
                .toString();
    }

    /** A new secret of 256 bits, in hexadecimal digits. */
    public String nextSecret() {
        byte[] bytes = new byte[32];
        lock.lock();
        try {
            random.nextBytes(bytes);
        } finally {
            lock.unlock();
        }
        return HexFormat.of().formatHex(bytes);
    }

    /** A new access token: a secret, where it was made, and the organization, which Webex's own SDK reads out of it. */
    public String nextToken() {
        return nextSecret() + "_P0A1_" + ORG_UUID;
    }

    private long bits() {
        lock.lock();
        try {
            return random.nextLong();
        } finally {
            lock.unlock();
        }
    }
}
