package callbot.command;

import callbot.command.Command.CallChoice;
import java.util.Arrays;
import java.util.Optional;
import java.util.function.Function;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * What follows a command's word.
 *
 * @param text without blanks around it, empty if nothing follows
 * @param button the call that the pressed button belongs to; absent for what was typed
 */
record Arguments(CommandSpec spec, String text, Optional<CallChoice.ThisOne> button) {

    private static final Pattern CALL_NUMBER = pattern("(?:call\\s+)?([1-9][0-9]?)");
    private static final Pattern ENDS_WITH_CALL = pattern("(.*?)(?:^|\\s)\\s*call\\s+([1-9][0-9]?)");
    private static final Pattern ENDS_WITH_DEVICE = pattern("(.*?)(?:^|\\s)\\s*on\\s+(\\S.*)");
    private static final Pattern WORD_AND_CALL = pattern("([a-z]+)\\s+([1-9][0-9]?)");
    private static final Pattern ENDS_WITH_DIGIT = pattern("(.*\\S)\\s+([1-9])");
    private static final Pattern FIRST_WORD = pattern("(\\S*)\\s*(.*)");

    /** One of a few words that may follow, and what is meant by it. */
    record Choice(String word, Command command) {}

    /** What was said without the call that it was about at the end. */
    record OnCall(Arguments rest, CallChoice choice) {

        /** For a command that must say a number to call. */
        Command destination(Function<DialString, Command> command) {
            return oneOrTheOther().orElseGet(() -> rest.destination(command));
        }

        /** For a command that may say a number to call. */
        Command maybeDestination(Function<Optional<DialString>, Command> command) {
            return oneOrTheOther().orElseGet(() -> rest.maybeDestination(command));
        }

        /** In {@code 2044 2} the last digit may belong to the number, or be that of a call: whoever wrote it must say. */
        private Optional<Command> oneOrTheOther() {
            Matcher ending = ENDS_WITH_DIGIT.matcher(rest.text());
            if (!(choice instanceof CallChoice.WhicheverFits) || !ending.matches()) return Optional.empty();
            String number = ending.group(1);
            String digit = ending.group(2);
            return Optional.of(rest.malformed("for call " + digit + " write `" + number + " call " + digit
                    + "`; if the " + digit + " belongs to the number, write `" + number + digit + "`"));
        }
    }

    /** What was said without the device that it named at the end. */
    record OnDevice(Arguments rest, Optional<String> device) {}

    /** For a command that takes nothing. */
    Command none(Command command) {
        return text.isEmpty() ? command : malformed("it takes nothing after it");
    }

    /** For a command that may say which call it means, by its number alone. */
    Command call(Function<CallChoice, Command> command) {
        if (text.isEmpty()) return command.apply(unsaid());
        Matcher number = CALL_NUMBER.matcher(text);
        if (number.matches()) return command.apply(numbered(number.group(1)));
        return malformed("after it comes only a call's number from `/calls`, such as 2");
    }

    /** For a command that must say a number to call. */
    Command destination(Function<DialString, Command> command) {
        return switch (DialString.read(text)) {
            case DialString.Reading.Dialable(DialString destination) -> command.apply(destination);
            case DialString.Reading.NotDialable(String why) -> malformed(why);
        };
    }

    /** For a command that may say a number to call. */
    Command maybeDestination(Function<Optional<DialString>, Command> command) {
        return text.isEmpty() ? command.apply(Optional.empty()) : destination(said -> command.apply(Optional.of(said)));
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

    /** Takes a call such as {@code call 2} from the end, or {@code 2} alone after a word that is no number. */
    OnCall onCall() {
        return Stream.of(ENDS_WITH_CALL, WORD_AND_CALL)
                .map(pattern -> pattern.matcher(text))
                .filter(Matcher::matches)
                .findFirst()
                .map(ending -> new OnCall(with(ending.group(1)), numbered(ending.group(2))))
                .orElseGet(() -> new OnCall(this, unsaid()));
    }

    /** Takes a device such as {@code on desk phone} from the end. */
    OnDevice onDevice() {
        Matcher ending = ENDS_WITH_DEVICE.matcher(text);
        return ending.matches()
                ? new OnDevice(with(ending.group(1)), Optional.of(ending.group(2)))
                : new OnDevice(this, Optional.empty());
    }

    /** The first word. */
    String first() {
        return split().group(1);
    }

    /** All but the first word. */
    Arguments afterFirst() {
        return with(split().group(2));
    }

    /** For any text that makes no sense. */
    Command malformed(String problem) {
        return new Command.Malformed(spec, problem);
    }

    private CallChoice unsaid() {
        return button.<CallChoice>map(call -> call).orElseGet(CallChoice.WhicheverFits::new);
    }

    private static CallChoice numbered(String digits) {
        return new CallChoice.Numbered(Integer.parseInt(digits));
    }

    private Matcher split() {
        Matcher words = FIRST_WORD.matcher(text);
        if (!words.matches()) throw new IllegalStateException("every text has a first word, if an empty one");
        return words;
    }

    private Arguments with(String other) {
        return new Arguments(spec, other.strip(), button);
    }

    private static Pattern pattern(String regex) {
        return Pattern.compile(regex, Pattern.CASE_INSENSITIVE | Pattern.DOTALL | Pattern.UNICODE_CHARACTER_CLASS);
    }
}
