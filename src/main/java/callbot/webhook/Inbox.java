package callbot.webhook;

import callbot.json.JsonException;
import callbot.store.Change;
import callbot.store.DoesNotOpenException;
import callbot.store.StateStore;
import callbot.store.StoreUnavailableException;
import callbot.trace.Tracer;
import java.lang.System.Logger.Level;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.locks.ReentrantLock;

/**
 * Events that have been accepted: each is written down until nothing is left to do about it, and known for a day.
 *
 * <pre>
 *   seen.ID             the event is known; for 24 hours, so that it is accepted once
 *   event:INSTANCE:ID   it is open, and this instance works on it: the webhook, how far the work has come, an answer not given yet
 * </pre>
 *
 * Accepting writes both, starting changes the second and ending removes it: one operation of the store each. What is open can
 * be listed, what is known cannot, so start, take-over and questions cost what is open, whatever the day has brought.
 *
 * <p>There is one way back to whatever is unfinished, {@link #resume}: it looks for open events that nobody has in hand, be it
 * that their instance has died or stopped, that the store or Webex was away, or that an answer has to wait.
 */
public final class Inbox {

    /** What becomes of an event at the door. */
    public enum Acceptance {
        /** It is written down and will be worked on. */
        ACCEPTED,
        /** It is known already. */
        SEEN_BEFORE,
        /** It is dropped, because too many of the same person are waiting. */
        TOO_MANY
    }

    /**
     * What an inbox holds.
     *
     * @param open how many events are not done yet
     * @param oldest when the first of them came; absent if there are none
     */
    public record Summary(int open, Optional<Instant> oldest) {}

    /** How long an event is known, so that it is recognized when it comes again. */
    public static final Duration MEMORY = Duration.ofHours(24);

    private static final String SEEN = "seen.";

    /** As many are kept in memory; whatever comes beyond stays written down until there is room. */
    static final int MOST_IN_HAND = 1000;

    /** As many messages, or presses of buttons, of one person may wait. */
    private static final int MOST_OF_ONE_PERSON = 20;

    /** As many are taken up again each time: Webex, which has just had enough of us, shall not have them all at once. */
    private static final int RESUMED_AT_ONCE = 100;

    private final System.Logger log = System.getLogger(Inbox.class.getName());
    private final int room;
    private final StateStore store;
    private final Instances instances;
    private final Clock clock;
    private final Mailboxes mailboxes;
    private final TaskRunner runner;
    private final ReentrantLock resuming = new ReentrantLock();
    private volatile boolean stopping;

    /** An open event as it is written down by one instance. */
    private record Found(String key, String stored, TaskEntry entry, WebhookEvent event) {}

    /**
     * An inbox of this instance.
     *
     * @param worker does the work, and says how far it has come
     */
    public Inbox(
            StateStore store, Instances instances, Clock clock, Mailboxes mailboxes, Tracer tracer, Worker worker) {
        this(MOST_IN_HAND, store, instances, clock, mailboxes, tracer, worker);
    }

    Inbox(
            int room,
            StateStore store,
            Instances instances,
            Clock clock,
            Mailboxes mailboxes,
            Tracer tracer,
            Worker worker) {
        this.room = room;
        this.store = store;
        this.instances = instances;
        this.clock = clock;
        this.mailboxes = mailboxes;
        this.runner = new TaskRunner(clock, mailboxes, tracer, worker);
    }

    /**
     * Writes the event down and has it worked on; when this returns, it survives a crash.
     *
     * @param body the webhook as it came
     * @throws StoreUnavailableException if it could not be written down, as far as is known; if it is, {@link #resume} finds it
     */
    public Acceptance accept(WebhookEvent event, String body) {
        return admit(event, TaskEntry.accepted(clock.instant(), body));
    }

    /** Does the same with an event that was not delivered in time: nothing is done about it, but the user is told so. */
    public Acceptance acceptMissed(WebhookEvent.MessageCreated event) {
        Instant longAgo = clock.instant().minus(Task.TOO_OLD).minusSeconds(1);
        return admit(event, TaskEntry.accepted(longAgo, event.delivery()));
    }

    private Acceptance admit(WebhookEvent event, TaskEntry entry) {
        if (hasTooManyWaiting(event)) return Acceptance.TOO_MANY;
        Task task = task(event, entry);
        if (!runner.claim(task)) return Acceptance.SEEN_BEFORE;
        boolean begun = false;
        try {
            boolean isNew = store.change(List.of(
                    new Change.PutIfAbsent(SEEN + task.id(), "", MEMORY),
                    new Change.Put(task.key(), task.entry().stored(), MEMORY)));
            begun = isNew && hasRoomFor(0);
            if (begun) runner.begin(task);
            return isNew ? Acceptance.ACCEPTED : Acceptance.SEEN_BEFORE;
        } finally {
            if (!begun) runner.release(task);
        }
    }

    /**
     * Takes up what this instance, or one that has vanished, has left unfinished.
     *
     * @throws StoreUnavailableException if the store is away
     */
    public void resume() {
        resume(false);
    }

    /** The same, once when the bot starts: an instance that seems dead now did not die a moment ago. */
    public void resumeAtStart() {
        resume(true);
    }

