package callbot.call.feed;

import java.time.Duration;
import java.util.function.BooleanSupplier;

/**
 * Waits until something has come about that others do, perhaps on other machines, and looks for it ten times a second.
 *
 * @param patience for how long
 */
record Lookout(Duration patience) {

    private static final Duration PAUSE = Duration.ofMillis(100);

    /** Returns as soon as it has; whether it has in time. */
    boolean sees(BooleanSupplier wanted) {
        long end = System.nanoTime() + patience.toNanos();
        while (!wanted.getAsBoolean()) {
            if (System.nanoTime() - end >= 0) return false; // looking takes time, too
            try {
                Thread.sleep(PAUSE);
            } catch (InterruptedException e) {
                Thread.currentThread().interrupt();
                return false;
            }
        }
        return true;
    }
}
