package callbot.command;

import java.util.Optional;
import java.util.stream.Stream;

/** What shall change about the calls that reach a user from call queues. */
public sealed interface QueueChange {

    /** How the user stands to all queues. */
    enum Standing {
        /** Their calls ring. */
        IN("in"),
        /** The user has signed out of them. */
        OUT("out"),
        /** The user stays signed in, and takes a rest. */
        PAUSE("pause"),
        /** The user has signed in, and not said yet that calls may come. */
        SIGNED_IN("signed in"),
        /** The user finishes what the last call has left to do. */
        WRAP_UP("wrap up");

        private final String said;

        Standing(String said) {
            this.said = said;
        }

        /** The command that makes it so. */
        public String command() {
            return "/queue " + said;
        }

        /** The one that is called so, in small letters. */
        public static Optional<Standing> named(String said) {
            return Stream.of(values()).filter(one -> one.said.equals(said)).findFirst();
        }
    }

    /** Stand to all queues like this. */
    record All(Standing standing) implements QueueChange {}

    /**
     * Take the calls of one queue, or no longer.
     *
     * @param which its number, or what it is called
     */
    record One(String which, boolean in) implements QueueChange {

        /** Guards against a queue that nobody has named. */
        public One {
            if (which.isBlank()) throw new IllegalArgumentException("no queue");
        }
    }
}
