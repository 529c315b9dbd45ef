package callbot;

import callbot.text.OthersText;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.time.temporal.ChronoUnit;
import java.util.logging.Formatter;
import java.util.logging.Level;
import java.util.logging.LogRecord;
import java.util.logging.Logger;
import java.util.stream.Collectors;

/**
 * A log line: time, level, the piece of work that it belongs to, who says it, and what, as {@code key=value}. Whatever is
 * filled in may come from a stranger, so this is where it is made harmless: it cannot begin a line or a value of its own, move
 * the cursor, or take up room.
 */
final class LogFormat extends Formatter {

    private static final String OURS = "callbot";
    private static final int MAX_VALUE = 100;
    private static final int MAX_SENTENCE = 500;
    private static final int MAX_LINE = 2000;

    /** Has all lines from this level on written like this, to the console; those of libraries not below WARNING. */
    static void install(Level level) {
        // Heard only until the first logger is asked for; the name alone does not wake the JDK's own one.
        System.setProperty("java.util.logging.manager", LastingLogs.class.getName());
        Logger root = Logger.getLogger("");
        for (var handler : root.getHandlers()) root.removeHandler(handler);
        root.addHandler(new LogConsole(new LogFormat()));
        root.setLevel(level.intValue() > Level.WARNING.intValue() ? level : Level.WARNING);
        Logger.getLogger(OURS).setLevel(level);
    }

    /** Runs in the thread that logs, whose name says which piece of work this is. */
    @Override
    public String format(LogRecord line) {
        String from = line.getLoggerName();
        return "%s %-7s %s %s %s%s%n"
                .formatted(
                        line.getInstant().truncatedTo(ChronoUnit.MILLIS),
                        line.getLevel(),
                        Thread.currentThread().getName(),
                        from.substring(from.lastIndexOf('.') + 1),
                        cut(OthersText.onOneLine(formatMessage(withHarmlessValues(line))), MAX_LINE),
                        stackTrace(line.getThrown()));
    }

    private static LogRecord withHarmlessValues(LogRecord line) {
        Object[] values = line.getParameters();
        if (values == null) return line;
        LogRecord harmless = new LogRecord(line.getLevel(), line.getMessage());
        Object[] cleaned = new Object[values.length];
        for (int i = 0; i < values.length; i++) {
            String value = OthersText.onOneLine(String.valueOf(values[i]));
            boolean isSentence = line.getMessage().contains("\"{" + i + "}\"");
            cleaned[i] = isSentence ? cut(value, MAX_SENTENCE).replace('"', '\'') : quoted(cut(value, MAX_VALUE));
        }
        harmless.setParameters(cleaned);
        return harmless;
    }

    /** A value with blanks would look like several, and an empty one like none. */
    private static String quoted(String value) {
        boolean isOne = !value.isEmpty() && value.chars().noneMatch(c -> c == ' ' || c == '"');
        return isOne ? value : '"' + value.replace('"', '\'') + '"';
    }

    /** The beginning and the end, which is where ids differ. */
    private static String cut(String text, int most) {
        if (text.length() <= most) return text;
        int end = most / 3;
        return text.substring(0, most - end - 1) + "…" + text.substring(text.length() - end);
    }

    /** An exception's message may quote what came from outside. */
    private static String stackTrace(Throwable thrown) {
        if (thrown == null) return "";
        StringWriter trace = new StringWriter();
        thrown.printStackTrace(new PrintWriter(trace));
        return System.lineSeparator()
                + trace.toString()
                        .lines()
                        .map(line ->
                                cut((line.startsWith("\t") ? "\t" : "| ") + OthersText.onOneLine(line), MAX_SENTENCE))
                        .collect(Collectors.joining(System.lineSeparator()));
    }
}
