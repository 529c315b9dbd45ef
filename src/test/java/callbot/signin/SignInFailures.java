package callbot.signin;

import callbot.webex.Secret;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.Optional;

/** Failures of sign-ins that nobody began. */
public final class SignInFailures {

    private SignInFailures() {}

    /** There is no permission; perhaps there was one until just now. */
    public static RuntimeException notSignedIn(boolean ended) {
        Tokens tokens = new Tokens(new Secret("access"), Instant.EPOCH, Optional.empty());
        User ana = new User("ana", "ana@example.com", ZoneOffset.UTC, tokens);
        return ended ? NotSignedInException.ended(ana) : NotSignedInException.never();
    }
}
