package callbot.sandbox.calls.session;

/** Whether a call is recorded. */
public enum Recording {
    STARTED("started"),
    PAUSED("paused"),
    STOPPED("stopped");

    private final String wireName;

    Recording(String wireName) {
        this.wireName = wireName;
    }

    /** As Webex writes it. */
    public String wireName() {
        return wireName;
    }
}
