package callbot.command.value;

import callbot.command.value.Written.Group;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * A number as people write it: groups of digits, blanks and signs between them, brackets, perhaps a plus in front, and an
 * extension behind. It may be a code, or several numbers, or only look like a number.
 *
 * @param text in plain signs, in one line, without blanks around it
 */
record NumberText(String text) {

    private static final Pattern BLANKS = Pattern.compile(" {2,}");

    private static final Reading NO_CODE = new Reading.None("I understand a code, and one number behind it");

    /** A code such as {@code *73}, {@code *67 408 555 0134} or {@code *21*408 555 0134#}: it, a number, and its end. */
    private static final Pattern CODE =
            Pattern.compile("([*#]+[0-9]+[*#]+(?=[0-9]+[ .-])|[*#][0-9*#]*(?=[ .-]|$))[ .-]*(|[0-9(].*[0-9])([*#]*)");

    private static final Pattern TOKEN = Pattern.compile(
            "(?<digits>[0-9*#]+)|(?<open>[(\\[])|(?<close>[)\\]])|(?<gap>[ .-]+)|(?<slash>/)"
                    + "|(?<list>[,;|&]|(?<=[0-9)] )\\+(?= )|\\b(?:or|and|oder|und|ou|et|o|y)\\b)|(?<plus>\\+)|(?<word>\\p{L}+)|(?<other>.)",
            Pattern.CASE_INSENSITIVE | Pattern.DOTALL);

    /** In North America a slash is one more sign between the groups of one number. */
    private static final Pattern NORTH_AMERICAN =
            Pattern.compile("(?:1[ ./-]+)?[(\\[]?[2-9][0-9]{2}[)\\]]?[ ./-]+[0-9]{3}[ ./-]+[0-9]{4}");

    NumberText(String text) {
        this.text = BLANKS.matcher(text).replaceAll(" ");
    }

    Reading read() {
        Matcher code = CODE.matcher(text);
        if (code.matches()) return readCode(code.group(1), code.group(2), code.group(3));
        return Extension.in(text).map(NumberText::readExtended).orElseGet(this::readPlain);
    }

    private static Reading readCode(String code, String number, String end) {
        if (number.isEmpty()) return new Written(false, List.of(new Group(code + end, false))).read();
        Reading read = new NumberText(number).read();
        if (read instanceof Reading.One(DialString only) && only.extension().isEmpty() && isThereTwice(only, number))
            return NO_CODE;
        return each(
                read,
                one -> Optional.of(code + one.value() + end)
                        .filter(DialString::isDigits)
                        .map(value -> new DialString(value, one.extension())));
    }

    private static Reading readExtended(Extension.Extended extended) {
        if (extended.fault().isPresent())
            return new Reading.None(extended.fault().get());
        Reading.None several = new Reading.None("I cannot tell which number has the extension; write only one number");
        return switch (new NumberText(extended.number()).readPlain()) {
            case Reading.One(DialString number) when isThereTwice(number, extended.number()) -> several;
            case Reading.One(DialString number) -> new Reading.One(number.then(extended.keys()));
            case Reading.Several all -> several;
            case Reading.None none -> none;
        };
    }

    /** A zero may be written that is not dialled; more digits than that are those of the same number again. */
    private static boolean isThereTwice(DialString number, String text) {
        return digits(text) > digits(number.value()) + 1;
    }

    private static long digits(String text) {
        return text.chars().filter(Character::isDigit).count();
    }

    /** What becomes of all that was read, if something becomes of each. */
    private static Reading each(Reading reading, Function<DialString, Optional<DialString>> change) {
        if (reading instanceof Reading.None) return reading;
        List<DialString> changed = reading.numbers().stream()
                .flatMap(number -> change.apply(number).stream())
                .toList();
        return changed.size() < reading.numbers().size() ? NO_CODE : Reading.of(changed, "");
    }

    /** Reads it without any extension. */
    private Reading readPlain() {
        Optional<String> lookalike = Lookalike.of(text);
        if (lookalike.isPresent()) {
            return new Reading.None("that looks like " + lookalike.get()
                    + "; if it is a number, write its digits with nothing between them");
        }
        Scan scan = new Scan();
        for (Matcher token = TOKEN.matcher(text); token.find(); ) scan.take(token);
        return scan.end();
    }

    /** Goes over the tokens from left to right, and makes out where one number ends and another one begins. */
    private final class Scan {

        private final boolean slashJoins = NORTH_AMERICAN.matcher(text).matches();
        private final List<Written> written = new ArrayList<>();
        private final List<Group> groups = new ArrayList<>();
        private boolean plus;
        private boolean inBrackets;
        private boolean named;
        private String bracketed = "";
        private Optional<String> fault = Optional.empty();

        void take(Matcher token) {
            if (token.group("digits") != null) digits(token.group());
            else if (token.group("plus") != null) plus();
            else if (token.group("open") != null) open();
            else if (token.group("close") != null) close();
            else if (token.group("slash") != null) slash();
            else if (token.group("list") != null) next();
            else if (token.group("word") != null) named = true;
            else if (token.group("other") != null) other(token.group());
        }

        Reading end() {
            if (named) {
                return new Reading.None("I dial numbers and addresses, not names: give me digits, or an address such as"
                        + " ana@example.com");
            }
            if (inBrackets) fault("there is a bracket that does not belong to a number");
            next();
            if (fault.isPresent()) return new Reading.None(fault.get());
            if (written.size() == 1) return written.getFirst().read();
            List<DialString> all = new ArrayList<>();
            for (Written one : written) {
                List<DialString> numbers = one.read().numbers();
                if (numbers.isEmpty() || !one.canStandAlone()) {
                    return new Reading.None(
                            "there is a comma, a slash or a word between two parts, and not both are numbers; write only one number");
                }
                all.addAll(numbers);
            }
            return Reading.of(all, "");
        }

        private void digits(String digits) {
            if (inBrackets) bracketed += digits;
            else groups.add(new Group(digits, false));
        }

        private void plus() {
            if (!groups.isEmpty()) next();
            if (plus || !bracketed.isEmpty()) fault("a plus stands in front of a number, once");
            plus = true;
        }

        private void open() {
            if (inBrackets) fault("there are brackets within brackets");
            inBrackets = true;
        }

        private void close() {
            if (!inBrackets || bracketed.isEmpty()) fault("there is a bracket that does not belong to a number");
            inBrackets = false;
            groups.add(new Group(bracketed, true));
            bracketed = "";
        }

        private void slash() {
            if (!slashJoins && !new Written(plus, List.copyOf(groups)).isArea()) next();
        }

        private void next() {
            if (groups.isEmpty()) fault("that is not a number that can be dialled");
            else written.add(new Written(plus, List.copyOf(groups)));
            groups.clear();
            plus = false;
        }

        /** What cannot be seen, or would be taken for markup, is not shown. */
        private void other(String sign) {
            boolean isShown = sign.matches("[\\p{P}\\p{S}&&[^`<]]");
            fault((isShown ? "“" + sign + "”" : "a sign in it") + " belongs to no number");
        }

        private void fault(String why) {
            fault = fault.or(() -> Optional.of(why));
        }
    }
}
