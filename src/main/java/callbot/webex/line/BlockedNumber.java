package callbot.webex.line;

import callbot.json.Json;
import callbot.text.OthersText;
import callbot.webex.WebexId;
import java.util.Optional;

/**
 * A number from which nobody can call a user.
 *
 * @param id by which it is let through again
 */
public record BlockedNumber(String id, String number) {

    private static final int LONGEST = 128;

    /** Absent if it has no id or no number, for then nothing could be done with it. */
    static Optional<BlockedNumber> from(Json json) {
        return WebexId.at(json, "id")
                .flatMap(id -> json.text("phoneNumber")
                        .map(OthersText::onOneLine)
                        .filter(number -> !number.isBlank() && number.length() <= LONGEST)
                        .map(number -> new BlockedNumber(id, number)));
    }

    /** Whether this is the same number, however it is written. */
    public boolean is(String other) {
        return number.replaceAll("[^0-9*#]", "").equals(other.replaceAll("[^0-9*#]", ""));
    }
}
