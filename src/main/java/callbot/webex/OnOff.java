package callbot.webex;

import callbot.json.Json;
import callbot.json.JsonException;

/** Whether something is on. What Webex does not say plainly is not guessed: it would be told to the user as a fact. */
final class OnOff {

    private OnOff() {}

    /** @throws JsonException if it does not say so */
    static boolean of(Json json) {
        String enabled = json.at("enabled").scalar().orElse("");
        if (!enabled.equals("true") && !enabled.equals("false")) throw new JsonException("\"enabled\" is missing");
        return enabled.equals("true");
    }
}
