package callbot.webex.messaging;

import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;

/**
 * An e-mail address in the one form in which it is compared: only the letters of ASCII have a lower case here, since others
 * have one that is somebody else's letter.
 *
 * @param text the address, with one {@code @}
 */
public record Email(String text) {

    private static final Pattern ADDRESS = Pattern.compile("[^@\\s\\p{C}<>,;\"]+@[^@\\s\\p{C}<>,;\"]+");
    private static final List<String> OF_BOTS = List.of("webex.bot", "sparkbot.io");

    public Email {
        text = lowerCase(text);
        if (!ADDRESS.matcher(text).matches()) throw new IllegalArgumentException("no e-mail address");
    }

    /** The address that is written so; absent if that is none. */
    public static Optional<Email> of(String written) {
        return ADDRESS.matcher(written).matches() ? Optional.of(new Email(written)) : Optional.empty();
    }

    /** The part behind the {@code @}. */
    public String domain() {
        return text.substring(text.indexOf('@') + 1);
    }

    /** Whether it belongs to a bot: Webex gives them addresses of their own. */
    public boolean isOfABot() {
        return OF_BOTS.contains(domain());
    }

    /** Without capitals, if they are of ASCII. */
    public static String lowerCase(String text) {
        StringBuilder lower = new StringBuilder(text.length());
        text.chars().forEach(c -> lower.append((char) (c >= 'A' && c <= 'Z' ? c + 'a' - 'A' : c)));
        return lower.toString();
    }

    @Override
    public String toString() {
        return text;
    }
}
