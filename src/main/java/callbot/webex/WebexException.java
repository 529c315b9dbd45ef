package callbot.webex;

import java.time.Duration;
import java.util.Optional;

/**
 * A request to Webex that did not succeed. The three cases differ in what is known about the world: what was {@link
 * Refused} or {@link Unreachable} did not happen, what is {@link Unanswered} may have; see {@link #mayHaveHappened}.
 */
public abstract sealed class WebexException extends RuntimeException {

    private static final long serialVersionUID = 1L;

    /** Webex's number for: this service is not assigned to this user. */
    private static final int NOT_ASSIGNED = 4410;

    private final String trackingId;

    private WebexException(String message, String trackingId) {
        super(message);
        this.trackingId = trackingId;
    }

    /** The id under which Webex, or else only our own log, knows the request. */
    public String trackingId() {
        return trackingId;
    }

    /** Whether Webex may have done all the same what was asked: there was no answer, or only a gateway gave one. */
    public boolean mayHaveHappened() {
        return switch (this) {
            case Unanswered unanswered -> true;
            case Unreachable unreachable -> false;
            case Refused refused -> refused.status() >= 502 && refused.status() <= 504;
        };
    }

    /** Webex answered with an error. */
    public static final class Refused extends WebexException {

        private static final long serialVersionUID = 1L;

        private final int status;
        private final String reason;
        private final transient Optional<Integer> code;
        private final transient Optional<Duration> retryAfter;

        Refused(int status, String reason, Optional<Integer> code, Optional<Duration> retryAfter, String trackingId) {
            super("Webex answered " + status + (reason.isEmpty() ? "" : ": " + reason), trackingId);
            this.status = status;
            this.reason = reason;
            this.code = code;
            this.retryAfter = retryAfter;
        }

        /** The HTTP status. */
        public int status() {
            return status;
        }

        /** What Webex said about it; empty if it said nothing readable. */
        public String reason() {
            return reason;
        }

        /** Whether Webex says that the user's calling plan does not include what was asked for. */
        public boolean isNotInPlan() {
            return code.filter(number -> number == NOT_ASSIGNED).isPresent();
        }

        /** Whether what it was about is not there, or not any more. */
        public boolean isGone() {
            return status == 404 || status == 410;
        }

        /** Whether it may mean that the user has nothing of what was asked for: it is not in the plan, or not seen, or not there. */
        public boolean isOfNoneThere() {
            return isNotInPlan() || status == 403 || status == 404;
        }

        /** How long Webex wants us to wait, if it said so. */
        public Optional<Duration> retryAfter() {
            return retryAfter;
        }
    }

    /** No connection came about, so nothing was asked. */
    public static final class Unreachable extends WebexException {

        private static final long serialVersionUID = 1L;

        Unreachable(String message, String trackingId) {
            super("Webex cannot be reached: " + message, trackingId);
        }
    }

    /** The request went out, and no answer that can be understood came back in time. */
    public static final class Unanswered extends WebexException {

        private static final long serialVersionUID = 1L;

        Unanswered(String message, String trackingId) {
            super("Webex did not answer: " + message, trackingId);
        }
    }
}
