package callbot.webhook;

import callbot.store.Change;
import callbot.store.Digest;
import callbot.store.StateStore;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * An event in the hands of whoever works on it. It is written down under a key of this instance, which nobody else changes;
 * another instance that takes it over removes that key.
 */
public final class Task {

    /** What may still be done about an event. */
    public enum Attempt {
        /** Do what it asks for. */
        FIRST,
        /** It was left lying for too long: do not do it, but say so. */
        TOO_LATE,
        /** It was begun, and then interrupted: do not do it again, but say that the outcome is uncertain. */
        UNCERTAIN
    }

    /** Whether the world may be changed now. */
    public enum Start {
        /** It may. From now on nobody else will do this event's work. */
        GRANTED,
        /** No: the event has waited for too long meanwhile. */
        TOO_LATE,
        /** No: another instance has taken this one for dead, and the event with it. */
        TAKEN_OVER
    }

    /** How far somebody has come who has worked on a task. */
    public sealed interface Progress {

        /** Nothing is left to do. */
        record Done() implements Progress {}

        /** The rest waits this long, or until the next start. */
        record Later(Duration pause) implements Progress {}
    }

    /** What is older is not done any more: nobody wants a call dialled a minute after asking for it. */
    static final Duration TOO_OLD = Duration.ofSeconds(60);

    /** How long requests to Webex may be repeated once the work has begun, so that none is made later than {@link #TOO_OLD}. */
    private static final Duration REPEATS = Duration.ofSeconds(20);

    private static final String FAMILY = "event:";
    private static final int ID_BYTES = 16;

    private final WebhookEvent event;
    private final String id;
    private final String key;
    private final StateStore store;
    private final Clock clock;
    private final List<Change> atTheEnd = new ArrayList<>();
    private TaskEntry entry;
    private Attempt attempt = Attempt.FIRST;

    Task(WebhookEvent event, TaskEntry entry, String instance, StateStore store, Clock clock) {
        this.event = event;
        this.entry = entry;
        this.id = Digest.of(event.key(), ID_BYTES);
        this.key = family(instance) + id;
        this.store = store;
        this.clock = clock;
        atTheEnd.add(new Change.Delete(key));
    }

    /** The keys under which an instance writes down its events. */
    static String family(String instance) {
        return FAMILY + instance + ":";
    }

    /** A name of fixed length for the event. It begins with the {@linkplain WebhookEvent#correlationId() correlation id}. */
    String id() {
        return id;
    }

    /** The event's {@linkplain WebhookEvent#correlationId() correlation id}. */
    String correlationId() {
        return id.substring(0, 2 * WebhookEvent.CORRELATION_BYTES);
    }

    /** What happened. */
    public WebhookEvent event() {
        return event;
    }

    /** What may be done about it. */
    public Attempt attempt() {
        return attempt;
    }

    /** What is left to be said about it and nothing else, if it is known already; Markdown. */
    public Optional<String> answer() {
        return entry.answer();
    }

    /** Whether the world may have been changed. */
    public boolean isStarted() {
        return entry.isStarted();
    }

    /**
     * Says that the next step changes the world.
     *
     * @throws callbot.store.StoreUnavailableException if that cannot be written down; the step must not be taken then
     */
    public Start start() {
        if (isStarted()) return Start.GRANTED;
        if (isOlderThan(TOO_OLD.minus(REPEATS))) return Start.TOO_LATE;
        return write(entry.started()) ? Start.GRANTED : Start.TAKEN_OVER;
    }

    /**
     * Keeps an answer that cannot be given just now, so that it is given later, whatever happens.
     *
     * @param text Markdown
     */
    public void keep(String text) {
        write(entry.answeredBy(text));
    }

    /** Has this change made together with the end of this task. */
    public void atTheEnd(Change change) {
        atTheEnd.add(change);
    }

    Instant acceptedAt() {
        return entry.acceptedAt();
    }

    String key() {
        return key;
    }

    TaskEntry entry() {
        return entry;
    }

    /** Decides what may still be done: now, since it may have waited for long, or been begun before. */
    void takeUp() {
        if (isStarted()) attempt = Attempt.UNCERTAIN;
        else attempt = isOlderThan(TOO_OLD) ? Attempt.TOO_LATE : Attempt.FIRST;
    }

    /** Writes down that nothing is left to do, by forgetting all but that the event is known. */
    void end() {
        store.change(atTheEnd);
    }

    private boolean isOlderThan(Duration age) {
        return clock.instant().isAfter(entry.acceptedAt().plus(age));
    }

    private boolean write(TaskEntry next) {
        boolean mine = store.change(List.of(new Change.PutIfPresent(key, next.stored(), Inbox.MEMORY)));
        if (mine) entry = next;
        return mine;
    }
}
