package callbot;

import java.util.Optional;
import java.util.stream.Stream;

/**
 * What happens to secrets and ids on their way through a chat, a word processor, or a terminal. They consist of visible ASCII
 * characters, so anything else was put there by a program that meant well.
 */
enum CopyFault {
    TYPOGRAPHIC_QUOTE("holds a typographic quotation mark", "[\u2018-\u201f\u2039\u203a\u00ab\u00bb]"),
    QUOTE("holds a quotation mark", "[\"'`]"),
    DASH("holds a dash where there was a hyphen", "[\u2010-\u2015\u2212\ufe58\ufe63\uff0d]"),
    ELLIPSIS("holds three dots for what was left out", "\u2026|\\.\\.\\."),
    INVISIBLE("holds a character that cannot be seen", "[\\p{Cc}\\p{Cf}\\p{Cs}\\p{Co}\\p{Cn}&&[^\\s]]"),
    BLANK("holds a blank or a line break", "[\\s\\p{Z}\\x85]"),
    ANGLE("holds an angle bracket, as around a placeholder", "[<>]"),
    FOREIGN("holds a character that is not ASCII", "[^\\x21-\\x7e]");

    private final String told;
    private final String pattern;

    CopyFault(String told, String pattern) {
        this.told = told;
        this.pattern = pattern;
    }

    /** What is odd about this text, in words that end a sentence and quote nothing of it; absent if nothing is. */
    static Optional<String> in(String text) {
        return Stream.of(values())
                .filter(fault -> text.matches("(?s).*(?:" + fault.pattern + ").*"))
                .map(fault -> fault.told)
                .findFirst();
    }
}
