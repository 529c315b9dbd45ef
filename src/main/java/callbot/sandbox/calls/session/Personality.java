package callbot.sandbox.calls.session;

/** What a user is in a call. */
public enum Personality {
    /** He calls. */
    ORIGINATOR("originator"),
    /** He is called. */
    TERMINATOR("terminator"),
    /** He asked for a call, and his own phone rings so that he can take it. */
    CLICK_TO_DIAL("clickToDial");

    private final String wireName;

    Personality(String wireName) {
        this.wireName = wireName;
    }

    /** As Webex writes it. */
    public String wireName() {
        return wireName;
    }
}
