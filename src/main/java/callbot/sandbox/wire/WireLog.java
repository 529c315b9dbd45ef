package callbot.sandbox.wire;

import callbot.json.ObjectWriter;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.TreeMap;
import java.util.concurrent.locks.Condition;
import java.util.concurrent.locks.ReentrantLock;
import java.util.function.Supplier;

/** The last lines of the wire. Whatever is new or has changed gets a version that is greater than all before. */
final class WireLog {

    /** So many lines are kept; then the oldest are forgotten. */
    static final int MOST = 500;

    private final ReentrantLock lock = new ReentrantLock();
    private final Condition news = lock.newCondition();
    private final TreeMap<Long, Entry> entries = new TreeMap<>();
    private long version;
    private long pokes;

    /**
     * A line, and what else there is to know about it, which is looked up when somebody asks.
     *
     * @param version greater than that of every line that has not changed since
     */
    record Entry(long version, WireLine line, Supplier<ObjectWriter> details) {}

    void add(WireLine line, Supplier<ObjectWriter> details) {
        lock.lock();
        try {
            put(line, details);
            if (entries.size() > MOST) entries.pollFirstEntry();
            news.signalAll();
        } finally {
            lock.unlock();
        }
    }

    /** It turns out that this piece of work is a part of another, or of none. */
    void move(String command, Optional<String> other) {
        lock.lock();
        try {
            List<Entry> found = entries.values().stream()
                    .filter(entry -> entry.line().command().equals(Optional.of(command)))
                    .toList();
            for (Entry entry : found) {
                entries.remove(entry.version());
                put(entry.line().in(other), entry.details());
            }
            if (!found.isEmpty()) news.signalAll();
        } finally {
            lock.unlock();
        }
    }

    /** What else there is to know about the line with this number; absent if it has been forgotten. */
    Optional<ObjectWriter> details(long number) {
        return after(0).stream()
                .filter(entry -> entry.line().number() == number)
                .findFirst()
                .map(entry -> entry.details().get());
    }

    /** The lines whose version is greater, in the order of their versions. */
    List<Entry> after(long seen) {
        lock.lock();
        try {
            return List.copyOf(entries.tailMap(seen, false).values());
        } finally {
            lock.unlock();
        }
    }

    /** The same, but waits for the first of them until somebody wakes whoever waits, or the patience is over. */
    List<Entry> await(long seen, Duration patience) throws InterruptedException {
        long nanos = patience.toNanos();
        lock.lockInterruptibly();
        try {
            long before = pokes;
            while (version <= seen && pokes == before && nanos > 0) nanos = news.awaitNanos(nanos);
            return after(seen);
        } finally {
            lock.unlock();
        }
    }

    /** Something else has changed. */
    void wake() {
        lock.lock();
        try {
            pokes++;
            news.signalAll();
        } finally {
            lock.unlock();
        }
    }

    private void put(WireLine line, Supplier<ObjectWriter> details) {
        version++;
        entries.put(version, new Entry(version, line, details));
    }
}
