package callbot.command.value;

import java.util.Arrays;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** The ways in which people write behind a number what shall be keyed in after the other side has answered. */
enum Extension {
    /** Several commas, each a pause: what follows may be long, as for a conference. */
    PAUSE(", ?,[ ,]*", true, 3, "[0-9*#,]{1,64}"),
    WORD(
            "(?<!\\p{L})(?:ext(?:ensi[oó]n|n)?|int(?:erno|erne)?|dw|durchwahl|nst|nebenstelle|poste|ramal|anexo|toestel"
                    + "|tst|доб|вн)(?!\\p{L})[ .:=]*",
            true,
            3,
            "[0-9*#]{1,6}"),
    X("(?<![\\p{L}=])x ?(?=[0-9])", true, 7, "[0-9*#]{1,6}"),
    NUMBER_SIGN("(?<=[0-9)]) # ?(?=[0-9])", true, 7, "[0-9*#]{1,6}"),
    /** Behind what is short, the sign may belong to a code. */
    HASH("(?<=[0-9])#(?=[0-9])", false, 7, "[0-9*#]{1,6}"),
    /** Behind what is short, or with a blank, a comma stands between two numbers. */
    COMMA("(?<=[0-9)])[,;](?=[0-9*#])", false, 7, "[0-9*#]{1,6}");

    private static final Pattern BEFORE = Pattern.compile("[ ,;.(\\[-]+$");
    private static final Pattern CLOSED = Pattern.compile("[)\\]]$");

    private final Pattern mark;
    private final boolean unmistakable;
    private final int leastDigits;
    private final Pattern keys;

    /**
     * A text in two.
     *
     * @param fault why it cannot be meant so; absent if it can
     */
    record Extended(String number, String keys, Optional<String> fault) {}

    Extension(String mark, boolean unmistakable, int leastDigits, String keys) {
        this.mark = Pattern.compile(mark, Pattern.CASE_INSENSITIVE | Pattern.UNICODE_CASE);
        this.unmistakable = unmistakable;
        this.leastDigits = leastDigits;
        this.keys = Pattern.compile(keys);
    }

    /** A number and what stands behind it; absent if nothing does. */
    static Optional<Extended> in(String text) {
        return Arrays.stream(values())
                .flatMap(kind -> kind.split(text).stream())
                .findFirst();
    }

    private Optional<Extended> split(String text) {
        Matcher found = mark.matcher(text);
        if (!found.find()) return Optional.empty();
        String number = BEFORE.matcher(text.substring(0, found.start())).replaceFirst("");
        String behind = CLOSED.matcher(text.substring(found.end())).replaceFirst("");
        if (this == PAUSE) behind = behind.replace(" ", "");
        Optional<String> fault = fault(number, behind);
        return fault.isPresent() && !unmistakable ? Optional.empty() : Optional.of(new Extended(number, behind, fault));
    }

    private Optional<String> fault(String number, String behind) {
        long digits = number.chars().filter(Character::isDigit).count();
        if (digits == 0)
            return Optional.of("an extension stands behind a number; to call it alone, give me its digits");
        if (digits < leastDigits) return Optional.of("the number in front of the extension is too short");
        return keys.matcher(behind).matches()
                ? Optional.empty()
                : Optional.of("behind a number I understand an extension of 1 to 6 digits, such as `ext 12`");
    }
}
