package callbot;

import java.util.logging.LogManager;

/**
 * Keeps the log until the very end. The JDK's own one closes all handlers when the JVM begins to shut down, at the same time
 * as the bot begins to stop; what happens during the stop would be lost. Public, because the JDK makes it by its name.
 */
public final class LastingLogs extends LogManager {

    /** Made by the JDK. */
    public LastingLogs() {}

    /** Does nothing: the console needs no closing. */
    @Override
    public void reset() {}
}
