package callbot.webex.line;

import callbot.json.Json;
import callbot.text.OthersText;
import callbot.webex.WebexId;
import java.util.Optional;

/**
 * A queue whose calls a user may take.
 *
 * @param joined whether its calls reach the user; absent if Webex does not say
 * @param mayChange whether the user may say so; Webex leaves it open whether it is about joining as well as leaving
 * @param number absent if it has none
 * @param extension absent if it has none
 */
public record AgentQueue(
        String id, Optional<Boolean> joined, boolean mayChange, Optional<String> number, Optional<String> extension) {

    private static final int LONGEST = 128;

    /** Absent if it has no id, for then nothing could be done with it. */
    static Optional<AgentQueue> from(Json json) {
        return WebexId.at(json, "id")
                .map(id -> new AgentQueue(
                        id,
                        OnOff.said(json, "available"),
                        OnOff.said(json, "allowLogOffEnabled").orElse(true),
                        text(json, "phoneNumber"),
                        text(json, "extension")));
    }

    /** A text on one line; absent if it is none that could be a number or a name. */
    static Optional<String> text(Json json, String field) {
        return json.text(field).map(OthersText::onOneLine).filter(text -> !text.isBlank() && text.length() <= LONGEST);
    }
}
