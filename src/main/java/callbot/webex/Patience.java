package callbot.webex;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import java.util.random.RandomGenerator;

/**
 * When the next attempt may be made. A token that Webex told to wait waits, for all who use it; the others go on.
 *
 * @see <a href="https://developer.webex.com/docs/rate-limiting">Rate limiting</a>
 */
public final class Patience {

    private static final Duration FIRST_BACKOFF = Duration.ofMillis(300);

    /** Lets time pass. */
    @FunctionalInterface
    public interface Sleep {

        /** Returns after this time. */
        void sleep(Duration time) throws InterruptedException;
    }

    private final Map<Secret, Instant> waitingUntil = new ConcurrentHashMap<>();
    private final Clock clock;
    private final Sleep sleep;
    private final RandomGenerator random;

    /** A patience that measures with this clock and waits in this way. */
    public Patience(Clock clock, Sleep sleep, RandomGenerator random) {
        this.clock = clock;
        this.sleep = sleep;
        this.random = random;
    }

    /**
     * How long to wait before this request goes out: zero, unless its token was told to wait. Up to a tenth is added at random,
     * since all who wait for the token would come back in the same moment.
     */
    Duration beforeFirst(WebexRequest request) {
        Duration told = told(request);
        return told.isZero() ? told : told.plusMillis(random.nextLong(told.toMillis() / 10 + 1));
    }

    private Duration told(WebexRequest request) {
        Instant now = clock.instant();
        waitingUntil.values().removeIf(until -> !until.isAfter(now));
        return request.token()
                .flatMap(token -> Optional.ofNullable(waitingUntil.get(token)))
                .map(until -> Duration.between(now, until))
                .orElse(Duration.ZERO);
    }

    /** How long to wait after this failure: as Webex told this token, or else the {@linkplain #backoff usual time}. */
    Duration afterFailure(WebexRequest request, int attempt, WebexException failure) {
        Optional<Duration> asked =
                failure instanceof WebexException.Refused refused ? refused.retryAfter() : Optional.empty();
        asked.ifPresent(wait -> hold(request, clock.instant().plus(wait)));
        Duration least = asked.orElseGet(() -> backoff(attempt));
        Duration told = told(request);
        return told.compareTo(least) > 0 ? told : least;
    }

    /** Others may have been told to wait for longer. */
    private void hold(WebexRequest request, Instant until) {
        request.token()
                .ifPresent(token -> waitingUntil.merge(token, until, (one, other) -> one.isAfter(other) ? one : other));
    }

    /** 0.3 s, 0.6 s ... with up to half of it added at random, so that not everybody comes back at once. */
    Duration backoff(int attempt) {
        Duration least = FIRST_BACKOFF.multipliedBy(1L << (attempt - 1));
        return least.plusMillis(random.nextLong(least.toMillis() / 2));
    }

    void sleep(Duration time) throws InterruptedException {
        if (time.isPositive()) sleep.sleep(time);
    }
}
