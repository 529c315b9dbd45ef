package callbot.sandbox;

import callbot.json.ObjectWriter;
import java.io.IOException;
import java.net.URI;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.Condition;
import java.util.concurrent.locks.ReentrantLock;
import java.util.function.Function;

/**
 * Sends events to webhooks, each on a thread of its own, so in no certain order. How Webex times out, repeats and gives up
 * is written down nowhere; here a delivery has five seconds and three tries, and a webhook that fails five times in a row
 * becomes inactive.
 */
public final class Deliveries implements AutoCloseable {

    private static final int TRIES = 3;
    private static final int FAILURES_TO_GIVE_UP = 5;

    private final Courier courier;
    private final Turn turn;
    private final ExecutorService executor = Executors.newVirtualThreadPerTaskExecutor();
    private final ReentrantLock lock = new ReentrantLock();
    private final Condition quiet = lock.newCondition();
    private final List<Errand> heldBack = new ArrayList<>();
    private volatile Duration betweenTries = Duration.ofSeconds(1);
    private boolean holding;
    private int copies = 1;
    private int toLose;
    private int underWay;

    /**
     * What goes wrong with deliveries just now.
     *
     * @param copies how often every event is delivered
     * @param holding whether events are held back
     * @param heldBack how many are
     */
    public record State(int copies, boolean holding, int heldBack) {}

    Deliveries(Courier courier, Turn turn) {
        this.courier = courier;
        this.turn = turn;
    }

    /** How an address that a webhook names is reached from here; absent if it is not. */
    public void reachThrough(Function<URI, Optional<URI>> network) {
        courier.reachThrough(network);
    }

    /** So long it waits before it tries a failed delivery again. */
    public void pauseBetweenTries(Duration pause) {
        betweenTries = pause;
    }

    /** From now on every event is delivered so many times. */
    public void copies(int copies) {
        locked(() -> this.copies = copies);
    }

    /** The next so many events are never delivered. */
    public void lose(int events) {
        locked(() -> toLose = events);
    }

    /** From now on nothing is delivered until {@link #release()}. */
    public void holdBack() {
        locked(() -> holding = true);
    }

    /** Delivers what was held back, all at once, begun in the order of the events. */
    public void release() {
        locked(() -> letGo("delivered late").forEach(errand -> begin(List.of(errand))));
    }

    /** Delivers what was held back, last event first, one after the other. */
    public void releaseReversed() {
        locked(() -> begin(letGo("delivered out of order").reversed()));
    }

    /** What goes wrong just now. */
    public State state() {
        lock.lock();
        try {
            return new State(copies, holding, heldBack.size());
        } finally {
            lock.unlock();
        }
    }

    /** Waits until nothing is under way any more; says whether that was so in time. */
    public boolean awaitQuiet(Duration patience) throws InterruptedException {
        long nanos = patience.toNanos();
        lock.lockInterruptibly();
        try {
            while (underWay > 0 && nanos > 0) nanos = quiet.awaitNanos(nanos);
            return underWay == 0;
        } finally {
            lock.unlock();
        }
    }

    /** Sends to this address what does not come from Webex: a body with this as its signature. */
    public int forge(URI target, String body, String signature) throws IOException, InterruptedException {
        return courier.forge(target, body, signature);
    }

    /** Ends all deliveries. */
    @Override
    public void close() {
        courier.close();
        executor.shutdownNow();
    }

    void send(Webhook webhook, ObjectWriter envelope) {
        Errand errand = Errand.to(webhook, envelope.toString());
        locked(() -> {
            if (toLose > 0) {
                toLose--;
                return;
            }
            for (int i = 0; i < copies; i++) {
                Errand one = i == 0 ? errand : errand.spoilt("delivered again");
                if (holding) heldBack.add(one);
                else begin(List.of(one));
            }
        });
    }

    private List<Errand> letGo(String how) {
        List<Errand> errands =
                heldBack.stream().map(errand -> errand.spoilt(how)).toList();
        heldBack.clear();
        holding = false;
        return errands;
    }

    private void begin(List<Errand> errands) {
        underWay++;
        executor.execute(() -> {
            try {
                deliver(errands);
            } finally {
                locked(() -> {
                    if (--underWay == 0) quiet.signalAll();
                });
            }
        });
    }

    private void deliver(List<Errand> errands) {
        List<Errand> left = errands;
        for (int attempt = 1; attempt <= TRIES && !left.isEmpty(); attempt++) {
            if (attempt > 1 && !pause()) return;
            left = left.stream().filter(errand -> !isTaken(errand)).toList();
        }
        left.forEach(errand -> turn.run(() -> errand.webhook().failed(FAILURES_TO_GIVE_UP)));
    }

    private boolean isTaken(Errand errand) {
        boolean taken = courier.bring(errand.parcel());
        if (taken) turn.run(errand.webhook()::delivered);
        return taken;
    }

    private boolean pause() {
        try {
            TimeUnit.NANOSECONDS.sleep(betweenTries.toNanos());
            return true;
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            return false;
        }
    }

    private void locked(Runnable action) {
        lock.lock();
        try {
            action.run();
        } finally {
            lock.unlock();
        }
    }
}
