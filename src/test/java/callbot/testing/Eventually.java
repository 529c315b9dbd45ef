package callbot.testing;

import static org.junit.jupiter.api.Assertions.assertTrue;

import java.time.Duration;
import java.util.concurrent.locks.LockSupport;
import java.util.function.BooleanSupplier;

/** Waits for what other threads or processes do, and no longer than needed. */
public final class Eventually {

    private static final Duration PATIENCE = Duration.ofSeconds(20);
    private static final Duration PAUSE = Duration.ofMillis(5);

    private Eventually() {}

    /** Returns as soon as it is so, and fails if that takes too long. */
    public static void isTrue(String what, BooleanSupplier condition) {
        isTrue(what, PATIENCE, condition);
    }

    /** Returns as soon as it is so, and fails if that takes longer than this. */
    public static void isTrue(String what, Duration patience, BooleanSupplier condition) {
        long deadline = System.nanoTime() + patience.toNanos();
        while (!condition.getAsBoolean()) {
            assertTrue(System.nanoTime() < deadline, "in vain waited until " + what);
            LockSupport.parkNanos(PAUSE.toNanos());
        }
    }
}
