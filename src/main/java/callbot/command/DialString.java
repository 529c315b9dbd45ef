package callbot.command;

import java.util.Locale;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * What is dialled: a number, a short number, a feature code such as {@code *73}, or an address. Webex applies the caller's
 * dial plan to it, so nothing is added, and nothing removed but what people write to make numbers readable.
 *
 * @param value what Webex gets as destination: an optional plus and 1 to 32 of {@code 0-9*#}, or a SIP address
 * @param extension digits to be keyed in after the other side has answered; absent if there are none
 * @see <a href="https://developer.webex.com/docs/api/v1/call-controls/dial">Dial</a>
 */
public record DialString(String value, Optional<String> extension) {

    /** Nothing that can be dialled is longer, however it is written, in characters. */
    private static final int MAX_TYPED = 200;

    private static final Pattern NUMBER = Pattern.compile("\\+?[0-9*#]{1,32}");
    private static final Pattern ADDRESS = Pattern.compile(
            "(?:sips?:)?[\\p{Alnum}._~!$&'*+=%/-]{1,64}@[\\p{Alnum}-]+(?:\\.[\\p{Alnum}-]+)*",
            Pattern.CASE_INSENSITIVE);
    private static final Pattern INTERNATIONAL = Pattern.compile("\\+[1-9][0-9]{3,14}");

    /** The zero that is dialled only from within the country, as in {@code +49 (0)30}, once nothing else separates. */
    private static final Pattern TRUNK_ZERO = Pattern.compile("^[(\\[]?(\\+|00)([0-9]{1,3})[)\\]]?[(\\[]0[)\\]]");

    /** Where a number ends and an extension, or digits after a pause, begin. */
    private static final Pattern EXTENSION = Pattern.compile(
            "^([^0-9)]*+[0-9)].*?)(?:;\\s*+ext\\s*+=|,++|;++|,?\\s*+ext(?:ension|n)?\\.?|x(?=[\\s0-9]))[\\s,:.]*+([0-9*#]++)$",
            Pattern.CASE_INSENSITIVE);

    private static final Pattern SEPARATORS = Pattern.compile("[\\s\\p{Pd}\\u2212.·/]+");
    private static final Pattern BRACKETS = Pattern.compile("[()\\[\\]]+");

    /** What came of reading a text as a number. */
    public sealed interface Reading {

        /** It can be dialled. */
        record Dialable(DialString destination) implements Reading {}

        /** It cannot, for this reason: part of a sentence that begins with a command. */
        record NotDialable(String why) implements Reading {}
    }

    public DialString {
        if (!NUMBER.matcher(value).matches() && !ADDRESS.matcher(value).matches()) {
            throw new IllegalArgumentException("not a dial string: " + value);
        }
    }

    /** Reads what a person typed or pasted as a number. */
    public static Reading read(String typed) {
        String text = ascii(typed).strip();
        if (text.isEmpty()) return refused("it needs a number or an address");
        if (text.length() > MAX_TYPED) return refused("that is too long for a number");
        if (text.lines().count() > 1) return refused("those are several lines, and a number has one");
        if (text.contains("@")) return readAddress(text);
        return readNumber(text.replaceFirst("(?i)^tel:", "").strip());
    }

    /** Whether what stands there can be dialled: who hides behind a name, or calls from nowhere, cannot be called back. */
    public static boolean isDialable(String typed) {
        return read(typed) instanceof Reading.Dialable;
    }

    /** Whether a call to this may be the one that Webex shows with that number: dial plans add prefixes and drop them. */
    public boolean mayBeShownAs(String number) {
        String dialled = significant(value);
        String shown = significant(number);
        return dialled.endsWith(shown) || shown.endsWith(dialled);
    }

    private static String significant(String number) {
        return number.toLowerCase(Locale.ROOT).replaceFirst("^(sips?:|\\+|0+)", "");
    }

    private static Reading readAddress(String text) {
        return ADDRESS.matcher(text).matches()
                ? new Reading.Dialable(new DialString(text, Optional.empty()))
                : refused("that is not an address; one looks like ana@example.com");
    }

    private static Reading readNumber(String text) {
        Matcher extended = EXTENSION.matcher(text);
        boolean hasExtension = extended.matches();
        String main =
                SEPARATORS.matcher(hasExtension ? extended.group(1) : text).replaceAll("");
        String digits =
                BRACKETS.matcher(TRUNK_ZERO.matcher(main).replaceFirst("$1$2")).replaceAll("");

        if (digits.codePoints().anyMatch(Character::isLetter)) {
            return refused(
                    "I dial numbers and addresses, not names: give me digits, or an address such as ana@example.com");
        }
        if (!NUMBER.matcher(digits).matches()) return refused("that is not a number that can be dialled");
        if (digits.startsWith("+") && !INTERNATIONAL.matcher(digits).matches()) {
            return refused("after a plus come 4 to 15 digits, country code first");
        }
        return new Reading.Dialable(
                new DialString(digits, hasExtension ? Optional.of(extended.group(2)) : Optional.empty()));
    }

    private static Reading refused(String why) {
        return new Reading.NotDialable(why);
    }

    /** Digits of all scripts become 0 to 9, wide forms and blanks the usual ones; what is invisible is left out. */
    private static String ascii(String text) {
        StringBuilder ascii = new StringBuilder();
        text.codePoints()
                .filter(codePoint -> Character.getType(codePoint) != Character.FORMAT)
                .map(DialString::ascii)
                .forEach(ascii::appendCodePoint);
        return ascii.toString();
    }

    private static int ascii(int codePoint) {
        if (Character.getType(codePoint) == Character.DECIMAL_DIGIT_NUMBER) return '0' + Character.digit(codePoint, 10);
        if (Character.isSpaceChar(codePoint)) return ' ';
        if (codePoint >= 0xFF01 && codePoint <= 0xFF5E) return codePoint - 0xFEE0;
        return codePoint;
    }
}
