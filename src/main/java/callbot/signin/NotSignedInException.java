package callbot.signin;

/** There is no permission to act in this user's name. */
public final class NotSignedInException extends RuntimeException {

    private static final long serialVersionUID = 1L;

    private final boolean ended;

    NotSignedInException(boolean ended) {
        super(ended ? "the user's permission has ended" : "the user has not signed in");
        this.ended = ended;
    }

    /** Whether there was a permission until just now. */
    public boolean hasEnded() {
        return ended;
    }
}
