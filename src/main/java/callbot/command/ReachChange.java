package callbot.command;

/** What shall change about the numbers that ring as well. */
public sealed interface ReachChange {

    /** Whether something shall ring that did not. */
    boolean on();

    /** Have all of them ring, or none. */
    record All(boolean on) implements ReachChange {}

    /** Have one of them ring, or not. @param which its number, however it is written, or its name */
    record One(String which, boolean on) implements ReachChange {

        /** In characters. */
        public static final int LONGEST = 60;

        /** Guards against what nothing is called. */
        public One {
            if (which.isBlank() || which.length() > LONGEST)
                throw new IllegalArgumentException("no number is " + which);
        }
    }

    /** Have those of simultaneous ring ring, or none of those. */
    record Together(boolean on) implements ReachChange {}
}
