package callbot.command;

import callbot.command.Command.CallChoice;
import java.util.Arrays;
import java.util.Optional;
import java.util.function.Function;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/**
 * What follows a command's word.
 *
 * @param text without blanks around it, empty if nothing follows
 * @param callId the call that the pressed button belongs to; absent for what was typed
 */
record Arguments(CommandSpec spec, String text, Optional<String> callId) {

    private static final Pattern CALL_NUMBER = Pattern.compile("[1-9]\\d?");

    /** One of a few words that may follow, and what is meant by it. */
    record Choice(String word, Command command) {}

    /** For a command that takes nothing. */
    Command none(Command command) {
        return text.isEmpty() ? command : malformed("it takes nothing after it");
    }

    /** For a command that may say which call it means. */
    Command call(Function<CallChoice, Command> command) {
        if (text.isEmpty()) {
            CallChoice unsaid = new CallChoice.WhicheverFits();
            return command.apply(callId.<CallChoice>map(CallChoice.WithId::new).orElse(unsaid));
        }
        if (!CALL_NUMBER.matcher(text).matches()) {
            return malformed("after it comes only a call's number from `/calls`, such as 2");
        }
        return command.apply(new CallChoice.Numbered(Integer.parseInt(text)));
    }

    /** For a command that takes one of a few words. */
    Command oneOf(Choice... choices) {
        for (Choice choice : choices) {
            if (choice.word().equalsIgnoreCase(text)) return choice.command();
        }
        String known = Arrays.stream(choices)
                .map(choice -> "`" + ("/" + spec.word() + " " + choice.word()).strip() + "`")
                .collect(Collectors.joining(", "));
        return malformed("I know " + known);
    }

    /** For any text that makes no sense. */
    Command malformed(String problem) {
        return new Command.Malformed(spec, problem);
    }
}
