package callbot.signin;

/** Failures of sign-ins that nobody began. */
public final class SignInFailures {

    private SignInFailures() {}

    /** There is no permission; perhaps there was one until just now. */
    public static RuntimeException notSignedIn(boolean ended) {
        return new NotSignedInException(ended);
    }
}
