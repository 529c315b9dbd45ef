package callbot.webex;

import java.util.regex.Pattern;

/** Webex's dialect of Markdown, as far as texts from elsewhere must be kept from being taken for it. */
public final class Markdown {

    private static final Pattern SPECIAL = Pattern.compile("[\\\\`*_\\[\\]<>#~|]");

    private Markdown() {}

    /** The text, such that it shows as it is: a caller may be named {@code *} or {@code <@all>}. */
    public static String escape(String text) {
        return SPECIAL.matcher(text.replaceAll("\\R", " ")).replaceAll("\\\\$0");
    }

    /** The text as a block of code, whatever is in it. */
    public static String codeBlock(String language, String text) {
        return "```" + language + "\n" + text.replace("```", "'''") + "\n```";
    }
}
