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
 * is written down nowhere, so all of it can be set; unless told otherwise a delivery has five seconds and three tries, a
 * second apart, and a webhook of which five deliveries in a row have failed becomes inactive.
 */
public final class Deliveries implements AutoCloseable {

    private final Courier courier;
    private final Turn turn;
    private final ExecutorService executor = Executors.newVirtualThreadPerTaskExecutor();
    private final ReentrantLock lock = new ReentrantLock();
    private final Condition quiet = lock.newCondition();
    private final List<Runnable> heldBack = new ArrayList<>();
    private volatile Duration betweenTries = Duration.ofSeconds(1);
    private volatile int tries = 3;
    private volatile int failuresToGiveUp = 5;
    private boolean holding;
    private int copies = 1;
    private int toLose;
    private int underWay;

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

    /** So often it tries to deliver an event, the first time counted. */
    public void tries(int tries) {
        if (tries < 1) throw new IllegalArgumentException("tries: " + tries);
        this.tries = tries;
    }

    /** So long it waits for the answer to a delivery. */
    public void patience(Duration patience) {
        courier.patience(patience);
    }

    /** After so many deliveries that failed in a row a webhook becomes inactive. */
    public void giveUpAfter(int failures) {
        if (failures < 1) throw new IllegalArgumentException("failures: " + failures);
        failuresToGiveUp = failures;
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

    /** Delivers what was held back, in the order of the events. */
    public void release() {
        release(List::copyOf);
    }

    /** Delivers what was held back, last event first. */
    public void releaseReversed() {
        release(List::reversed);
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
        String target = webhook.target().toString();
        String body = envelope.toString();
        Optional<String> secret = webhook.secret();
        locked(() -> {
            if (toLose > 0) {
                toLose--;
                return;
            }
            for (int i = 0; i < copies; i++) {
                Runnable delivery = () -> deliver(webhook, target, body, secret);
                if (holding) heldBack.add(delivery);
                else begin(delivery);
            }
        });
    }

    private void release(Function<List<Runnable>, List<Runnable>> order) {
        locked(() -> {
            holding = false;
            order.apply(List.copyOf(heldBack)).forEach(this::begin);
            heldBack.clear();
        });
    }

    private void begin(Runnable delivery) {
        underWay++;
        executor.execute(() -> {
            try {
                delivery.run();
            } finally {
                locked(() -> {
                    if (--underWay == 0) quiet.signalAll();
                });
            }
        });
    }

    private void deliver(Webhook webhook, String target, String body, Optional<String> secret) {
        for (int attempt = 1; attempt <= tries; attempt++) {
            if (attempt > 1 && !pause()) return;
            if (courier.bring(target, body, secret)) {
                turn.run(webhook::delivered);
                return;
            }
        }
        turn.run(() -> webhook.failed(failuresToGiveUp));
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
