package callbot;

import java.io.PrintWriter;
import java.io.StringWriter;
import java.time.temporal.ChronoUnit;
import java.util.logging.ConsoleHandler;
import java.util.logging.Formatter;
import java.util.logging.Level;
import java.util.logging.LogRecord;
import java.util.logging.Logger;

/** A log line: time, level, the piece of work that it belongs to, who says it, and what, as {@code key=value}. */
final class LogFormat extends Formatter {

    private static final String OURS = "callbot";

    /** Has all lines from this level on written like this, to the console; those of libraries only from WARNING on. */
    static void install(Level level) {
        // Heard only until the first logger is asked for; the name alone does not wake the JDK's own one.
        System.setProperty("java.util.logging.manager", LastingLogs.class.getName());
        Logger root = Logger.getLogger("");
        for (var handler : root.getHandlers()) root.removeHandler(handler);
        ConsoleHandler console = new ConsoleHandler();
        console.setFormatter(new LogFormat());
        console.setLevel(Level.ALL);
        root.addHandler(console);
        root.setLevel(Level.WARNING);
        Logger.getLogger(OURS).setLevel(level);
    }

    /**
     * Runs in the thread that logs, whose name says which piece of work this is. What a message quotes cannot begin a line or
     * move the cursor.
     */
    @Override
    public String format(LogRecord line) {
        String from = line.getLoggerName();
        return "%s %-7s %s %s %s%s%n"
                .formatted(
                        line.getInstant().truncatedTo(ChronoUnit.MILLIS),
                        line.getLevel(),
                        Thread.currentThread().getName(),
                        from.substring(from.lastIndexOf('.') + 1),
                        formatMessage(line).replaceAll("[\\p{Cc}\\p{Zl}\\p{Zp}]+", " "),
                        stackTrace(line.getThrown()));
    }

    private static String stackTrace(Throwable thrown) {
        if (thrown == null) return "";
        StringWriter trace = new StringWriter();
        thrown.printStackTrace(new PrintWriter(trace));
        return System.lineSeparator() + trace;
    }
}
