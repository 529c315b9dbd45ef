package callbot.store;

import java.util.Locale;
import java.util.Objects;

/**
 * The store cannot be read or written at the moment, or, at start, not at all. The message is for the operator and may name what is
 * nobody else's business, such as hosts and paths; what the {@link #reason} says may be told to anybody.
 */
public class StoreUnavailableException extends RuntimeException {

    private static final long serialVersionUID = 1L;

    private final Reason reason;

    /** Why the store is of no use, as far as it makes a difference to the operator. */
    public enum Reason {
        /** No Redis answers there, or not in time. */
        UNREACHABLE("Redis cannot be reached."),
        /** Redis shows a certificate that this machine does not trust. */
        UNTRUSTED("Redis shows a certificate that is not trusted here; see REDIS_TLS_VERIFY."),
        /** Redis does not know the bot, or does not let it do what it needs. */
        REFUSED("Redis refuses the bot: its user or password is wrong, or the user lacks a right."),
        /** The Redis at this address is a replica, which takes no changes. */
        READ_ONLY("This Redis is a replica that takes no changes; another has to take over."),
        /** Redis reads its data from its disk. */
        LOADING("Redis is still loading its data."),
        /** Redis has as much as it may have. */
        FULL("Redis is full: its maxmemory is reached."),
        /** Redis takes no changes because it cannot save them. */
        CANNOT_SAVE("Redis cannot save to its disk."),
        /** The state file cannot be read or written, because the disk is full or has failed. */
        DISK("The state file cannot be read or written."),
        /** The state file is not what this program has written. */
        DAMAGED("The state file is damaged."),
        /** Another process has the state file. */
        IN_USE("Another callbot is using the state file."),
        /** What is stored was sealed with a key that is not configured. */
        SEALED("What is stored does not open with the configured key."),
        /** It was closed, or says something that nothing is known about. */
        OTHER("The store is not available.");

        private final String sentence;

        Reason(String sentence) {
            this.sentence = sentence;
        }

        /** What may be told to anybody who asks. */
        public String sentence() {
            return sentence;
        }

        /** As it is in the log. */
        @Override
        public String toString() {
            return name().toLowerCase(Locale.ROOT).replace('_', '-');
        }
    }

    /** The store is of no use, for this reason. */
    public StoreUnavailableException(String message) {
        this(Reason.OTHER, message);
    }

    /** The store is of no use, because of this failure. */
    public StoreUnavailableException(String message, Throwable cause) {
        this(Reason.OTHER, message, cause);
    }

    /** The store is of no use, for this reason. */
    public StoreUnavailableException(Reason reason, String message) {
        super(message);
        this.reason = Objects.requireNonNull(reason);
    }

    /** The store is of no use for this reason, because of this failure. */
    public StoreUnavailableException(Reason reason, String message, Throwable cause) {
        super(message, cause);
        this.reason = Objects.requireNonNull(reason);
    }

    /** What kind of trouble it is. */
    public Reason reason() {
        return reason;
    }
}
