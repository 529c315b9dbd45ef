package callbot.sandbox.traffic;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * One request and its answer, between the bot and Webex.
 *
 * @param number its place in the order in which things began, which is not the one in which they ended
 * @param time when it began
 * @param direction who asked whom
 * @param method the HTTP method
 * @param target path and query; for a delivery the whole URL that the webhook names
 * @param requestHeaders the request's headers, names in lower case
 * @param requestBody the request's body as text, empty if there was none
 * @param status the status of the answer, 0 if there was none
 * @param responseHeaders the answer's headers
 * @param responseBody the answer's body as text; for no answer the reason
 * @param duration from request to answer
 * @param fault what went wrong with it because somebody wanted to see that; absent if nothing did
 */
public record Exchange(
        long number,
        Instant time,
        Direction direction,
        String method,
        String target,
        Map<String, List<String>> requestHeaders,
        String requestBody,
        int status,
        Map<String, List<String>> responseHeaders,
        String responseBody,
        Duration duration,
        Optional<String> fault) {

    /** The fault of a delivery that does not come from Webex. */
    public static final String FORGED = "forged";

    /** Who asks whom. */
    public enum Direction {
        /** The bot, or a browser, asks Webex. */
        TO_WEBEX,
        /** Webex delivers an event to the bot. */
        TO_BOT
    }

    /** Whether somebody else pretends to be Webex. */
    public boolean isForged() {
        return fault.equals(Optional.of(FORGED));
    }

    /** In short, without headers and bodies: they hold tokens. */
    @Override
    public String toString() {
        return direction + " " + method + " " + target + " " + status;
    }
}
