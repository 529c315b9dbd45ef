package callbot.signin;

/**
 * There is no permission to act in this user's name. That it has ended just now is news that must reach the user; it is not
 * here but with the {@linkplain Users#takeEnded users}, where nobody who catches this can lose it.
 */
public final class NotSignedInException extends RuntimeException {

    private static final long serialVersionUID = 1L;

    private final boolean refused;

    private NotSignedInException(String message, boolean refused) {
        super(message);
        this.refused = refused;
    }

    static NotSignedInException unknown() {
        return new NotSignedInException("the user has not signed in", false);
    }

    static NotSignedInException refused() {
        return new NotSignedInException("Webex takes the user's token for invalid, also after a renewal", true);
    }

    /** Whether the user has signed in, but Webex no longer accepts the token, nor a new one. */
    public boolean isRefused() {
        return refused;
    }
}
