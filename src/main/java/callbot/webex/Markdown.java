package callbot.webex;

import callbot.card.Card;
import java.util.regex.Pattern;

/** Webex's dialect of Markdown, as far as texts from elsewhere must be kept from being taken for it. */
public final class Markdown {

    private static final Pattern SPECIAL = Pattern.compile("[\\\\`*_\\[\\]<>#~|]");

    private static final Pattern ESCAPED = Pattern.compile("\\\\(.)");

    /** A character that shows as nothing, and keeps its neighbours from making markup together. */
    private static final String NOTHING = "\u2060";

    private Markdown() {}

    /** The text, such that it shows as it is: a caller may be named {@code *} or {@code <@all>}. */
    public static String escape(String text) {
        return SPECIAL.matcher(text.replaceAll("\\R", " ")).replaceAll("\\\\$0");
    }

    /** The text as a card has it: there it is another dialect, which knows no code, and no escapes that all clients know. */
    public static String onCard(String markdown) {
        String withoutCode = markdown.replaceAll("(?<!\\\\)`", "");
        String withinWords = withoutCode.replaceAll("(?<=[\\p{L}\\p{N}])\\\\_(?=[\\p{L}\\p{N}])", "_");
        return ESCAPED.matcher(withinWords).replaceAll(escaped -> Card.plain(escaped.group(1)) + NOTHING);
    }

    /** The text as a block of code, whatever is in it. */
    public static String codeBlock(String language, String text) {
        return "```" + language + "\n" + text.replace("```", "'''") + "\n```";
    }
}
