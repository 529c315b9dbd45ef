package callbot.sandbox;

import callbot.store.StoreUnavailableException;
import java.util.Optional;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.locks.ReentrantReadWriteLock;
import java.util.function.Supplier;

/** What a bot hangs on. Once it is cut, no step that goes by it comes to its end any more, as if the power had failed. */
final class Lifeline {

    private final ReentrantReadWriteLock lock = new ReentrantReadWriteLock();
    private Optional<Thread> cutter = Optional.empty();

    /**
     * Takes a step, whole or not at all.
     *
     * @throws StoreUnavailableException if it has been cut; whoever did that learns it at once, others when they are interrupted
     */
    <T> T step(Supplier<T> step) {
        lock.readLock().lock();
        try {
            if (cutter.isEmpty()) return step.get();
        } finally {
            lock.readLock().unlock();
        }
        if (cutter.get() != Thread.currentThread()) awaitInterrupt();
        throw new StoreUnavailableException("the bot was killed");
    }

    /** Ends it. When this returns, no step is under way any more. */
    void cut() {
        lock.writeLock().lock();
        try {
            cutter = Optional.of(Thread.currentThread());
        } finally {
            lock.writeLock().unlock();
        }
    }

    private static void awaitInterrupt() {
        try {
            new CountDownLatch(1).await();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }
}
