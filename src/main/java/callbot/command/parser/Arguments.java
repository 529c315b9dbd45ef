package callbot.command.parser;

import callbot.command.CallChoice;
import callbot.command.Command;
import callbot.command.CommandSpec;
import callbot.command.Query;
import callbot.command.Remark;
import callbot.command.value.DialString;
import callbot.command.value.PersonName;
import callbot.command.value.Quotes;
import callbot.command.value.Reading;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import java.util.function.Predicate;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/**
 * What follows a command's word.
 *
 * @param text without blanks around it, empty if nothing follows
 * @param end what was taken off its end already, such as {@code call 2}; empty if nothing was
 * @param button the call that the pressed button belongs to; absent for what was typed
 */
record Arguments(CommandSpec spec, String text, String end, Optional<CallChoice.ThisOne> button) {

    private static final Pattern WORD = Pattern.compile("\\S+", Pattern.UNICODE_CHARACTER_CLASS);
    private static final Predicate<String> CALL_NUMBER =
            Pattern.compile("[1-9][0-9]?").asMatchPredicate();
    private static final Predicate<String> LETTERS =
            Pattern.compile("[A-Za-z]+").asMatchPredicate();

    private static final List<String> ARTICLES = List.of("my ", "the ");

    /** One of a few words that may follow, and what is meant by it. */
    record Choice(String word, Command command) {}

    /** What was said without the call that it was about at the end. */
    record OnCall(Arguments rest, CallChoice choice) {

        /** For a command that must say a number to call. */
        Command destination(Function<DialString, Command> command) {
            return oneOrTheOther().orElseGet(() -> rest.destination(command));
        }

        /** If it is a name, it must be found out first which number that is. */
        Optional<Command> somebody() {
            return Optional.of(rest)
                    .filter(Arguments::isName)
                    .map(name -> new Query.FindPerson(name.text, "/" + name.spec.word(), name.end, name.button));
        }

        /** For a command that may say a number to call. */
        Command maybeDestination(Function<Optional<DialString>, Command> command) {
            return oneOrTheOther().orElseGet(() -> rest.maybeDestination(command));
        }

        /** In {@code 2044 2} the last digit may belong to the number, or be that of a call: whoever wrote it must say. */
        private Optional<Command> oneOrTheOther() {
            List<MatchResult> words = rest.words();
            if (!(choice instanceof CallChoice.WhicheverFits) || words.size() < 2) return Optional.empty();
            String digit = words.getLast().group();
            if (digit.length() > 1 || !CALL_NUMBER.test(digit)) return Optional.empty();
            String number = rest.text.substring(0, words.getLast().start()).strip();
            return Optional.of(rest.malformed("for call " + digit + " write `" + number + " call " + digit
                    + "`; if the " + digit + " belongs to the number, write `" + number + digit + "`"));
        }
    }

    /** What was said without the device that it named at the end. */
    record OnDevice(Arguments rest, Optional<String> device) {}

    /** What was said without the name that it was said for at the end. */
    record ForSomebody(Arguments rest, Optional<String> name) {}

    /** For a command that takes nothing. */
    Command none(Command command) {
        return text.isEmpty() ? command : malformed("it takes nothing after it");
    }

    /** For a command that may say which call it means, by its number alone. */
    Command call(Function<CallChoice, Command> command) {
        if (text.isEmpty()) return command.apply(unsaid());
        List<MatchResult> words = words();
        String number = words.getLast().group();
        boolean understood = words.size() == 1 || words.size() == 2 && isCall(words.getFirst());
        return understood && CALL_NUMBER.test(number)
                ? command.apply(numbered(number))
                : malformed("after it comes only a call's number from `/calls`, such as 2");
    }

    /** For a command that must say a number to call, behind which nothing can be keyed in. */
    Command destination(Function<DialString, Command> command) {
        return oneOf(number -> number.extension().isEmpty(), command);
    }

    /** For a command that must say a number to call, with something to be keyed in perhaps. */
    Command extendedDestination(Function<DialString, Command> command) {
        return oneOf(number -> true, command);
    }

