package callbot.webex.calling;

import callbot.json.Json;
import callbot.webex.WebexId;

/**
 * A call that has begun: the user's own device rings.
 *
 * @param callId the user's side of it
 */
public record BegunCall(String callId, CallKey key) {

    static BegunCall from(Json json) {
        String callId = WebexId.required(json, "callId");
        return new BegunCall(
                callId, new CallKey(WebexId.at(json, "callSessionId").orElse(callId)));
    }
}
