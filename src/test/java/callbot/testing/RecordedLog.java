package callbot.testing;

import java.text.MessageFormat;
import java.util.List;
import java.util.Queue;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;
import java.util.logging.Handler;
import java.util.logging.Level;
import java.util.logging.LogRecord;
import java.util.logging.Logger;

/** Keeps what one class logs instead of printing them, until it is closed. */
public final class RecordedLog extends Handler implements AutoCloseable {

    private final BlockingQueue<String> errors = new LinkedBlockingQueue<>();
    private final Queue<String> lines = new ConcurrentLinkedQueue<>();
    private final Logger logger;

    /** Begins to record what this class logs, at all levels. */
    public RecordedLog(Class<?> source) {
        logger = Logger.getLogger(source.getName());
        logger.setUseParentHandlers(false);
        logger.setLevel(Level.ALL);
        logger.addHandler(this);
    }

    /** All messages so far, filled in. */
    public List<String> lines() {
        return List.copyOf(lines);
    }

    /** The messages that were errors so far. */
    public List<String> errors() {
        return List.copyOf(errors);
    }

    /** The next message that is an error, which {@link #errors} has no longer; null if there is none in 10 seconds. */
    public String nextError() throws InterruptedException {
        return errors.poll(10, TimeUnit.SECONDS);
    }

    @Override
    public void publish(LogRecord logged) {
        Object[] details = logged.getParameters();
        lines.add(details == null ? logged.getMessage() : MessageFormat.format(logged.getMessage(), details));
        if (logged.getLevel() == Level.SEVERE) errors.add(logged.getMessage());
    }

    @Override
    public void flush() {}

    @Override
    public void close() {
        logger.removeHandler(this);
        logger.setLevel(null);
        logger.setUseParentHandlers(true);
    }
}
