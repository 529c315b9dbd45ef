package callbot.command;

import callbot.command.value.DialString;
import java.util.List;
import java.util.Optional;

/** What is answered by words alone: nothing is asked for but these, or it is not understood. */
public sealed interface Remark extends Command {

    /** Show what can be said, or more about one command. */
    record Help(Optional<CommandSpec> about) implements Remark {}

    /** Say it back. */
    record Echo(String text) implements Remark {}

    /** Be polite: nothing is asked for. */
    record Courtesy(Kind kind) implements Remark {

        /** What was said. */
        public enum Kind {
            /** As one says who begins to talk. */
            GREETING,
            /** As one says who is content. */
            THANKS
        }
    }

    /**
     * It is no command, and says none for certain.
     *
     * @param said as much of it as was not understood
     * @param offers what may be meant, the likeliest first; perhaps nothing
     */
    record NotUnderstood(String said, List<Offer> offers) implements Remark {

        /** A whole command that may be meant, and what its button says. */
        public record Offer(String title, String command) {}

        public NotUnderstood {
            offers = List.copyOf(offers);
        }
    }

    /** The command is known, but what follows makes no sense, for this reason. */
    record Malformed(CommandSpec spec, String problem) implements Remark {}

    /**
     * What was said as a number can be read in several ways: whoever said it must choose.
     *
     * @param button the call that the command is about, if a button said so
     */
    record WhichNumber(List<Choice> choices, Optional<CallChoice.ThisOne> button) implements Remark {

        /** One way to read it, and the whole command with the number written so that it can mean nothing else. */
        public record Choice(DialString number, String command) {}

        public WhichNumber {
            choices = List.copyOf(choices);
        }
    }

    /** It has more characters than are read. */
    record TooLong(int most) implements Remark {}
}
