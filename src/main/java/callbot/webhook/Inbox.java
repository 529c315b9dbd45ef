package callbot.webhook;

import callbot.store.StateStore;
import callbot.store.StoreUnavailableException;
import callbot.trace.Tracer;
import callbot.webhook.DaysEvents.Written;
import java.lang.System.Logger.Level;
import java.time.Clock;
import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Consumer;

/** Events that have been accepted, each of them written down until it is done, and remembered for a day. */
public final class Inbox {

    /** What becomes of an event at the door. */
    public enum Acceptance {
        /** It is written down and will be worked on. */
        ACCEPTED,
        /** It is known already. */
        SEEN_BEFORE,
        /** It is not written down: Webex shall try again. */
        TOO_BUSY
    }

    /**
     * What an inbox holds.
     *
     * @param known how many events of the last 24 hours
     * @param open how many of them are not done yet
     * @param oldest when the first of them came; absent if there are none
     */
    public record Summary(int known, int open, Optional<Instant> oldest) {}

    static final String PREFIX = "inbox:";

    /** How many events may be in work at once. */
    private static final int CAPACITY = 2000;

    private final System.Logger log = System.getLogger(Inbox.class.getName());
    private final StateStore store;
    private final Instances instances;
    private final Clock clock;
    private final Work work;
    private final DaysEvents daysEvents;
    private volatile boolean stopping;

    /**
     * An inbox of this instance.
     *
     * @param worker does the work; called for one event at a time for each person's chat, and for each call
     */
    public Inbox(
            StateStore store,
            Instances instances,
            Clock clock,
            Mailboxes mailboxes,
            Tracer tracer,
            Consumer<Delivery> worker) {
        this.store = store;
        this.instances = instances;
        this.clock = clock;
        this.daysEvents = new DaysEvents(store);
        this.work = new Work(clock, mailboxes, tracer, worker);
    }

    /**
     * Writes the event down and has it worked on; when this returns, it survives a crash.
     *
     * @param body the delivery as it came
     * @throws StoreUnavailableException if it could not be written down
     */
    public Acceptance accept(WebhookEvent event, String body) {
        if (stopping || work.load() >= CAPACITY) return Acceptance.TOO_BUSY;
        InboxEntry entry = new InboxEntry(InboxEntry.State.ACCEPTED, clock.instant(), instances.me(), body);
        try {
            if (!store.putIfAbsent(PREFIX + event.key(), entry.stored(), Delivery.MEMORY))
                return Acceptance.SEEN_BEFORE;
        } catch (StoreUnavailableException e) {
            work.putOff(event, e, () -> workIfWritten(event, entry));
            throw e;
        }
        work.begin(new Delivery(event, store, entry));
        return Acceptance.ACCEPTED;
    }

    /** Where only the answer was lost the event is there, so it is seen before when Webex brings it again. */
    private void workIfWritten(WebhookEvent event, InboxEntry entry) {
        if (store.get(PREFIX + event.key()).equals(Optional.of(entry.stored()))) {
            work.begin(new Delivery(event, store, entry));
        }
    }

    /** Takes over as {@link #takeOver()} does, if an instance has vanished; else there is nothing to search for. */
    public void takeOverFromVanished() {
        if (!instances.vanished().isEmpty()) takeOver();
    }

    /**
     * Takes over what instances that are gone have left undone, the oldest first. Of several that try, one gets each event. This
     * reads all events of a day.
     */
    public void takeOver() {
        Set<String> gone = instances.gone();
        Map<String, Boolean> alive = new HashMap<>();
        for (Written left : daysEvents.read()) {
            left.event()
                    .filter(event -> !alive.computeIfAbsent(left.entry().owner(), instances::isAlive))
                    .ifPresent(event -> takeOver(left, event));
        }
        instances.strike(gone);
    }

    /** Comes back to what could not be finished because the store was away. */
    public void finish() {
        work.comeBack();
    }

    /** What the inbox holds just now. */
    public Summary summary() {
        List<Written> all = daysEvents.read();
        int open = (int) all.stream().filter(one -> one.event().isPresent()).count();
        return new Summary(
                all.size(),
                open,
                all.stream().map(one -> one.entry().acceptedAt()).findFirst());
    }

    /** Says goodbye to the other instances, after the last work. If the store is away, they find out by themselves. */
    public void leave() {
        try {
            finish();
            instances.leave();
        } catch (StoreUnavailableException e) {
            log.log(Level.WARNING, "event=inbox.left-without-a-word reason=\"{0}\"", e.getMessage());
        }
    }

    /** Takes no more events. What is written down stays for the next start. */
    public void stop() {
        stopping = true;
    }

    private void takeOver(Written left, WebhookEvent event) {
        InboxEntry mine = left.entry().ownedBy(instances.me());
        try {
            if (!store.replace(left.key(), left.stored(), mine.stored(), Delivery.MEMORY)) return;
        } catch (StoreUnavailableException e) {
            work.putOff(event, e, () -> workIfWritten(event, mine));
            throw e;
        }
        InboxEntry.State state = left.entry().state();
        log.log(Level.INFO, "event=inbox.taken-over key={0} state={1}", left.key(), state);
        work.begin(new Delivery(event, store, mine));
    }
}
