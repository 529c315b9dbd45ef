package callbot.command.value;

import java.util.List;
import java.util.Optional;

/** Pairs of signs that people and programs put around a text, and that are no part of it. */
public final class Quotes {

    private static final List<String> QUOTATION_MARKS = List.of(
            "\"\"", "''", "``", "“”", "„“", "„”", "””", "‟”", "‘’", "‚‘", "‚’", "’’", "«»", "»«", "‹›", "›‹", "「」",
            "『』");
    private static final List<String> BRACKETS = List.of("()", "[]", "<>");

    private Quotes() {}

    /** What stands in quotes or in brackets, if the whole text does. */
    static Optional<String> inside(String text) {
        return inside(text, QUOTATION_MARKS).or(() -> inside(text, BRACKETS));
    }

    /** The text without the quotation marks around it, if there are any. */
    public static String takenOff(String text) {
        return inside(text, QUOTATION_MARKS).orElse(text);
    }

    private static Optional<String> inside(String text, List<String> pairs) {
        if (text.length() < 2) return Optional.empty();
        char first = text.charAt(0);
        char last = text.charAt(text.length() - 1);
        String inner = text.substring(1, text.length() - 1);
        boolean around = pairs.contains("" + first + last) && inner.indexOf(first) < 0 && inner.indexOf(last) < 0;
        return Optional.of(inner.strip()).filter(any -> around);
    }
}
