package callbot.command;

/** Which calls are sent elsewhere. */
public enum ForwardWhen {
    /** All, so that the phones do not ring. */
    ALWAYS("", ""),
    /** Those that come while the user is busy. */
    BUSY("busy", "when busy"),
    /** Those that the user does not answer. */
    NO_ANSWER("no answer", "on no answer");

    private final String before;
    private final String after;

    ForwardWhen(String before, String after) {
        this.before = before;
        this.after = after;
    }

    /** As it is said behind where they are sent to; empty for all. */
    public String after() {
        return after;
    }

    /** The beginning of a command about these calls. */
    public String command() {
        return before.isEmpty() ? "/forward" : "/forward " + before;
    }

    /** Whether Webex can wait for so many rings. */
    public static boolean mayRing(int rings) {
        return rings >= 2 && rings <= 20;
    }
}
