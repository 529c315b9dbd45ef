package callbot.signin;

import java.util.Optional;

/**
 * There is no permission to act in this user's name, or none for this. If it has only just ended, the user must be told; that
 * news is kept with the {@linkplain Users#takeEnded users}, where nobody who catches this exception can lose it.
 */
public final class NotSignedInException extends RuntimeException {

    private static final long serialVersionUID = 1L;

    private final boolean refused;
    private final transient Optional<Scope> missing;

    private NotSignedInException(String message, boolean refused, Optional<Scope> missing) {
        super(message);
        this.refused = refused;
        this.missing = missing;
    }

    static NotSignedInException unknown() {
        return new NotSignedInException("the user has not signed in", false, Optional.empty());
    }

    static NotSignedInException refused() {
        return new NotSignedInException(
                "Webex takes the user's token for invalid, also after a renewal", true, Optional.empty());
    }

    static NotSignedInException without(Scope scope) {
        return new NotSignedInException("the user has not granted " + scope.name(), false, Optional.of(scope));
    }

    /** What the user has not granted; absent if there is no permission at all. */
    public Optional<Scope> missing() {
        return missing;
    }

    /** Whether the user has signed in, but Webex no longer accepts the token, nor a new one. */
    public boolean isRefused() {
        return refused;
    }
}
