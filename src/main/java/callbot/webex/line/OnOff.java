package callbot.webex.line;

import callbot.json.Json;
import callbot.json.JsonException;
import java.util.Optional;

/** Whether something is on. What Webex does not say plainly is not guessed: it would be told to the user as a fact. */
final class OnOff {

    private OnOff() {}

    /** What it says at this field; absent if it does not say so plainly. */
    static Optional<Boolean> said(Json json, String field) {
        return json.at(field)
                .scalar()
                .filter(text -> text.equals("true") || text.equals("false"))
                .map("true"::equals);
    }

    /** @throws JsonException if it does not say so */
    static boolean of(Json json) {
        return said(json, "enabled").orElseThrow(() -> new JsonException("\"enabled\" is missing"));
    }
}
