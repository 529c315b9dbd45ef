package callbot.webex.calling;

import callbot.webex.WebexId;

/**
 * What a call is known by from its beginning to its end, whoever names it: its session, or its id if Webex names none. Webex
 * writes ids in several forms; two keys of one call are equal.
 *
 * @param text in the one form in which it is compared, and remembered under; see {@link WebexId#key}
 */
public record CallKey(String text) {

    private static final String TYPE = "CALL";

    public CallKey {
        text = WebexId.key(TYPE, text);
    }

    /** Whether two ids are of the same side of a call, however Webex has written them. */
    public static boolean areSame(String oneCallId, String otherCallId) {
        return oneCallId.equals(otherCallId) || idKey(oneCallId).equals(idKey(otherCallId));
    }

    /** The id of one side of a call in the one form in which it is compared. */
    public static String idKey(String callId) {
        return WebexId.key(TYPE, callId);
    }

    @Override
    public String toString() {
        return text;
    }
}
