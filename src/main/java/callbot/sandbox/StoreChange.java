package callbot.sandbox;

import callbot.json.Json;
import callbot.json.JsonException;
import java.time.Duration;
import java.util.Optional;

/**
 * Something that the bot has written down, or let go of. What it was is not told, only of which kind.
 *
 * @param begun when
 * @param operation the method of the store
 * @param key under which key
 * @param size how many characters the value has, 0 if there is none
 * @param progress for an event in the inbox: how far the work on it has come; else absent
 * @param happened whether it was done; an entry that is there already is not put again
 * @param duration how long it took
 * @param thread the name of the thread that did it
 */
record StoreChange(
        Begun begun,
        String operation,
        String key,
        int size,
        Optional<String> progress,
        boolean happened,
        Duration duration,
        String thread) {

    static final String INBOX = "inbox";

    /** The kind of what is stored: the key up to its first colon. */
    String kind() {
        return key.split(":", 2)[0];
    }

    /**
     * How far the work on an event has come, by what the inbox remembers of it.
     *
     * @param before what was there, empty if that is not known
     * @param after what is written
     */
    static Optional<String> progress(String key, String before, String after) {
        if (!key.startsWith(INBOX + ":")) return Optional.empty();
        Optional<String> state = state(after);
        return state.isPresent() && state.equals(state(before)) ? Optional.of("TAKEN_OVER") : state;
    }

    private static Optional<String> state(String entry) {
        try {
            return Json.parse(entry).text("state");
        } catch (JsonException e) {
            return Optional.empty();
        }
    }
}
