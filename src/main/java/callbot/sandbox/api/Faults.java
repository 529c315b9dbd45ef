package callbot.sandbox.api;

import java.time.Clock;
import java.time.Duration;
import java.util.LinkedList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.locks.ReentrantLock;

/**
 * What goes wrong with requests to Webex, and when. Reads as a sentence:
 * {@code faults.next(2, "POST", "/telephony/calls/dial").answer(503)}.
 */
public final class Faults {

    private static final String ANY = "*";

    /**
     * What is about to go wrong.
     *
     * @param left with how many requests
     * @param path what their paths below {@code /v1} begin with, empty if with anything
     * @param what what happens to them, in a few words
     */
    public record Expected(int left, String path, String what) {}

    private static final class Pending {
        private final String method;
        private final String prefix;
        private final Fault fault;
        private int left;

        private Pending(int times, String method, String prefix, Fault fault) {
            this.left = times;
            this.method = method;
            this.prefix = prefix;
            this.fault = fault;
        }
    }

    private final List<Pending> pending = new LinkedList<>();
    private final ReentrantLock lock = new ReentrantLock();
    private final Clock clock;
    private Duration latency = Duration.ZERO;
    private Optional<RateLimit> limit = Optional.empty();

    public Faults(Clock clock) {
        this.clock = clock;
    }

    /** The next requests of this method whose path below {@code /v1} begins so. */
    public Matching next(int times, String method, String pathPrefix) {
        return new Matching(times, method, pathPrefix);
    }

    /** The next requests of any method whose path below {@code /v1} begins so. */
    public Matching next(int times, String pathPrefix) {
        return new Matching(times, ANY, pathPrefix);
    }

    /** What is about to go wrong. */
    public List<Expected> expected() {
        lock.lock();
        try {
            return pending.stream()
                    .map(one -> new Expected(one.left, one.prefix, one.fault.told()))
                    .toList();
        } finally {
            lock.unlock();
        }
    }

    /** Every request from now on takes at least so long, as if Webex were far away. */
    public void latency(Duration latency) {
        lock.lock();
        try {
            this.latency = latency;
        } finally {
            lock.unlock();
        }
    }

    /**
     * From now on each token may ask so many times within any such span; beyond that Webex answers 429 and says in {@code
     * Retry-After} after how many seconds to come again.
     */
    public void limit(int requests, Duration span) {
        RateLimit wanted = new RateLimit(clock, requests, span);
        lock.lock();
        try {
            limit = Optional.of(wanted);
        } finally {
            lock.unlock();
        }
    }

    /** Nothing goes wrong any more. */
    public void clear() {
        lock.lock();
        try {
            pending.clear();
            latency = Duration.ZERO;
            limit = Optional.empty();
        } finally {
            lock.unlock();
        }
    }

    Duration latency() {
        lock.lock();
        try {
            return latency;
        } finally {
            lock.unlock();
        }
    }

    /** What happens to this request, absent if nothing out of the ordinary. */
    Optional<Fault> take(String method, String path, Optional<String> token) {
        lock.lock();
        try {
            for (Pending one : pending) {
                if ((one.method.equals(method) || one.method.equals(ANY)) && path.startsWith(one.prefix)) {
                    if (--one.left == 0) pending.remove(one);
                    return Optional.of(one.fault);
                }
            }
            return limit.flatMap(some -> token.flatMap(some::count)).map(Faults::tooMany);
        } finally {
            lock.unlock();
        }
    }

    private static Fault tooMany(Duration wait) {
        long seconds = wait.plusSeconds(1).minusNanos(1).toSeconds();
        return new Fault.Answer(429, Map.of("Retry-After", Long.toString(seconds)), "This token asks too often.");
    }

    /** Some requests to come; says what shall happen to them. */
    public final class Matching {

        private final int times;
        private final String method;
        private final String prefix;

        private Matching(int times, String method, String prefix) {
            if (times < 1) throw new IllegalArgumentException("times: " + times);
            this.times = times;
            this.method = method;
            this.prefix = prefix;
        }

        /** They are refused with this status. */
        public void answer(int status) {
            answer(status, Map.of());
        }

        /** They are refused with this status and these headers, such as {@code Retry-After}. */
        public void answer(int status, Map<String, String> headers) {
            add(new Fault.Answer(status, headers, "Told to answer so."));
        }

        /** They are not answered, and nothing is done. */
        public void hang() {
            add(new Fault.Hang());
        }

        /** Their connection is closed without an answer, and nothing is done. */
        public void drop() {
            add(new Fault.Drop());
        }

        /** They do what they ask for, but their connection is closed without an answer. */
        public void loseAnswer() {
            add(new Fault.LoseAnswer());
        }

        /** They do what they ask for, but are not answered. */
        public void withholdAnswer() {
            add(new Fault.WithholdAnswer());
        }

        private void add(Fault fault) {
            lock.lock();
            try {
                pending.add(new Pending(times, method, prefix, fault));
            } finally {
                lock.unlock();
            }
        }
    }
}
