package callbot.webex.calling;

/** What the caller hears when a call is rejected. */
public enum Rejection {
    /** The busy tone, or the user's voicemail. */
    BUSY("busy"),
    /** That the user cannot be reached just now. */
    TEMPORARILY_UNAVAILABLE("temporarilyUnavailable"),
    /** That it rings on. */
    IGNORE("ignore");

    private final String wireName;

    Rejection(String wireName) {
        this.wireName = wireName;
    }

    /** As Webex writes it. */
    String wireName() {
        return wireName;
    }
}
