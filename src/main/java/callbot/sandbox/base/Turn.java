package callbot.sandbox.base;

import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.locks.ReentrantLock;
import java.util.function.Supplier;

/**
 * One thing at a time. All that the fake knows changes and is read in somebody's turn, so none of it needs a lock of its
 * own. Nobody waits for the network in his turn.
 */
public final class Turn {

    private final ReentrantLock lock = new ReentrantLock();
    private final List<Runnable> listeners = new CopyOnWriteArrayList<>();

    /** Runs the action in a turn of its own, or in the one under way on this thread. */
    public <T> T take(Supplier<T> action) {
        lock.lock();
        try {
            return action.get();
        } finally {
            lock.unlock();
            if (!lock.isHeldByCurrentThread()) listeners.forEach(Runnable::run);
        }
    }

    /** Has a look in a turn of its own, which changes nothing, so that nobody need look again. */
    public <T> T look(Supplier<T> action) {
        lock.lock();
        try {
            return action.get();
        } finally {
            lock.unlock();
        }
    }

    /** Takes a turn for an action without a result. */
    public void run(Runnable action) {
        take(() -> {
            action.run();
            return true;
        });
    }

    /** Has this run at the end of every turn from now on in which something may have changed. */
    public void whenOver(Runnable listener) {
        listeners.add(listener);
    }
}
