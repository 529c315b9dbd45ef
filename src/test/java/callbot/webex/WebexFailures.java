package callbot.webex;

import java.time.Duration;
import java.util.Optional;

/** Failures of requests that nobody made. */
public final class WebexFailures {

    private WebexFailures() {}

    public static WebexException refused(int status, String reason, Optional<Duration> retryAfter) {
        return new WebexException.Refused(status, reason, Optional.empty(), retryAfter, "TRACK-1");
    }

    public static WebexException unreachable() {
        return new WebexException.Unreachable("java.net.ConnectException: {\"no\":1}", "TRACK-1");
    }

    public static WebexException unanswered() {
        return new WebexException.Unanswered("java.net.http.HttpTimeoutException: {\"no\":1}", "TRACK-1");
    }
}
