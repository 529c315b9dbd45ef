package callbot.signin;

import callbot.signin.SignIn.Asker;
import java.util.Optional;

/** There is no permission to act in this user's name. */
public final class NotSignedInException extends RuntimeException {

    private static final long serialVersionUID = 1L;

    private final transient Optional<Asker> lost;

    private NotSignedInException(String message, Optional<Asker> lost) {
        super(message);
        this.lost = lost;
    }

    static NotSignedInException never() {
        return new NotSignedInException("the user has not signed in", Optional.empty());
    }

    static NotSignedInException ended(User user) {
        return new NotSignedInException(
                "the user's permission has ended", Optional.of(new Asker(user.id(), user.email())));
    }

    /** Whose permission has ended just now; absent if there was none. Whoever is told this is the only one who is. */
    public Optional<Asker> lost() {
        return lost;
    }
}
