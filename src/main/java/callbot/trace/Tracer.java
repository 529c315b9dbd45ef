package callbot.trace;

import callbot.trace.Trace.Step;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.function.Consumer;

/**
 * Follows pieces of work, each in the thread that does it. The id of a piece of work is that of its event, so that the
 * webhook, the log and the requests to Webex can be put together again, whichever instance did it.
 */
public final class Tracer {

    /** The most steps of one piece of work that anybody would want to read. */
    private static final int MOST_STEPS = 50;

    private final ThreadLocal<Notes> current = new ThreadLocal<>();
    private final Clock clock;
    private final Consumer<Work> meter;

    private static final class Notes {
        private final String id;
        private final Instant begun;
        private final Instant takenUp;
        private final List<Step> steps = new ArrayList<>();
        private int requests;
        private boolean discarded;

        private Notes(String id, Instant begun, Instant takenUp) {
            this.id = id;
            this.begun = begun;
            this.takenUp = takenUp;
        }
    }

    /** A tracer that takes the time of each step from this clock, and counts nothing. */
    public Tracer(Clock clock) {
        this(clock, work -> {});
    }

    /** @param meter counts each command and each request to Webex when it has ended */
    public Tracer(Clock clock, Consumer<Work> meter) {
        this.clock = clock;
        this.meter = meter;
    }

    /**
     * Does a piece of work; what is noted in this thread meanwhile belongs to it.
     *
     * @param id 8 hexadecimal digits; the thread is named after it, and so every log line shows it
     * @param begun when the event came in
     */
    public void follow(String id, Instant begun, Runnable work) {
        Thread.currentThread().setName(id);
        current.set(new Notes(id, begun, clock.instant()));
        try {
            work.run();
        } finally {
            current.remove();
        }
    }

    /** Notes a step of the work that this thread does; if it does none that is followed, nothing happens. */
    public void note(String what) {
        Notes notes = current.get();
        if (notes == null || notes.discarded || notes.steps.size() == MOST_STEPS) return;
        notes.steps.add(new Step(Duration.between(notes.begun, clock.instant()).toMillis(), what));
    }

    /** Ends a command or a request to Webex. */
    public void ended(Work work, String outcome) {
        work.end(outcome);
        meter.accept(work);
    }

    /** Keeps no steps of the work that this thread does, because nobody will want to read about it. */
    public void discard() {
        Notes notes = current.get();
        if (notes != null) notes.discarded = true;
    }

    /** The steps of the work that this thread does; absent if it does none that is followed, or they were discarded. */
    public Optional<Trace> current() {
        return Optional.ofNullable(current.get())
                .filter(notes -> !notes.discarded)
                .map(notes -> new Trace(notes.id, notes.begun, notes.steps));
    }

    /** Since when this thread does its work, at which the event may have come long ago; absent if it does none. */
    public Optional<Instant> takenUp() {
        return Optional.ofNullable(current.get()).map(notes -> notes.takenUp);
    }

    /** The id of one more request to Webex: the work's id and a number, or something unique for what no event has caused. */
    public String nextTrackingId() {
        Notes notes = current.get();
        return notes == null
                ? "callbot_" + UUID.randomUUID().toString().substring(0, 8)
                : "callbot_" + notes.id + "_" + ++notes.requests;
    }
}
