package callbot.command;

import callbot.command.value.DialString;
import java.util.regex.Pattern;

/** What shall change about the calls that a user does not want. */
public sealed interface BlockChange {

    /** Let nobody call from this number. */
    record Block(DialString number) implements BlockChange {

        /** Guards against what nobody calls from. */
        public Block {
            requireNumber(number);
        }
    }

    /** Let whoever has this number call again. */
    record Unblock(DialString number) implements BlockChange {

        /** Guards against what nobody calls from. */
        public Unblock {
            requireNumber(number);
        }
    }

    /** Refuse whoever withholds the own number, or no longer. */
    record Anonymous(boolean refused) implements BlockChange {}

    /** Whether somebody can call from this: of digits only, with nothing to be keyed in. */
    static boolean isNumber(DialString number) {
        return NUMBER.matcher(number.value()).matches() && number.extension().isEmpty();
    }

    /** Fewer digits are more likely a slip than a number. */
    Pattern NUMBER = Pattern.compile("\\+?[0-9]{3,32}");

    private static void requireNumber(DialString number) {
        if (!isNumber(number)) throw new IllegalArgumentException("nobody calls from " + number.typed());
    }
}
