package callbot.sandbox.base;

import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.HexFormat;
import java.util.UUID;
import java.util.concurrent.locks.ReentrantLock;
import java.util.random.RandomGenerator;

/** Makes ids, tokens and codes that look as Webex's do. The same generator with the same seed makes the same ones. */
public final class Ids {

    /** The UUID of the organization that everybody here belongs to. */
    static final String ORG_UUID = "96abc2aa-3dcc-11e5-a152-fe34819cdc9a";

    private final RandomGenerator random;
    private final ReentrantLock lock = new ReentrantLock();

    public Ids(RandomGenerator random) {
        this.random = random;
    }

    /** The id by which Webex would call the thing of this type and name: base64url of a {@code ciscospark} URI. */
    public static String of(String type, String name) {
        return Base64.getUrlEncoder()
                .withoutPadding()
                .encodeToString(("ciscospark://us/" + type + "/" + name).getBytes(StandardCharsets.UTF_8));
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
