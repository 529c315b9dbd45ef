package callbot.webhook;

import callbot.store.StateStore;
import callbot.trace.Tracer;
import callbot.webhook.Inbox.Acceptance;
import java.time.Clock;
import java.time.Duration;
import java.util.List;
import java.util.Queue;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.CountDownLatch;
import java.util.function.Consumer;

/** One instance of the bot, as far as webhooks are concerned; it remembers what it was given to do. */
final class TestInstance implements AutoCloseable {

    final Instances instances;
    final Mailboxes mailboxes = new Mailboxes();
    final Inbox inbox;
    private final Queue<Delivery> deliveries = new ConcurrentLinkedQueue<>();

    TestInstance(StateStore store, Clock clock, String name, Consumer<Delivery> worker) {
        instances = new Instances(store, name);
        inbox = new Inbox(store, instances, clock, mailboxes, new Tracer(clock), delivery -> {
            deliveries.add(delivery);
            worker.accept(delivery);
        });
    }

    Acceptance accept(String body) {
        return inbox.accept(Recorded.parse(body), body);
    }

    List<Delivery> deliveries() {
        return List.copyOf(deliveries);
    }

    /** Waits until this is so, on behalf of a worker; ends when the instance does. */
    static void await(CountDownLatch latch) {
        try {
            latch.await();
        } catch (InterruptedException e) {
            throw new IllegalStateException("the instance has ended", e);
        }
    }

    /** Waits for the work under way, which must not be held up any more. */
    @Override
    public void close() {
        mailboxes.stop(Duration.ofSeconds(10));
    }
}
