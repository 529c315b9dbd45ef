package callbot.command;

/**
 * A command as people are told about it.
 *
 * @param word the word that begins it, without the slash
 * @param arguments what may follow, as in a manual; empty if nothing may
 * @param does what it does, in a few words
 * @param example a line to try
 */
public record CommandSpec(Group group, String word, String arguments, String does, String example) {

    /** What a command is about. */
    public enum Group {
        /** Calls that begin, or come from elsewhere. */
        CALLS("Make and take calls"),
        /** Calls that are under way. */
        DURING("During a call"),
        /** What is set for the user's line, whoever calls. */
        LINE("Your line"),
        /** What there is to see, and the user's own affairs with the bot. */
        ACCOUNT("Look around, and your account"),
        /** What concerns everybody. */
        ADMINISTRATION("For administrators");

        private final String title;

        Group(String title) {
            this.title = title;
        }

        /** The group's heading. */
        public String title() {
            return title;
        }
    }

    /** The command with all that may follow, for example {@code /dial <number, address or name>}. */
    public String usage() {
        return arguments.isEmpty() ? "/" + word : "/" + word + " " + arguments;
    }
}
