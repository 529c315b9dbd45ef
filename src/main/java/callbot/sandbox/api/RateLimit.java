package callbot.sandbox.api;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;

/** How often one token may ask: so many requests within any such span. Webex publishes no numbers, so any will do. */
final class RateLimit {

    private final Clock clock;
    private final int requests;
    private final Duration span;
    private final Map<String, Deque<Instant>> asked = new HashMap<>();

    RateLimit(Clock clock, int requests, Duration span) {
        if (requests < 1) throw new IllegalArgumentException("requests: " + requests);
        this.clock = clock;
        this.requests = requests;
        this.span = span;
    }

    /** Counts a request with this token; or says how long it must wait, absent if it need not, and does not count it. */
    Optional<Duration> count(String token) {
        Instant now = clock.instant();
        Deque<Instant> times = asked.computeIfAbsent(token, somebody -> new ArrayDeque<>());
        while (!times.isEmpty() && !times.getFirst().plus(span).isAfter(now)) times.removeFirst();
        if (times.size() == requests) {
            return Optional.of(Duration.between(now, times.getFirst().plus(span)));
        }
        times.addLast(now);
        return Optional.empty();
    }
}
