package callbot;

import static org.junit.jupiter.api.Assertions.fail;

import java.time.Duration;
import java.util.Optional;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.Condition;
import java.util.concurrent.locks.ReentrantLock;
import java.util.function.BooleanSupplier;
import java.util.function.Supplier;

/** Waits for what is bound to happen, and looks again whenever something has changed. It fails if it waits in vain. */
final class Waiting {

    private static final Duration PATIENCE = Duration.ofSeconds(30);
    private static final Duration LOOK_AGAIN = Duration.ofMillis(50);

    private final ReentrantLock lock = new ReentrantLock();
    private final Condition changed = lock.newCondition();

    /** Something has changed. */
    void wake() {
        lock.lock();
        try {
            changed.signalAll();
        } finally {
            lock.unlock();
        }
    }

    void until(BooleanSupplier condition, String what) {
        until(() -> condition.getAsBoolean() ? Optional.of(true) : Optional.empty(), () -> what);
    }

    <T> T until(Supplier<Optional<T>> wanted, Supplier<String> what) {
        long deadline = System.nanoTime() + PATIENCE.toNanos();
        while (true) {
            Optional<T> found = wanted.get(); // without the lock: it may ask Webex, which wakes whoever waits
            if (found.isPresent()) return found.get();
            if (System.nanoTime() > deadline) return fail("waited in vain for " + what.get());
            aMoment();
        }
    }

    private void aMoment() {
        lock.lock();
        try {
            changed.await(LOOK_AGAIN.toMillis(), TimeUnit.MILLISECONDS);
        } catch (InterruptedException e) {
            throw new IllegalStateException(e);
        } finally {
            lock.unlock();
        }
    }
}
