package callbot.webex;

import callbot.json.Json;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/**
 * Call control for the owner of a token. Each command is accepted at once; its effect comes later, as an event.
 *
 * @see <a href="https://developer.webex.com/docs/api/v1/call-controls">Call controls</a>
 */
public final class Calls {

    private static final String CALLS = "/telephony/calls";

    private final WebexClient webex;

    /** Calls at this Webex. */
    public Calls(WebexClient webex) {
        this.webex = webex;
    }

    /** The calls that the user has now. */
    public List<Call> list(Secret token) {
        return webex.list(token, CALLS, Call::from);
    }

    /** Makes the user's own devices ring, and calls the destination when one is picked up. */
    public void dial(Secret token, String destination) {
        webex.post(token, CALLS + "/dial", Json.object().put("destination", destination));
    }

    /** Answers a ringing call on the user's primary device. */
    public void answer(Secret token, String callId) {
        webex.post(token, CALLS + "/answer", Json.object().put("callId", callId));
    }

    /** Ends a call; one that rings is rejected as busy. */
    public void hangUp(Secret token, String callId) {
        webex.post(token, CALLS + "/hangup", Json.object().put("callId", callId));
    }

    /**
     * The last calls, at most 20 of each type, in no particular order.
     *
     * @param type absent for all types
     */
    public List<HistoryRecord> history(Secret token, Optional<HistoryRecord.Type> type) {
        String query = type.map(wanted -> "?type=" + wanted.name().toLowerCase(Locale.ROOT))
                .orElse("");
        return webex.list(token, CALLS + "/history" + query, HistoryRecord::from);
    }
}
