package callbot.webhook;

import callbot.store.StateStore;
import callbot.trace.Tracer;
import callbot.webhook.Inbox.Acceptance;
import callbot.webhook.Task.Progress;
import java.time.Clock;
import java.time.Duration;
import java.util.List;
import java.util.Queue;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.CountDownLatch;
import java.util.function.Consumer;
import java.util.function.Function;

/** One instance of the bot, as far as webhooks are concerned; it remembers what it was given to do. */
final class TestInstance implements AutoCloseable {

    final Instances instances;
    final Mailboxes mailboxes = new Mailboxes();
    final Inbox inbox;
    private final StateStore store;
    private final Queue<Task> tasks = new ConcurrentLinkedQueue<>();

    private TestInstance(int room, StateStore store, Clock clock, String name, Function<Task, Progress> worker) {
        this.store = store;
        instances = new Instances(store, name);
        inbox = new Inbox(room, store, instances, clock, mailboxes, new Tracer(clock), task -> {
            tasks.add(task);
            return worker.apply(task);
        });
        instances.enter();
    }

    /** An instance whose worker leaves nothing undone. */
    static TestInstance finishing(StateStore store, Clock clock, String name, Consumer<Task> worker) {
        return working(store, clock, name, task -> {
            worker.accept(task);
            return new Progress.Done();
        });
    }

    static TestInstance working(StateStore store, Clock clock, String name, Function<Task, Progress> worker) {
        return new TestInstance(Inbox.MOST_IN_HAND, store, clock, name, worker);
    }

    /** An instance that works on so many tasks at once. */
    static TestInstance withRoomFor(int tasks, StateStore store, Clock clock, Consumer<Task> worker) {
        return new TestInstance(tasks, store, clock, "me", task -> {
            worker.accept(task);
            return new Progress.Done();
        });
    }

    Acceptance accept(String body) {
        return inbox.accept(Recorded.parse(body), body);
    }

    List<Task> tasks() {
        return List.copyOf(tasks);
    }

    /** What is written down of this instance's open events. */
    List<TaskEntry> open() {
        return store.get(store.keys(Task.family(instances.me()))).values().stream()
                .map(TaskEntry::parse)
                .toList();
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
