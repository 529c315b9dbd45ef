package callbot.command.value;

import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/**
 * What somebody typed or pasted as something to dial. What only stands around it is taken off (quotes, a link, a name, a
 * scheme), until an address or a {@link NumberText} is left.
 *
 * @param text in plain signs: digits of all scripts are 0 to 9, all dashes are hyphens, all blanks spaces
 */
record DialText(String text) {

    /** Nothing that can be dialled is longer, however it is written, in characters. */
    private static final int MAX_TYPED = 200;

    /** A link in Markdown: what is shown, and where it leads. */
    private static final Pattern LINK = Pattern.compile("\\[([^\\[\\]]*)]\\(([^()]*)\\)");

    /** A name and what it stands for, as in the heading of a mail. */
    private static final Pattern NAMED = Pattern.compile("([^<>]+)<([^<>]*)>");

    private static final Pattern BOLD = Pattern.compile("\\*\\*([^*]+)\\*\\*");
    private static final Pattern SCHEME =
            Pattern.compile("(?:(?:tel|callto|mailto):(?://)?|sips?:(?=\\+?[0-9]+$))(.*)", Pattern.CASE_INSENSITIVE);
    private static final Pattern END_OF_SENTENCE = Pattern.compile("(?<=[\\p{L}0-9#*)])[.!?]$");
    private static final Pattern BETWEEN_ADDRESSES =
            Pattern.compile("[\\s,;|&/]+(?:(?:or|and)\\s+)?", Pattern.CASE_INSENSITIVE);

    /** Reads what somebody typed. */
    static Reading read(String typed) {
        if (typed.length() > MAX_TYPED) return new Reading.None("that is too long for a number");
        String text = plain(typed).strip();
        if (text.isEmpty()) return new Reading.None("it needs a number or an address");
        if (text.lines().count() > 1) return new Reading.None("those are several lines, and a number has one");
        return new DialText(text).read();
    }

    private Reading read() {
        Matcher link = LINK.matcher(text);
        if (link.matches()) return agreed(link.group(1), link.group(2));
        Matcher named = NAMED.matcher(text);
        if (named.matches()) return agreed(named.group(1), named.group(2));
        return Stream.of(BOLD, SCHEME)
                .map(pattern -> pattern.matcher(text))
                .filter(Matcher::matches)
                .map(matcher -> matcher.group(1))
                .findFirst()
                .or(() -> Quotes.inside(text))
                .map(inner -> inside(inner).read())
                .orElseGet(this::bare);
    }

    /** What is shown and what is behind it: if both can be dialled, and are not the same, nobody knows which is meant. */
    private static Reading agreed(String shown, String behind) {
        Reading hidden = inside(behind).read();
        if (hidden instanceof Reading.None) return hidden;
        List<DialString> all = new ArrayList<>(inside(shown).read().numbers());
        all.addAll(hidden.numbers());
        return Reading.of(all, "");
    }

    private Reading bare() {
        String bare = END_OF_SENTENCE.matcher(text).replaceFirst("");
        return bare.contains("@") ? addresses(bare) : new NumberText(bare).read();
    }

    private static Reading addresses(String text) {
        List<String> all = DialString.isAddress(text) ? List.of(text) : List.of(BETWEEN_ADDRESSES.split(text));
        return all.stream().allMatch(DialString::isAddress)
                ? Reading.of(all.stream().map(DialString::of).toList(), "")
                : new Reading.None("that is not an address; one looks like ana@example.com");
    }

    private static DialText inside(String text) {
        return new DialText(text.strip());
    }

    private static String plain(String typed) {
        StringBuilder plain = new StringBuilder();
        typed.codePoints().map(DialText::plain).filter(sign -> sign != NOTHING).forEach(plain::appendCodePoint);
        return plain.toString();
    }

    /** What cannot be seen and separates nothing. */
    private static final int NOTHING = -1;

    private static int plain(int sign) {
        if (sign >= 0xFF01 && sign <= 0xFF5E) return plain(sign - 0xFEE0); // the wide forms of ASCII
        return switch (Character.getType(sign)) {
            case Character.FORMAT -> sign == 0x200B ? ' ' : NOTHING; // a blank without width is a blank
            case Character.DECIMAL_DIGIT_NUMBER -> '0' + Character.digit(sign, 10);
            case Character.SPACE_SEPARATOR, Character.LINE_SEPARATOR, Character.PARAGRAPH_SEPARATOR -> ' ';
            case Character.DASH_PUNCTUATION -> '-';
            default ->
                switch (sign) {
                    case '\t' -> ' ';
                    case 0x2212, 0x30FC -> '-'; // minus, and how a dash is typed in Japan
                    case 0x00B7, 0x2022, 0x2024, 0x2027 -> '.'; // dots in the middle
                    case 0x2044, 0x2215 -> '/'; // the slash of fractions
                    case 0x3001 -> ','; // the comma of lists in Japan
                    default -> sign;
                };
        };
    }
}
