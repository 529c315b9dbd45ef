package callbot.webex.messaging;

import callbot.card.Card;
import callbot.text.OthersText;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/** Webex's dialect of Markdown, as far as texts from elsewhere must be kept from being taken for it. */
public final class Markdown {

    private static final Pattern SPECIAL = Pattern.compile("[\\\\`*_\\[\\]<>#~|]");

    private static final Pattern ESCAPED = Pattern.compile("\\\\(.)");

    private static final Pattern CODE = Pattern.compile("(?<!\\\\)`([^`]*)`");

    private Markdown() {}

    /** The text, such that it shows as it is: a caller may be named {@code *} or {@code <@all>}. */
    public static String escape(String text) {
        return SPECIAL.matcher(OthersText.inert(text)).replaceAll("\\\\$0");
    }

    /** The text as a card has it: there it is another dialect, which knows no code, and no escapes that all clients know. */
    public static String onCard(String markdown) {
        String withoutCode =
                CODE.matcher(markdown).replaceAll(code -> Matcher.quoteReplacement(Card.plain(code.group(1))));
        String withinWords = withoutCode.replaceAll("(?<=[\\p{L}\\p{N}])\\\\_(?=[\\p{L}\\p{N}])", "_");
        return ESCAPED.matcher(withinWords).replaceAll(escaped -> Card.plain(escaped.group(1)) + OthersText.JOINER);
    }

    /** What could be typed, as code within a line. */
    public static String code(String text) {
        return "`" + OthersText.onOneLine(text).replace('`', '\'') + "`";
    }

    /** The lines of this text as a block of code, whatever is in them. */
    public static String codeBlock(String language, String text) {
        String lines = text.lines().map(Markdown::indented).collect(Collectors.joining("\n"));
        return "```" + language + "\n" + lines.replace("```", "'''") + "\n```";
    }

    private static String indented(String line) {
        String blanks = line.substring(0, line.length() - line.stripLeading().length());
        return blanks.replaceAll("\\s", " ") + OthersText.onOneLine(line);
    }
}
