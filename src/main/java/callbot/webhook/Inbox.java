package callbot.webhook;

import callbot.json.JsonException;
import callbot.store.StateStore;
import callbot.store.StoreUnavailableException;
import callbot.webhook.Delivery.Attempt;
import java.lang.System.Logger.Level;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
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

    /** What is older is not done any more: nobody wants a call dialled a minute after he asked for it. */
    private static final Duration TOO_OLD = Duration.ofSeconds(60);

    /** How many events may be in work at once. */
    private static final int CAPACITY = 2000;

    private final System.Logger log = System.getLogger(Inbox.class.getName());
    private final StateStore store;
    private final Instances instances;
    private final Clock clock;
    private final Mailboxes mailboxes;
    private final Consumer<Delivery> worker;
    private volatile boolean stopping;

    /**
     * An inbox of this instance.
     *
     * @param worker does the work; called for one event at a time for each person's chat, and for each person's calls
     */
    public Inbox(StateStore store, Instances instances, Clock clock, Mailboxes mailboxes, Consumer<Delivery> worker) {
        this.store = store;
        this.instances = instances;
        this.clock = clock;
        this.mailboxes = mailboxes;
        this.worker = worker;
    }

    /**
     * Writes the event down and has it worked on; when this returns, it survives a crash.
     *
     * @param body the delivery as it came
     * @throws StoreUnavailableException if it could not be written down
     */
    public Acceptance accept(WebhookEvent event, String body) {
        if (stopping || mailboxes.load() >= CAPACITY) return Acceptance.TOO_BUSY;
        InboxEntry entry = new InboxEntry(InboxEntry.State.ACCEPTED, clock.instant(), instances.me(), body);
        if (!store.putIfAbsent(PREFIX + event.key(), entry.stored(), Delivery.MEMORY)) return Acceptance.SEEN_BEFORE;
        work(new Delivery(event, Attempt.FIRST, store, entry));
        return Acceptance.ACCEPTED;
    }

    /** Takes over what instances that are gone have left undone. Of several that try, one gets each event. */
    public void takeOver() {
        for (String key : store.keys(PREFIX)) {
            try {
                store.get(key).ifPresent(stored -> takeOver(key, stored));
            } catch (JsonException e) { // the others are none the worse for it
                log.log(Level.ERROR, "event=inbox.unreadable key={0} reason=\"{1}\"", key, e.getMessage());
            }
        }
    }

    /** What the inbox holds just now. */
    public Summary summary() {
        List<InboxEntry> entries = store.keys(PREFIX).stream()
                .flatMap(key -> store.get(key).stream())
                .map(InboxEntry::parse)
                .toList();
        return new Summary(
                entries.size(),
                (int) entries.stream()
                        .filter(entry -> entry.state() != InboxEntry.State.DONE)
                        .count(),
                entries.stream().map(InboxEntry::acceptedAt).min(Comparator.naturalOrder()));
    }

    /** Takes no more events. What is written down stays for the next start. */
    public void stop() {
        stopping = true;
    }

    private void takeOver(String key, String stored) {
        InboxEntry left = InboxEntry.parse(stored);
        if (left.state() == InboxEntry.State.DONE || instances.isAlive(left.owner())) return;
        WebhookEvent event = WebhookEvent.parse(left.body().getBytes(StandardCharsets.UTF_8));
        InboxEntry mine = left.ownedBy(instances.me());
        if (!store.replace(key, stored, mine.stored(), Delivery.MEMORY)) return;
        log.log(Level.INFO, "event=inbox.taken-over key={0} state={1}", key, left.state());
        work(new Delivery(event, remaining(left), store, mine));
    }

    private Attempt remaining(InboxEntry left) {
        if (left.state() == InboxEntry.State.STARTED) return Attempt.UNCERTAIN;
        Instant latest = left.acceptedAt().plus(TOO_OLD);
        return clock.instant().isAfter(latest) ? Attempt.TOO_LATE : Attempt.FIRST;
    }

    private void work(Delivery delivery) {
        mailboxes.post(mailboxOf(delivery.event()), () -> {
            Thread.currentThread().setName(UUID.randomUUID().toString().substring(0, 8)); // every log line shows it
            try {
                attempt(delivery);
                delivery.done();
            } catch (Delivery.TakenOverException | StoreUnavailableException e) { // whoever has the store has the work
                log.log(
                        Level.WARNING,
                        "event=work.given-up key={0} reason=\"{1}\"",
                        delivery.event().key(),
                        e.getMessage());
            }
        });
    }

    /** The edge of all work: whatever goes wrong in it is logged, and ends with it. */
    private void attempt(Delivery delivery) {
        try {
            worker.accept(delivery);
        } catch (Delivery.TakenOverException e) {
            throw e;
        } catch (RuntimeException | Error e) { // else nobody would be at work on this mailbox any more
            log.log(Level.ERROR, "event=work.failed key=" + delivery.event().key(), e);
        }
    }

    /** A person's calls do not wait for what the same person has asked for in the chat. */
    private static String mailboxOf(WebhookEvent event) {
        String kind = event instanceof WebhookEvent.CallChanged ? "calls:" : "chat:";
        return kind + event.personId();
    }
}
