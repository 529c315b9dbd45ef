package callbot.webex;

import java.net.http.HttpHeaders;
import java.time.Duration;
import java.util.Optional;
import java.util.regex.Pattern;

/** How long Webex asks us to wait: the {@code Retry-After} header, in seconds (RFC 9110, section 10.2.3). */
final class RetryAfter {

    /** When a busy Webex does not say how long, or says it unreadably: it has been seen to send {@code rand(30),add(30)}. */
    private static final Duration UNSAID = Duration.ofSeconds(5);

    private static final Duration LEAST = Duration.ofSeconds(1);

    /** Longer than this nobody is shut out for what one header says; if it was meant, Webex says it again. */
    private static final Duration MOST = Duration.ofMinutes(5);

    private static final Pattern SECONDS = Pattern.compile("\\s*(\\d{1,18})\\s*");

    private RetryAfter() {}

    /** The wait that goes with this answer, if it is one of those that ask for a wait (423, 429). */
    static Optional<Duration> of(int status, HttpHeaders headers) {
        if (status != 429 && status != 423) return Optional.empty();
        Duration wait = headers.firstValue("Retry-After")
                .map(SECONDS::matcher)
                .filter(matcher -> matcher.matches())
                .map(matcher -> Duration.ofSeconds(Long.parseLong(matcher.group(1))))
                .orElse(UNSAID);
        if (wait.compareTo(LEAST) < 0) return Optional.of(LEAST);
        return Optional.of(wait.compareTo(MOST) > 0 ? MOST : wait);
    }
}
