package callbot.text;

import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** The one cleaning of text that others wrote, before it is shown anywhere. What is markup where, those know who show it there. */
public final class OthersText {

    /** Joins words, and shows as nothing: what stands on either side is no longer taken for one. */
    public static final String JOINER = "\u2060";

    /** More of one text nobody wants to read; in characters. */
    private static final int MOST = 300;

    /** What shows as nothing. */
    private static final Pattern INVISIBLE = Pattern.compile("[\\u00AD\\u200B\\u2060\\uFEFF]+");

    /**
     * What ends a line, controls a terminal, turns the direction of what follows, or is half a character. The joiners that
     * scripts and emoji need stay, and the mark that keeps a number behind an Arabic name from being written backwards.
     */
    private static final Pattern UNRULY = Pattern.compile("[\\p{Cc}\\p{Cf}\\p{Cs}\\p{Zl}\\p{Zp}&&[^\\u200C-\\u200E]]+");

    /** Between these two a link would be found, or something that is replaced: a template, or a character by its number. */
    private static final Pattern SEAM = Pattern.compile("(?<=:)(?=//)|(?<=\\{)(?=\\{)|(?<=&)(?=#|\\w+;)");

    /** Where the name of a host may go on. */
    private static final Pattern DOT = Pattern.compile("(?<=[\\p{L}\\p{N}])\\.(?=\\p{L}{2})");

    private static final Pattern WORD = Pattern.compile("\\S+");
    private static final Pattern ADDRESS = Pattern.compile("[^@/]+@[^@/]+");

    private OthersText() {}

    /** The text on one line, in its direction. It may become empty. */
    public static String onOneLine(String text) {
        if (isPrintableAscii(text)) return text.strip(); // as nearly all are, and this is quickly seen
        String visible = INVISIBLE.matcher(text).replaceAll("");
        return UNRULY.matcher(visible).replaceAll(" ").strip();
    }

    private static boolean isPrintableAscii(String text) {
        for (int i = 0; i < text.length(); i++) if (text.charAt(i) < ' ' || text.charAt(i) > '~') return false;
        return true;
    }

    /**
     * The same, not too long, and such that no client makes a link of it: who calls himself {@code https://evil.example} shall
     * not be clicked. E-mail addresses stay as they are, since they are what some phones are called by.
     */
    public static String inert(String text) {
        String whole = SEAM.matcher(cut(onOneLine(text), MOST)).replaceAll(JOINER);
        return WORD.matcher(whole).replaceAll(word -> Matcher.quoteReplacement(inertWord(word.group())));
    }

    private static String inertWord(String word) {
        return ADDRESS.matcher(word).matches() ? word : DOT.matcher(word).replaceAll(JOINER + ".");
    }

    /** The beginning of a text that has more characters than that. */
    public static String cut(String text, int most) {
        if (text.codePointCount(0, text.length()) <= most) return text;
        return text.substring(0, text.offsetByCodePoints(0, most - 1)) + "…";
    }
}
