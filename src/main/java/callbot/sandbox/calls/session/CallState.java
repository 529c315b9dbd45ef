package callbot.sandbox.calls.session;

/**
 * Where a call stands for one of its users.
 *
 * <pre>
 *   dial ──▶ alerting (clickToDial) ──▶ connecting (originator) ──▶ connected ◀──▶ held
 *   incoming ──▶ alerting (terminator) ───────────────────────────▶ connected ◀──▶ remoteHeld
 *   each of them ──▶ disconnected
 * </pre>
 */
public enum CallState {
    /** The other side is being rung. */
    CONNECTING("connecting"),
    /** The user's own phone rings. */
    ALERTING("alerting"),
    /** They talk. */
    CONNECTED("connected"),
    /** The user has put the other on hold. */
    HELD("held"),
    /** The other has put the user on hold. */
    REMOTE_HELD("remoteHeld"),
    /** It is over. */
    DISCONNECTED("disconnected");

    private final String wireName;

    CallState(String wireName) {
        this.wireName = wireName;
    }

    /** As Webex writes it. */
    public String wireName() {
        return wireName;
    }

    /** Whether it has been answered, and is not over. */
    public boolean isAnswered() {
        return this == CONNECTED || this == HELD || this == REMOTE_HELD;
    }
}
