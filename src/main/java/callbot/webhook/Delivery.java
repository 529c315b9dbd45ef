package callbot.webhook;

import callbot.store.StateStore;
import java.time.Duration;
import java.time.Instant;

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

    /** What is older is not done any more: nobody wants a call dialled a minute after he asked for it. */
    private static final Duration TOO_OLD = Duration.ofSeconds(60);

    private final WebhookEvent event;
    private final StateStore store;
    private Attempt attempt = Attempt.FIRST;
    private InboxEntry entry;
    private boolean unsure;
    private Runnable afterwards = () -> {};

    Delivery(WebhookEvent event, StateStore store, InboxEntry entry) {
        this.event = event;
        this.store = store;
        this.entry = entry;
    }

    /** Decides what may still be done: now, since it may have waited for long, or been begun before. */
    void takeUp(Instant now) {
        if (entry.state() == InboxEntry.State.STARTED) attempt = Attempt.UNCERTAIN;
        else attempt = now.isAfter(entry.acceptedAt().plus(TOO_OLD)) ? Attempt.TOO_LATE : Attempt.FIRST;
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

    /** Whether the world may have been changed. */
    public boolean isStarted() {
        return entry.state() == InboxEntry.State.STARTED;
    }

    /** Has this done when nothing is left to do that must not be lost. */
    public void afterwards(Runnable trifle) {
        afterwards = trifle;
    }

    InboxEntry entry() {
        return entry;
    }

    /** Says that nothing is left to do; can be said again if the store was away. */
    void done() {
        if (unsure) readAgain();
        advance(InboxEntry.State.DONE);
        afterwards.run();
    }

    /** What could not be written may have been written all the same, and only the answer was lost. */
    private void readAgain() {
        entry = store.get(Inbox.PREFIX + event.key())
                .map(InboxEntry::parse)
                .filter(written -> written.owner().equals(entry.owner()))
                .orElseThrow(TakenOverException::new);
        unsure = false;
    }

    private void advance(InboxEntry.State state) {
        if (entry.state() == state) return;
        InboxEntry next = entry.in(state);
        unsure = true;
        boolean mine = store.replace(Inbox.PREFIX + event.key(), entry.stored(), next.stored(), MEMORY);
        unsure = false;
        if (!mine) throw new TakenOverException();
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