    private Command oneOf(Predicate<DialString> possible, Function<DialString, Command> command) {
        Reading reading = DialString.read(text);
        if (reading instanceof Reading.None(String why)) return malformed(why);
        List<DialString> numbers = reading.numbers().stream().filter(possible).toList();
        if (numbers.isEmpty()) {
            return malformed("nothing can be keyed in there, so leave the extension out, and write only `"
                    + reading.numbers().getFirst().value() + "`");
        }
        return reading instanceof Reading.One ? command.apply(numbers.getFirst()) : which(numbers);
    }

    private Command which(List<DialString> numbers) {
        return new Remark.WhichNumber(
                numbers.stream()
                        .map(number -> new Remark.WhichNumber.Choice(
                                number, ("/" + spec.word() + " " + number.typed() + " " + end).strip()))
                        .toList(),
                button);
    }

    /** For a command that may say a number to call, behind which nothing can be keyed in. */
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
        List<MatchResult> words = words();
        int last = words.size() - 1;
        if (last < 1 || !CALL_NUMBER.test(words.get(last).group())) return new OnCall(this, unsaid());
        CallChoice choice = numbered(words.get(last).group());
        if (isCall(words.get(last - 1))) return new OnCall(before(words.get(last - 1)), choice);
        boolean afterOneWord = last == 1 && LETTERS.test(words.getFirst().group());
        return afterOneWord ? new OnCall(before(words.get(last)), choice) : new OnCall(this, unsaid());
    }

    /** Takes a device such as {@code on desk phone} from the end. */
    OnDevice onDevice() {
        List<MatchResult> words = words();
        for (MatchResult word : words) {
            if (word.group().equalsIgnoreCase("on") && word != words.getLast()) {
                String device = withoutArticle(text.substring(word.end()).strip());
                return new OnDevice(before(word), Optional.of(Quotes.takenOff(device)));
            }
        }
        return new OnDevice(this, Optional.empty());
    }

    /** Takes a name such as {@code as Bob} from the end. */
    ForSomebody forSomebody() {
        return as(PersonName::isOne);
    }

    /** Takes a name of this kind from the end, behind {@code as}. */
    ForSomebody as(Predicate<String> isName) {
        return words().stream()
                .skip(1)
                .filter(word -> word.group().equalsIgnoreCase("as"))
                .reduce((earlier, later) -> later)
                .map(as -> new ForSomebody(
                        before(as), Optional.of(text.substring(as.end()).strip())))
                .filter(said -> said.name().filter(isName).isPresent())
                .orElseGet(() -> new ForSomebody(this, Optional.empty()));
    }

    /** Whether it is nothing that could be dialled, but may be somebody's name. */
    boolean isName() {
        return PersonName.isOne(text) && DialString.read(text) instanceof Reading.None;
    }

    /** Whether this is the last word. */
    boolean endsWith(String word) {
        return !text.isEmpty() && words().getLast().group().equalsIgnoreCase(word);
    }

    /** All but the last word. */
    Arguments beforeLast() {
        return before(words().getLast());
    }

    /** The first word, empty if there is none. */
    String first() {
        return words().stream().findFirst().map(MatchResult::group).orElse("");
    }

    /** All but the first word. */
    Arguments afterFirst() {
        return words().stream()
                .skip(1)
                .findFirst()
                .map(second -> new Arguments(spec, text.substring(second.start()), end, button))
                .orElseGet(() -> new Arguments(spec, "", end, button));
    }

    /** For any text that makes no sense. */
    Command malformed(String problem) {
        return new Remark.Malformed(spec, problem);
    }

    /** "My desk phone" is called "desk phone". */
    private static String withoutArticle(String device) {
        for (String article : ARTICLES)
            if (device.regionMatches(true, 0, article, 0, article.length()))
                return device.substring(article.length()).strip();
        return device;
    }

    private CallChoice unsaid() {
        return button.<CallChoice>map(call -> call).orElseGet(CallChoice.WhicheverFits::new);
    }

    private static CallChoice numbered(String digits) {
        return new CallChoice.Numbered(Integer.parseInt(digits));
    }

    private static boolean isCall(MatchResult word) {
        return word.group().equalsIgnoreCase("call");
    }

    private List<MatchResult> words() {
        return WORD.matcher(text).results().toList();
    }

    private Arguments before(MatchResult word) {
        String taken = text.substring(word.start());
        return new Arguments(spec, text.substring(0, word.start()).strip(), (taken + " " + end).strip(), button);
    }
}
