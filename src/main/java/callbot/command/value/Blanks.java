package callbot.command.value;

/** What separates words, or stands around a text. */
public final class Blanks {

    private Blanks() {}

    /** The text without blanks around it. */
    public static String stripped(String text) {
        int from = 0;
        int to = text.length();
        while (from < to && isBlank(text.charAt(from))) from++;
        while (from < to && isBlank(text.charAt(to - 1))) to--;
        return text.substring(from, to);
    }

    /** Also the blanks that do not break a line, and what nobody sees: clients put them around words. */
    public static boolean isBlank(char c) {
        return Character.isWhitespace(c) || Character.isSpaceChar(c) || Character.getType(c) == Character.FORMAT;
    }
}
