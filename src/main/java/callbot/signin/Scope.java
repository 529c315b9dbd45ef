package callbot.signin;

import java.util.List;

/**
 * Something that a user may have granted, or not: a grant holds those of the scopes asked for that the integration is
 * registered for.
 *
 * @param names as Webex writes it, and what is as good; at least one
 * @param use what it is good for, as in "I can't ..."
 */
public record Scope(List<String> names, String use) {

    /** Full access to an account, as developer.webex.com calls it. */
    private static final String ALL_OF_SPARK = "spark:all";

    /** To see calls and their history, and to be told of them. */
    public static final Scope CALLS_READ =
            new Scope(List.of("spark:calls_read", ALL_OF_SPARK), "see your calls or be told of them");

    /** To dial, and to act on calls. */
    public static final Scope CALLS_WRITE =
            new Scope(List.of("spark:calls_write", ALL_OF_SPARK), "dial, answer or do anything to a call");

    /** To see on which devices calls can ring. */
    public static final Scope DEVICES = new Scope(
            List.of("spark:telephony_config_read", "spark-admin:telephony_config_read", ALL_OF_SPARK),
            "see your devices");

    /** To look people up in the organization's directory. */
    public static final Scope PEOPLE_READ =
            new Scope(List.of("spark:people_read", ALL_OF_SPARK), "look people up by name");

    /** To see what a user has set for the own line. */
    public static final Scope SETTINGS_READ =
            new Scope(List.of("spark:telephony_config_read", ALL_OF_SPARK), "see what is set for your line");

    /** To change it. */
    public static final Scope SETTINGS_WRITE =
            new Scope(List.of("spark:telephony_config_write", ALL_OF_SPARK), "change what is set for your line");

    /** To see the recordings of a user's calls. */
    public static final Scope RECORDINGS_READ =
            new Scope(List.of("spark:recordings_read", ALL_OF_SPARK), "see the recordings of your calls");

    /** What it takes to change what is set for a line, which is read first. */
    public static final List<Scope> TO_CHANGE_SETTINGS = List.of(SETTINGS_READ, SETTINGS_WRITE);

    /** Those without which the bot is of little use, so that their absence is told at once. */
    static final List<Scope> ALL = List.of(CALLS_READ, CALLS_WRITE);

    /** The name by which it is asked for. */
    public String name() {
        return names.getFirst();
    }

    /** What to tell a user who has signed in before it was asked for, and what to do. */
    public String notAskedBefore() {
        return "I can't " + use + ": the permission `" + name() + "` is missing. I ask for it now: write `/auth force`,"
                + " and agree. If it is missing even then, whoever runs me must select it at the integration.";
    }

    /** What to tell a user who has not granted it, and what to do. */
    public String missing() {
        return "I can't " + use + ": the permission `" + name()
                + "` is missing. Ask whoever runs me to select it at the"
                + " integration and in the bot's settings, then write `/auth force`.";
    }
}
