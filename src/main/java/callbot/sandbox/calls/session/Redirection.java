package callbot.sandbox.calls.session;

import callbot.json.Json;
import callbot.json.ObjectWriter;
import callbot.sandbox.base.CallParty;

/**
 * A call came by way of somebody.
 *
 * @param reason one of Webex's reasons, such as {@code divert} or {@code callQueue}
 * @param by who sent it on
 */
public record Redirection(String reason, CallParty by) {

    /** As Webex writes it. */
    public ObjectWriter toJson() {
        return Json.object().put("reason", reason).put("redirectingParty", by.toJson());
    }
}
