package callbot.store;

import java.nio.charset.StandardCharsets;
import java.time.Instant;

/**
 * A value of the state.
 *
 * @param expires when it is no longer there; {@link Instant#MAX} for never
 */
record Entry(String value, Instant expires) {

    private static final int LONGEST_KEY = 1000;
    private static final int LONGEST_VALUE = 1 << 20;

    /**
     * A value for this key. What is too long could be written to the file, but not be read at the next start.
     *
     * @throws IllegalArgumentException if the key or the value is too long
     */
    static Entry of(String key, String value, Instant expires) {
        if (key.isEmpty() || key.getBytes(StandardCharsets.UTF_8).length > LONGEST_KEY)
            throw new IllegalArgumentException("a key has " + key.length() + " characters");
        if (value.length() > LONGEST_VALUE)
            throw new IllegalArgumentException("the value of " + key + " has " + value.length() + " characters");
        return new Entry(value, expires);
    }

    Entry until(Instant otherTime) {
        return new Entry(value, otherTime);
    }

    boolean isLive(Instant now) {
        return expires.isAfter(now);
    }
}
