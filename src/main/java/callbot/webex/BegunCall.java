package callbot.webex;

import callbot.json.Json;

/**
 * A call that has begun: the user's own device rings.
 *
 * @param key what the call is known by, see {@link Call#key}
 */
public record BegunCall(String callId, String key) {

    static BegunCall from(Json json) {
        String callId = WebexId.required(json, "callId");
        return new BegunCall(callId, WebexId.at(json, "callSessionId").orElse(callId));
    }
}
