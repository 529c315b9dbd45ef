package callbot.chat;

import callbot.command.Command;
import callbot.command.CommandSpec;
import callbot.signin.SignIn.Asker;
import callbot.webex.Draft;
import java.util.Optional;

/** Does what a command says, and tells the outcome. */
public final class CommandRunner {

    private final HelpText help;
    private final AccountCommands account;
    private final CallCommands calls;
    private final AdminCommands admin;

    /** A runner of all commands. */
    public CommandRunner(HelpText help, AccountCommands account, CallCommands calls, AdminCommands admin) {
        this.help = help;
        this.account = account;
        this.calls = calls;
        this.admin = admin;
    }

    /**
     * Runs a command.
     *
     * @return the outcome, after it is known
     */
    Draft run(Asker asker, Command command) {
        return switch (command) {
            case Command.Help(Optional<CommandSpec> about) ->
                about.map(help::about).orElseGet(() -> help.overview(account.isSignedIn(asker), admin.isAdmin(asker)));
            case Command.SignIn signIn -> account.signIn(asker);
            case Command.SignInAnew signInAnew -> account.signInAnew(asker);
            case Command.SignOut signOut -> account.signOut(asker);
            case Command.DropSignIns dropSignIns -> admin.dropSignIns(asker);
            case Command.StoreInfo info -> admin.info(asker);
            case Command.StoreClear(boolean confirmed) ->
                confirmed ? admin.clear(asker) : admin.askBeforeClearing(asker);
            case Command.Monitor(Command.Monitor.Mode mode) -> account.monitor(asker, mode);
            case Command.Status status -> account.status(asker);
            case Command.Dial(var destination) -> calls.dial(asker, destination);
            case Command.Answer(var choice) -> calls.answer(asker, choice);
            case Command.HangUp(var choice) -> calls.hangUp(asker, choice);
            case Command.ListCalls listCalls -> calls.list(asker);
            case Command.History(var kind) -> calls.history(asker, kind);
            case Command.Echo(String text) -> Draft.text(text);
            case Command.Unknown(String word, var nearest) -> help.unknown(word, nearest);
            case Command.Malformed(CommandSpec spec, String problem) -> help.malformed(spec, problem);
        };
    }
}
