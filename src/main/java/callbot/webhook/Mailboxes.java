package callbot.webhook;

import java.lang.System.Logger.Level;
import java.time.Duration;
import java.util.ArrayDeque;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Queue;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.RejectedExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.AtomicReference;

/** Work in order for each owner, and in parallel for different owners: an owner with work has a virtual thread. */
public final class Mailboxes {

    private final System.Logger log = System.getLogger(Mailboxes.class.getName());
    private final Map<String, Queue<Runnable>> boxes = new ConcurrentHashMap<>();
    private final ExecutorService threads = Executors.newVirtualThreadPerTaskExecutor();
    private final AtomicInteger load = new AtomicInteger();
    private volatile boolean stopping;

    /** Queues this behind all earlier work of this owner; it is dropped if the bot stops first. */
    public void post(String owner, Runnable work) {
        load.incrementAndGet();
        try {
            put(owner, work);
        } catch (RejectedExecutionException e) { // it stops; the inbox knows what was not done
            load.decrementAndGet();
        }
    }

    private void put(String owner, Runnable work) {
        boxes.compute(owner, (name, waiting) -> {
            if (waiting != null) {
                waiting.add(work);
                return waiting;
            }
            threads.execute(() -> empty(owner)); // it waits for this box to be in place
            return new ArrayDeque<>(List.of(work));
        });
    }

    /** How many pieces of work are waiting for this owner, besides the one being done. */
    public int waiting(String owner) {
        AtomicInteger waiting = new AtomicInteger();
        boxes.computeIfPresent(owner, (name, box) -> {
            waiting.set(box.size());
            return box;
        });
        return waiting.get();
    }

    /** How many pieces of work are waiting or being done. */
    public int load() {
        return load.get();
    }

    /** Begins nothing new, and waits this long for the work in progress. Whether all of it ended. */
    public boolean stop(Duration patience) {
        stopping = true;
        threads.shutdown();
        try {
            if (threads.awaitTermination(patience.toMillis(), TimeUnit.MILLISECONDS)) return true;
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
        threads.shutdownNow();
        return false;
    }

    private void empty(String owner) {
        for (Optional<Runnable> work = next(owner); work.isPresent(); work = next(owner)) {
            try {
                work.get().run();
            } catch (RuntimeException | Error e) { // else nobody would be at work on this mailbox any more
                log.log(Level.ERROR, "event=mailbox.failed owner=" + owner, e);
            } finally {
                load.decrementAndGet();
            }
        }
    }

    private Optional<Runnable> next(String owner) {
        AtomicReference<Runnable> next = new AtomicReference<>();
        boxes.computeIfPresent(owner, (name, waiting) -> {
            if (!stopping) next.set(waiting.poll());
            return next.get() == null ? null : waiting;
        });
        return Optional.ofNullable(next.get());
    }
}
