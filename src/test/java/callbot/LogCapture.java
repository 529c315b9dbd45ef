package callbot;

import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.logging.Handler;
import java.util.logging.Level;
import java.util.logging.LogRecord;
import java.util.logging.Logger;

/** All that the bot logs at its finest level, and its libraries then, in the bot's own format; until it is closed. */
final class LogCapture extends Handler implements AutoCloseable {

    private final ConcurrentLinkedQueue<String> lines = new ConcurrentLinkedQueue<>();
    private final Logger root = Logger.getLogger("");
    private final Logger bot = Logger.getLogger("callbot");
    private final Level before = root.getLevel();

    LogCapture() {
        setFormatter(new LogFormat());
        setLevel(Level.ALL);
        root.addHandler(this);
        root.setLevel(Level.WARNING);
        bot.setLevel(Level.ALL);
    }

    /** All of it. */
    String text() {
        return String.join("", lines);
    }

    @Override
    public void publish(LogRecord logged) {
        lines.add(getFormatter().format(logged));
    }

    @Override
    public void flush() {}

    @Override
    public void close() {
        root.removeHandler(this);
        root.setLevel(before);
        bot.setLevel(null);
    }
}
