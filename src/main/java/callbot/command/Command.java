package callbot.command;

/** What somebody wants, once it is understood; or that it is not. */
public sealed interface Command permits CallCommand, LineCommand, AccountCommand, Query, Remark {

    /** Whether it changes something in the world that must not be done twice. */
    default boolean changesTheWorld() {
        return switch (this) {
            case CallCommand call -> true;
            case LineCommand line -> true;
            case AccountCommand.SignOut signOut -> true;
            case AccountCommand.DropSignIns dropSignIns -> true;
            case AccountCommand.StoreClear clear -> clear.confirmed();
            case AccountCommand.Monitor monitor -> false; // done twice it ends in the same state
            case AccountCommand.UseDevice useDevice -> false; // the same
            case AccountCommand.SignIn signIn -> false;
            case AccountCommand.SignInAnew signInAnew -> false;
            case Query query -> false;
            case Remark remark -> false;
        };
    }
}
