package callbot;

import callbot.http.WebServer;
import java.time.Duration;
import java.time.Instant;
import java.util.HashMap;
import java.util.Map;
import java.util.logging.ConsoleHandler;
import java.util.logging.Formatter;
import java.util.logging.Level;
import java.util.logging.LogRecord;

/**
 * Writes log lines to the console, but of those that are written while a request is answered only so many of each kind a
 * minute: how often they are written is up to strangers. The next one says how many were left out.
 */
final class LogConsole extends ConsoleHandler {

    private static final int LINES = 30;
    private static final Duration WHILE = Duration.ofMinutes(1);

    /** By the text of the line before anything is filled in, of which there are as many as there are places that log. */
    private final Map<String, Minute> minutes = new HashMap<>();

    private record Minute(Instant from, int lines) {}

    LogConsole(Formatter format) {
        setFormatter(format);
        setLevel(Level.ALL);
    }

    @Override
    public void publish(LogRecord line) {
        boolean isOfARequest = Thread.currentThread().getName().startsWith(WebServer.THREADS);
        if (!isOfARequest || line.getLevel().intValue() < Level.INFO.intValue()) super.publish(line);
        else if (counted(line) <= LINES) super.publish(line);
    }

    /** How many lines of this kind there were in this minute. */
    private synchronized int counted(LogRecord line) {
        String kind = String.valueOf(line.getMessage());
        Minute minute = minutes.getOrDefault(kind, new Minute(line.getInstant(), 0));
        boolean isOver = minute.from().plus(WHILE).isBefore(line.getInstant());
        if (isOver && minute.lines() > LINES) {
            LogRecord rest = new LogRecord(Level.WARNING, "event=log.left-out lines={0} like=\"{1}\"");
            rest.setLoggerName(line.getLoggerName());
            rest.setInstant(line.getInstant());
            rest.setParameters(new Object[] {minute.lines() - LINES, kind});
            super.publish(rest);
        }
        Minute now = isOver ? new Minute(line.getInstant(), 1) : new Minute(minute.from(), minute.lines() + 1);
        minutes.put(kind, now);
        return now.lines();
    }
}
