package callbot.webex;

import callbot.json.Json;
import callbot.json.JsonException;

/** What Webex says when it refuses, in one of the three shapes in which it has been seen to say it. */
final class ErrorBody {

    private ErrorBody() {}

    /** Webex's own words; empty if there are none, for example because a gateway answered with HTML instead. */
    static String reason(byte[] body) {
        try {
            Json error = Json.parse(body);
            return error.list("errors").stream()
                    .flatMap(item -> item.text("description").stream())
                    .findFirst()
                    .or(() -> error.text("message"))
                    .or(() -> error.text("error"))
                    .orElse("");
        } catch (JsonException e) {
            return "";
        }
    }
}
