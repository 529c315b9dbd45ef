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
        /** Calls that begin. */
        CALLS("Make and take calls"),
        /** The user's own affairs with the bot. */
        ACCOUNT("Your account"),
        /** What concerns everybody. */
        ADMINISTRATION("For administrators"),
        /** The rest, without a heading. */
        OTHER("");

        private final String title;

        Group(String title) {
            this.title = title;
        }

        /** The group's heading; empty if it has none. */
        public String title() {
            return title;
        }
    }

    /** The command with all that may follow, for example {@code /dial <number or address>}. */
    public String usage() {
        return arguments.isEmpty() ? "/" + word : "/" + word + " " + arguments;
    }
}
