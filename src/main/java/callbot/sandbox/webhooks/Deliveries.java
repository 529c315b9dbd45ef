package callbot.sandbox.webhooks;

import callbot.sandbox.base.Habit;
import callbot.sandbox.base.Habits;
import callbot.sandbox.base.Turn;
import callbot.sandbox.traffic.Wire;
import java.io.IOException;
import java.net.URI;
import java.time.Clock;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.Condition;
import java.util.concurrent.locks.ReentrantLock;
import java.util.function.Function;

/**
 * Sends events to webhooks, each on a thread of its own, so in no certain order, and once: nothing says that Webex repeats a
 * delivery that has failed. How long it waits for an answer is written down nowhere either; here it is five seconds.
 */
public final class Deliveries implements AutoCloseable {

    private static final Set<String> THIS_MACHINE = Set.of("localhost", "127.0.0.1", "[::1]");

    private final Clock clock;
    private final Courier courier;
    private final Habits habits;
    private final Oddities oddities;
    private final Turn turn;
    private final ExecutorService executor = Executors.newVirtualThreadPerTaskExecutor();
    private final ReentrantLock lock = new ReentrantLock();
    private final Condition quiet = lock.newCondition();
    private final List<Delivery> heldBack = new ArrayList<>();
    private boolean holding;
    private int copies = 1;
    private int toLose;
    private int underWay;
    private volatile int repeats;
    private volatile Duration pauseBetween = Duration.ZERO;

    /**
     * What goes wrong with deliveries just now.
     *
     * @param copies how often every event is delivered
     * @param holding whether events are held back
     * @param heldBack how many are
     */
    public record State(int copies, boolean holding, int heldBack) {}

    /** Deliveries of the time of this clock, which go over this wire. */
    public Deliveries(Clock clock, Wire wire, Habits habits, Turn turn) {
        this.clock = clock;
        this.courier = new Courier(wire);
        this.habits = habits;
        this.oddities = new Oddities(habits);
        this.turn = turn;
    }

    /** Whether this address is one of this machine. */
    public static boolean isOnThisMachine(URI address) {
        return THIS_MACHINE.contains(address.getHost());
    }

    /** How an address that a webhook names is reached from here; absent if it is not. */
    public void reachThrough(Function<URI, Optional<URI>> network) {
        courier.reachThrough(network);
    }

    /** From now on a delivery that fails is repeated up to so many times, after such pauses; 0 for not at all, as at first. */
    public void repeat(int times, Duration pause) {
        if (times < 0) throw new IllegalArgumentException("times: " + times);
        locked(() -> {
            repeats = times;
            pauseBetween = pause;
        });
    }

    /** So long it waits for the answer to a delivery. */
    public void patience(Duration patience) {
        courier.patience(patience);
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
        locked(() -> letGo("delivered late").forEach(delivery -> begin(List.of(delivery))));
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

    /** Delivers this event to this webhook, or lets it go wrong as was wished. */
    void send(RegisteredWebhook webhook, Event event) {
        Delivery delivery =
                Delivery.to(webhook, oddities.of(webhook.envelope(event).toJson()));
        locked(() -> {
            if (toLose > 0) {
                toLose--;
                return;
            }
            for (int i = 0; i < copies; i++) {
                Delivery one = i == 0 ? delivery : delivery.spoilt("delivered again");
                if (holding) heldBack.add(one);
                else begin(List.of(one));
            }
        });
    }

    private List<Delivery> letGo(String how) {
        List<Delivery> deliveries =
                heldBack.stream().map(delivery -> delivery.spoilt(how)).toList();
        heldBack.clear();
        holding = false;
        return deliveries;
    }

    private void begin(List<Delivery> deliveries) {
        underWay++;
        executor.execute(() -> {
            try {
                deliver(deliveries);
            } finally {
                locked(() -> {
                    if (--underWay == 0) quiet.signalAll();
                });
            }
        });
    }

    /** Brings one after the other; if that is wished, those that are not taken again after a pause. */
    private void deliver(List<Delivery> deliveries) {
        List<Delivery> left = untaken(deliveries);
        for (int done = 0; done < repeats && !left.isEmpty() && pause(); done++) left = untaken(left);
    }

    private List<Delivery> untaken(List<Delivery> deliveries) {
        return deliveries.stream().filter(delivery -> !isTaken(delivery)).toList();
    }

    private boolean isTaken(Delivery delivery) {
        boolean taken = courier.bring(delivery);
        if (!taken && habits.has(Habit.GIVES_UP_ON_WEBHOOKS))
            turn.run(() -> delivery.webhook().failed(clock.instant()));
        return taken;
    }

    private boolean pause() {
        try {
            TimeUnit.NANOSECONDS.sleep(pauseBetween.toNanos());
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
