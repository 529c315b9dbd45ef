package callbot.command.value;

import java.util.Locale;
import java.util.Optional;
import java.util.regex.Pattern;

/**
 * What is dialled: a number, a short number, a feature code such as {@code *73}, or an address. Webex applies the caller's
 * dial plan to it, so nothing is added, and nothing removed but what people write to make numbers readable.
 *
 * @param value what Webex gets as destination: an optional plus and 1 to 32 of {@code 0-9*#}, or a SIP address
 * @param extension 1 to 64 of {@code 0-9*#} and commas, which are pauses, to be keyed in after the other side has answered;
 *     absent if there are none
 * @see <a href="https://developer.webex.com/docs/api/v1/call-controls/dial">Dial</a>
 */
public record DialString(String value, Optional<String> extension) {

    private static final Pattern DIGITS = Pattern.compile("\\+?[0-9*#]{1,32}");
    private static final String USER_AT_HOST = "[\\p{Alnum}._~!$&'*+=%/-]{1,64}@[\\p{Alnum}-]+(?:\\.[\\p{Alnum}-]+)*";
    private static final Pattern ADDRESS = Pattern.compile(
            "sips?:" + USER_AT_HOST + "(?::[0-9]{1,5})?(?:;[\\p{Alnum}.=_~-]+)*|" + USER_AT_HOST,
            Pattern.CASE_INSENSITIVE);
    private static final Pattern KEYS = Pattern.compile("[0-9*#,]{1,64}");

    public DialString {
        if (!isDigits(value) && !isAddress(value)) {
            throw new IllegalArgumentException("not a dial string: " + value);
        }
        if (extension.isPresent() && !KEYS.matcher(extension.get()).matches()) {
            throw new IllegalArgumentException("not keys: " + extension.get());
        }
    }

    /** Something to dial, with nothing to be keyed in. */
    static DialString of(String value) {
        return new DialString(value, Optional.empty());
    }

    /** The same, with these keys after it. */
    DialString then(String keys) {
        return new DialString(value, Optional.of(keys));
    }

    /** Reads what a person typed or pasted as something to dial. */
    public static Reading read(String typed) {
        return DialText.read(typed);
    }

    /** Whether this text can mean only one thing: who hides behind a name, or calls from nowhere, cannot be called back. */
    public static boolean isDialable(String typed) {
        return read(typed) instanceof Reading.One;
    }

    static boolean isDigits(String text) {
        return DIGITS.matcher(text).matches();
    }

    static boolean isAddress(String text) {
        return ADDRESS.matcher(text).matches();
    }

    /** What can be typed for it; it is read as nothing but this. */
    public String typed() {
        return value + extension.map(keys -> ",," + keys).orElse("");
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
}