    private void resume(boolean atStart) {
        resuming.lock(); // two who find the same event would both do it
        try {
            runner.writeEnds();
            runner.forgetAllBut(store.keys(Task.family(instances.me())));
            found(instances.me()).stream().limit(RESUMED_AT_ONCE).forEach(this::takeUp);
            for (String gone : atStart ? instances.gone() : instances.vanished()) {
                found(gone).forEach(this::takeOver);
                if (store.keys(Task.family(gone)).isEmpty()) instances.strike(gone);
            }
        } finally {
            resuming.unlock();
        }
    }

    /** What all instances have to do just now. */
    public Summary summary() {
        List<Instant> open = instances.all().stream()
                .flatMap(instance -> stored(store.keys(Task.family(instance))).entrySet().stream())
                .flatMap(written -> entry(written.getKey(), written.getValue()).stream())
                .map(TaskEntry::acceptedAt)
                .sorted()
                .toList();
        return new Summary(open.size(), open.stream().findFirst());
    }

    /** Begins no more work. What comes is still written down, for the next start or for another instance. */
    public void stop() {
        stopping = true;
    }

    /** Says goodbye to the other instances, after the last work. If the store is away, they find out by themselves. */
    public void leave() {
        try {
            runner.writeEnds();
            instances.leave(store.keys(Task.family(instances.me())).isEmpty());
        } catch (StoreUnavailableException e) {
            log.log(Level.WARNING, "event=inbox.left-without-a-word reason=\"{0}\"", e.getMessage());
        }
    }

    private boolean hasRoomFor(int more) {
        return !stopping && runner.load() + more <= room;
    }

    private boolean hasTooManyWaiting(WebhookEvent event) {
        return !(event instanceof WebhookEvent.CallChanged)
                && mailboxes.waiting(TaskRunner.mailboxOf(event)) >= MOST_OF_ONE_PERSON;
    }

    private Task task(WebhookEvent event, TaskEntry entry) {
        return new Task(event, entry, instances.me(), store, clock);
    }

    /** The open events of an instance that nobody here has in hand; first those of which only the answer is left, then by age. */
    private List<Found> found(String instance) {
        List<String> waiting = store.keys(Task.family(instance)).stream()
                .filter(runner::isWaiting)
                .toList();
        return stored(waiting).entrySet().stream() // only now: what was in hand a moment ago may have ended
                .flatMap(written -> read(written.getKey(), written.getValue()).stream())
                .sorted(Comparator.<Found, Boolean>comparing(
                                one -> one.entry().answer().isEmpty())
                        .thenComparing(one -> one.entry().acceptedAt()))
                .toList();
    }

    /** What these keys hold. One that does not open does not affect the others. */
    private Map<String, String> stored(List<String> keys) {
        try {
            return store.get(keys);
        } catch (DoesNotOpenException e) {
            Map<String, String> readable = new HashMap<>();
            for (String key : keys) {
                try {
                    store.get(key).ifPresent(value -> readable.put(key, value));
                } catch (DoesNotOpenException unreadable) {
                    unreadable(key, unreadable.getMessage());
                }
            }
            return readable;
        }
    }

    private void takeUp(Found mine) {
        Task task = task(mine.event(), mine.entry());
        if (hasRoomFor(1) && runner.claim(task)) runner.begin(task);
    }

    /** Of several that try, one gets it. How old it is the store knows: the clock of its instance may differ from ours. */
    private void takeOver(Found left) {
        if (!hasRoomFor(1)) return;
        Duration remaining = store.remaining(left.key()).orElse(Duration.ZERO);
        if (!remaining.isPositive()) return;
        TaskEntry entry = left.entry().isStarted()
                ? left.entry()
                : left.entry().acceptedAt(clock.instant().minus(MEMORY.minus(remaining)));
        Task task = task(left.event(), entry);
        if (!runner.claim(task)) return;
        boolean mine = false;
        try {
            mine = store.change(List.of(
                    new Change.DeleteIf(left.key(), left.stored()),
                    new Change.Put(task.key(), entry.stored(), remaining)));
            if (!mine) return;
            log.log(Level.INFO, "event=task.taken-over key={0} state={1}", left.key(), entry.state());
            runner.begin(task);
        } finally {
            if (!mine) runner.release(task);
        }
    }

    private Optional<Found> read(String key, String stored) {
        Optional<TaskEntry> entry = entry(key, stored);
        if (entry.isEmpty()) return Optional.empty();
        return switch (WebhookEvent.parse(entry.get().body().getBytes(StandardCharsets.UTF_8))) {
            case WebhookEvent.Ignored ignored -> unreadable(key, ignored.why());
            case WebhookEvent event -> Optional.of(new Found(key, stored, entry.get(), event));
        };
    }

    private Optional<TaskEntry> entry(String key, String stored) {
        try {
            return Optional.of(TaskEntry.parse(stored));
        } catch (JsonException e) {
            return unreadable(key, e.getMessage());
        }
    }

    private <T> Optional<T> unreadable(String key, String why) {
        log.log(Level.ERROR, "event=inbox.unreadable key={0} reason=\"{1}\"", key, why);
        return Optional.empty();
    }
}
