package callbot.command.value;

import java.util.regex.Pattern;

/** What somebody types, in a table of such texts, where characters that cannot be seen are given by their numbers. */
public record Typed(String text) {

    private static final Pattern NUMBER = Pattern.compile("\\\\u([0-9a-f]{4})");

    /** JUnit calls this for every cell whose column is of this type. */
    static Typed of(String cell) {
        return new Typed(
                NUMBER.matcher(cell).replaceAll(number -> Character.toString(Integer.parseInt(number.group(1), 16))));
    }
}
