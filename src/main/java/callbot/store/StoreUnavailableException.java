package callbot.store;

/** The store cannot be read or written at the moment, or, at start, not at all. The message is a sentence for the operator. */
public class StoreUnavailableException extends RuntimeException {

    private static final long serialVersionUID = 1L;

    /** The store is of no use, for this reason. */
    public StoreUnavailableException(String message) {
        super(message);
    }

    /** The store is of no use, because of this failure. */
    public StoreUnavailableException(String message, Throwable cause) {
        super(message, cause);
    }
}
