package callbot.check;

import callbot.json.Json;
import callbot.json.ObjectWriter;
import java.util.Locale;

/**
 * What was looked at, and what was found. Neither names a secret.
 *
 * @param topic in a word or two, such as {@code bot token}
 * @param what a sentence
 * @param cure what to do about it, in sentences; empty if there is nothing to do
 */
public record Finding(String topic, Result result, String what, String cure) {

    /** What a finding means for the bot. */
    public enum Result {
        /** As it should be. */
        GOOD("✔"),
        /** It works, and may still be a mistake. */
        ODD("!"),
        /** The bot does not work like this. */
        BAD("✘"),
        /** It could not be looked at, because of something else. */
        UNKNOWN("–");

        private final String mark;

        Result(String mark) {
            this.mark = mark;
        }
    }

    /** As it should be. */
    public static Finding good(String topic, String what) {
        return new Finding(topic, Result.GOOD, what, "");
    }

    /** Perhaps a mistake. */
    public static Finding odd(String topic, String what, String cure) {
        return new Finding(topic, Result.ODD, what, cure);
    }

    /** Wrong. */
    public static Finding bad(String topic, String what, String cure) {
        return new Finding(topic, Result.BAD, what, cure);
    }

    static Finding unknown(String topic, String why) {
        return new Finding(topic, Result.UNKNOWN, why, "");
    }

    /** Whether the bot cannot work like this. */
    public boolean isBad() {
        return result == Result.BAD;
    }

    /** For a person: a line, and below it, set in, the cure. */
    public String toText() {
        String line = "%s %-12s %s".formatted(result.mark, topic, what);
        return cure.isEmpty() ? line : line + "\n  " + " ".repeat(13) + "→ " + cure;
    }

    /** For a program. */
    public Json toJson() {
        ObjectWriter json = Json.object()
                .put("topic", topic)
                .put("result", result.name().toLowerCase(Locale.ROOT))
                .put("what", what);
        return (cure.isEmpty() ? json : json.put("cure", cure)).toJson();
    }
}
