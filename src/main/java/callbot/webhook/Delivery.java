package callbot.webhook;

import callbot.store.StateStore;
import java.time.Duration;

/** An event in the hands of whoever works on it. */
public final class Delivery {

    /** How long an event is remembered, so that it is known when it comes again. */
    static final Duration MEMORY = Duration.ofHours(24);

    /** What may still be done about an event. */
    public enum Attempt {
        /** Do what it asks for. */
        FIRST,
        /** It was left lying for too long: do not do it, but say so. */
        TOO_LATE,
        /** It was begun by an instance that died: do not do it again, but say that the outcome is uncertain. */
        UNCERTAIN
    }

    private final WebhookEvent event;
    private final Attempt attempt;
    private final StateStore store;
    private InboxEntry entry;

    Delivery(WebhookEvent event, Attempt attempt, StateStore store, InboxEntry entry) {
        this.event = event;
        this.attempt = attempt;
        this.store = store;
        this.entry = entry;
    }

    /** What happened. */
    public WebhookEvent event() {
        return event;
    }

    /** What may be done about it. */
    public Attempt attempt() {
        return attempt;
    }

    /**
     * Says that the next step changes the world. From now on nobody will do this event's work again.
     *
     * @throws TakenOverException if another instance has taken this one for dead and the work with it
     */
    public void start() {
        advance(InboxEntry.State.STARTED);
    }

    void done() {
        advance(InboxEntry.State.DONE);
    }

    private void advance(InboxEntry.State state) {
        if (entry.state() == state) return;
        InboxEntry next = entry.in(state);
        if (!store.replace(Inbox.PREFIX + event.key(), entry.stored(), next.stored(), MEMORY)) {
            throw new TakenOverException();
        }
        entry = next;
    }

    /** Another instance does this work now. */
    public static final class TakenOverException extends RuntimeException {

        private static final long serialVersionUID = 1L;

        TakenOverException() {
            super("another instance has taken this over");
        }
    }
}
