package callbot.sandbox;

import java.time.Clock;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.atomic.AtomicLong;
import java.util.concurrent.locks.ReentrantLock;
import java.util.function.Consumer;

/** Remembers what went over the wire, and tells it to those who listen. */
public final class Wire {

    /** So many exchanges are remembered; then the oldest are forgotten. */
    public static final int MOST = 2_000;

    private final Deque<Exchange> exchanges = new ArrayDeque<>();
    private final ReentrantLock lock = new ReentrantLock();
    private final List<Consumer<Exchange>> listeners = new CopyOnWriteArrayList<>();
    private final AtomicLong begun = new AtomicLong();
    private final Clock clock;

    Wire(Clock clock) {
        this.clock = clock;
    }

    /** Something begins now; whatever begins later gets a greater number. */
    Begun begin() {
        return new Begun(begun.incrementAndGet(), clock.instant(), System.nanoTime());
    }

    /** What went over the wire so far, oldest first. */
    public List<Exchange> exchanges() {
        lock.lock();
        try {
            return List.copyOf(exchanges);
        } finally {
            lock.unlock();
        }
    }

    /** Tells every exchange from now on, on the thread on which it happened; runs until the returned handle is closed. */
    public Listening listen(Consumer<Exchange> listener) {
        listeners.add(listener);
        return () -> listeners.remove(listener);
    }

    /** Ends when it is closed. */
    @FunctionalInterface
    public interface Listening extends AutoCloseable {

        /** Ends the listening. */
        @Override
        void close();
    }

    void record(Exchange exchange) {
        lock.lock();
        try {
            if (exchanges.size() == MOST) exchanges.removeFirst();
            exchanges.addLast(exchange);
        } finally {
            lock.unlock();
        }
        listeners.forEach(listener -> listener.accept(exchange));
    }
}
