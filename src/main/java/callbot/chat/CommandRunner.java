package callbot.chat;

import callbot.command.Command;
import callbot.command.CommandParser;
import callbot.signin.SignIn.Asker;
import callbot.webex.Draft;
import java.util.Optional;

/** Does what a command says, and tells the outcome. */
public final class CommandRunner {

    private final HelpText help;
    private final AccountCommands account;
    private final DialCommands dialling;
    private final NameCommands names;
    private final CallCommands calls;
    private final TwoCallCommands twoCalls;
    private final ConferenceCommands conference;
    private final DeviceCommands devices;
    private final QuietCommands quiet;
    private final SettingCommands settings;
    private final VoicemailCommands voicemail;
    private final AdminCommands admin;
    private final LastTrace lastTrace;

    /** A runner of all commands that this parser knows. */
    public CommandRunner(
            CommandParser parser,
            AccountCommands account,
            Line line,
            QuietCommands quiet,
            SettingCommands settings,
            VoicemailCommands voicemail,
            AdminCommands admin,
            LastTrace lastTrace) {
        this.help = new HelpText(parser, account.asksForSettings());
        this.account = account;
        this.dialling = new DialCommands(line);
        this.names = new NameCommands(line, dialling);
        this.calls = new CallCommands(line);
        this.twoCalls = new TwoCallCommands(line, dialling);
        this.conference = new ConferenceCommands(line.calls().conferences(), calls);
        this.devices = new DeviceCommands(line.devices());
        this.quiet = quiet;
        this.settings = settings;
        this.voicemail = voicemail;
        this.admin = admin;
        this.lastTrace = lastTrace;
    }

    /**
     * Runs a command.
     *
     * @return the outcome, after it is known; absent if a card in the chat shows it already
     */
    Optional<Draft> run(Asker asker, Command command) {
        return switch (command) {
            case Command.Dial dial -> dialling.dial(asker, dial);
            case Command.DialName name -> names.dial(asker, name);
            case Command.DialChosen chosen -> names.dial(asker, chosen);
            case Command.FindPerson person -> Optional.of(names.find(asker, person));
            case Command.Bring(var source, var device) -> dialling.bring(asker, source, device);
            case Command.Act(var action, var choice) -> calls.act(asker, action, choice);
            case Command.JoinCalls join -> Optional.of(twoCalls.join(asker));
            case Command.Swap swap -> twoCalls.swap(asker);
            case Command.MergeCalls merge -> Optional.of(conference.merge(asker));
            case Command.ShowConference show -> Optional.of(conference.show(asker));
            case Command.MuteInConference mute -> Optional.of(conference.mute(asker, mute));
            case Command.HoldConference(boolean held) -> Optional.of(conference.hold(asker, held));
            case Command.EndConference end -> Optional.of(conference.end(asker));
            case Command.Consult(var dial) -> twoCalls.consult(asker, dial);
            case Command.ListCalls listCalls -> Optional.of(calls.list(asker));
            case Command.ShowCall(var choice) -> calls.show(asker, choice);
            case Command.History(var kind, int page) -> Optional.of(calls.history(asker, kind, page));
            case Command.ShowQuiet showQuiet -> Optional.of(quiet.show(asker));
            case Command.TurnQuietOn(var until) -> Optional.of(quiet.turnOn(asker, until));
            case Command.TurnQuietOff turnQuietOff -> Optional.of(quiet.turnOff(asker));
            case Command.ShowForwarding showForwarding ->
                Optional.of(settings.forwarding().show(asker));
            case Command.Forward forward -> Optional.of(settings.forwarding().change(asker, forward));
            case Command.ShowBlocked showBlocked ->
                Optional.of(settings.blocking().show(asker));
            case Command.ChangeBlocked(var wish) ->
                Optional.of(settings.blocking().change(asker, wish));
            case Command.ShowVoicemail showVoicemail -> Optional.of(voicemail.show(asker));
            case Command.MarkVoiceMessage mark -> Optional.of(voicemail.mark(asker, mark));
            case Command.AskToDelete(var choice) -> Optional.of(voicemail.askToDelete(asker, choice));
            case Command.DeleteVoiceMessage(String id) -> Optional.of(voicemail.delete(asker, id));
            case Command.ListDevices listDevices -> Optional.of(devices.list(asker));
            case Command.UseDevice(var name) -> Optional.of(devices.use(asker, name));
            case Command.SignIn signIn -> Optional.of(account.signIn(asker));
            case Command.SignInAnew signInAnew -> Optional.of(account.signInAnew(asker));
            case Command.SignOut signOut -> Optional.of(quiet.signOut(asker, account::signOut));
            case Command.Monitor(var mode) -> Optional.of(account.monitor(asker, mode));
            case Command.Status status -> Optional.of(account.status(asker));
            case Command.Why why -> Optional.of(lastTrace.told(asker));
            case Command.DropSignIns dropSignIns -> Optional.of(admin.dropSignIns(asker));
            case Command.StoreInfo info -> Optional.of(admin.info(asker));
            case Command.StoreClear(boolean confirmed) ->
                Optional.of(confirmed ? admin.clear(asker) : admin.askBeforeClearing(asker));
            case Command.Echo(String text) -> Optional.of(Draft.text(text));
            case Command.Help(var about) -> Optional.of(about.map(help::about).orElseGet(() -> overview(asker)));
            case Command.Courtesy(var kind) -> Optional.of(NaturalAnswers.to(kind));
            case Command.NotUnderstood notUnderstood -> Optional.of(NaturalAnswers.to(notUnderstood));
            case Command.Malformed(var spec, String problem) -> Optional.of(help.malformed(spec, problem));
            case Command.WhichNumber which -> Optional.of(help.which(which));
            case Command.TooLong(int most) -> Optional.of(help.tooLong(most));
        };
    }

    private Draft overview(Asker asker) {
        return help.overview(account.isSignedIn(asker), admin.isAdmin(asker));
    }
}
