package callbot.sandbox.traffic;

import java.time.Duration;
import java.time.Instant;

/**
 * Something on the wire that has begun.
 *
 * @param number its place in the order in which things began
 * @param time when it began
 * @param nanos the same by {@link System#nanoTime}
 */
public record Begun(long number, Instant time, long nanos) {

    /** How long ago that is. */
    public Duration elapsed() {
        return Duration.ofNanos(System.nanoTime() - nanos);
    }
}
