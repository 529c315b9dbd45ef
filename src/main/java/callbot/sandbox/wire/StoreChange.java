package callbot.sandbox.wire;

import callbot.sandbox.traffic.Begun;
import java.time.Duration;
import java.util.Optional;

/**
 * Something that the bot has written down, or let go of. What it was is not told, only of which kind.
 *
 * @param begun when
 * @param operation the method of the store
 * @param key under which key
 * @param size how many characters the value has, 0 if there is none
 * @param progress for an open event: how far the work on it has come; else absent
 * @param happened whether it was done; an entry that is there already is not put again
 * @param duration how long it took
 * @param thread the name of the thread that did it
 */
public record StoreChange(
        Begun begun,
        String operation,
        String key,
        int size,
        Optional<String> progress,
        boolean happened,
        Duration duration,
        String thread) {

    public static final String EVENT = "event";

    /** The kind of what is stored: the key up to its first colon or dot. */
    public String kind() {
        return key.split("[:.]", 2)[0];
    }
}
