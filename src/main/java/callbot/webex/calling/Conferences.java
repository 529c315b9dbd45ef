package callbot.webex.calling;

import callbot.json.Json;
import callbot.webex.Secret;
import callbot.webex.WebexClient;
import callbot.webex.WebexException;
import java.util.List;
import java.util.Optional;

/**
 * The conference of the owner of a token. It has no id, so there is one at most. Each command is accepted at once; its effect
 * comes later.
 *
 * @see <a href="https://developer.webex.com/docs/api/v1/conference-controls">Conference controls</a>
 */
public final class Conferences {

    private static final String CONFERENCE = "/telephony/conference";

    private final WebexClient webex;

    /** The conferences of whoever's token it is. */
    public Conferences(WebexClient webex) {
        this.webex = webex;
    }

    /** The one that there is now; absent if there is none. */
    public Optional<Conference> current(Secret token) {
        try {
            return webex.get(token, CONFERENCE, Conference::from);
        } catch (WebexException.Refused e) {
            if (e.status() != 404) throw e;
            return Optional.empty(); // not documented, but what else could it mean
        }
    }

    /** Begins one with the other sides of these calls, at least two. */
    public void start(Secret token, List<String> callIds) {
        webex.post(token, CONFERENCE, Json.object().put("callIds", callIds));
    }

    /** Takes the other side of one more call in. */
    public void add(Secret token, String callId) {
        webex.post(token, CONFERENCE + "/addParticipant", Json.object().put("callId", callId));
    }

    /** Switches a microphone off: of the other side of this call, or the user's own if none is named. */
    public void mute(Secret token, Optional<String> callId) {
        webex.post(token, CONFERENCE + "/mute", Json.object().put("callId", callId));
    }

    /** Switches a microphone on: of the other side of this call, or the user's own if none is named. */
    public void unmute(Secret token, Optional<String> callId) {
        webex.post(token, CONFERENCE + "/unmute", Json.object().put("callId", callId));
    }

    /** Puts it on hold. */
    public void hold(Secret token) {
        webex.post(token, CONFERENCE + "/hold");
    }

    /** Takes it off hold. */
    public void resume(Secret token) {
        webex.post(token, CONFERENCE + "/resume");
    }

    /** Ends it for everybody. */
    public void end(Secret token) {
        webex.delete(token, CONFERENCE);
    }
}
