package callbot.signin;

/** Failures of sign-ins that nobody began. */
public final class SignInFailures {

    private SignInFailures() {}

    /** There is no permission, or one that Webex no longer accepts. */
    public static RuntimeException notSignedIn(boolean refused) {
        return refused ? NotSignedInException.refused() : NotSignedInException.unknown();
    }

    /** Ana's permission has ended just now, and nobody has told her. */
    public static void end(Users users, User ana) {
        users.save(ana);
        users.end(ana);
    }
}
