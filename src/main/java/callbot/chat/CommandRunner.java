package callbot.chat;

import callbot.chat.account.AccountCommands;
import callbot.chat.account.AdminCommands;
import callbot.chat.account.LastTrace;
import callbot.chat.call.CallCommands;
import callbot.chat.call.ConferenceCommands;
import callbot.chat.call.DeviceCommands;
import callbot.chat.call.DialCommands;
import callbot.chat.call.Line;
import callbot.chat.call.NameCommands;
import callbot.chat.call.NaturalAnswers;
import callbot.chat.call.TwoCallCommands;
import callbot.chat.line.QuietCommands;
import callbot.chat.line.SettingCommands;
import callbot.chat.recording.VoicemailCommands;
import callbot.command.AccountCommand;
import callbot.command.CallCommand;
import callbot.command.Command;
import callbot.command.LineCommand;
import callbot.command.Query;
import callbot.command.Remark;
import callbot.command.parser.CommandParser;
import callbot.signin.SignIn.Asker;
import callbot.signin.User;
import callbot.webex.messaging.Draft;
import java.util.Optional;
import java.util.Set;

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
        this.help = new HelpText(parser, account.asksForSettings(), account.asksForRecordings());
        this.account = account;
        this.dialling = new DialCommands(line);
        this.names = new NameCommands(line, dialling);
        this.calls = new CallCommands(line);
        this.twoCalls = new TwoCallCommands(line, dialling);
        this.conference = new ConferenceCommands(line, calls, twoCalls, dialling);
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
            case CallCommand.Dial dial -> dialling.dial(asker, dial);
            case CallCommand.DialName name -> names.dial(asker, name);
            case CallCommand.DialChosen chosen -> names.dial(asker, chosen);
            case Query.FindPerson person -> Optional.of(names.find(asker, person));
            case CallCommand.Bring(var source, var device) -> dialling.bring(asker, source, device);
            case CallCommand.Act(var action, var choice) -> calls.act(asker, action, choice);
            case CallCommand.JoinCalls join -> twoCalls.join(asker);
            case CallCommand.Swap swap -> twoCalls.swap(asker);
            case CallCommand.MergeCalls merge -> Optional.of(conference.merge(asker));
            case CallCommand.AddPerson(var dial) -> conference.add(asker, dial);
            case Query.ShowConference show -> Optional.of(conference.show(asker));
            case CallCommand.MuteInConference mute -> Optional.of(conference.mute(asker, mute));
            case CallCommand.HoldConference(boolean held) -> Optional.of(conference.hold(asker, held));
            case CallCommand.EndConference end -> Optional.of(conference.end(asker));
            case CallCommand.Consult(var dial) -> twoCalls.consult(asker, dial);
            case Query.ListCalls listCalls -> Optional.of(calls.list(asker));
            case Query.ShowCall(var choice) -> calls.show(asker, choice);
            case Query.History(var kind, int page) -> Optional.of(calls.history(asker, kind, page));
            case Query.ShowQuiet showQuiet -> Optional.of(quiet.show(asker));
            case LineCommand.TurnQuietOn(var until) -> Optional.of(quiet.turnOn(asker, until));
            case LineCommand.TurnQuietOff turnQuietOff -> Optional.of(quiet.turnOff(asker));
            case Query.ShowForwarding showForwarding ->
                Optional.of(settings.forwarding().show(asker));
            case LineCommand.Forward forward ->
                Optional.of(settings.forwarding().change(asker, forward));
            case Query.ShowBlocked showBlocked ->
                Optional.of(settings.blocking().show(asker));
            case LineCommand.ChangeBlocked(var wish) ->
                Optional.of(settings.blocking().change(asker, wish));
            case Query.ShowAway showAway -> Optional.of(settings.away().show(asker));
            case LineCommand.GoAway away -> Optional.of(settings.away().goAway(asker, away));
            case LineCommand.ComeBack back -> Optional.of(settings.away().comeBack(asker));
            case Query.ShowReach showReach -> Optional.of(settings.reach().show(asker));
            case LineCommand.ChangeReach(var wish) ->
                Optional.of(settings.reach().change(asker, wish));
            case Query.ShowQueues showQueues -> Optional.of(settings.queues().show(asker));
            case LineCommand.AddReach add -> Optional.of(settings.reach().add(asker, add));
            case Query.AskToRemoveReach(String which) ->
                Optional.of(settings.reach().askToRemove(asker, which));
            case LineCommand.RemoveReach(String which) ->
                Optional.of(settings.reach().remove(asker, which));
            case LineCommand.ChangeQueue(var wish) ->
                Optional.of(settings.queues().change(asker, wish));
            case Query.ShowCallerId showCallerId ->
                Optional.of(settings.callerIds().show(asker));
            case LineCommand.ChangeCallerId(var wish) ->
                Optional.of(settings.callerIds().change(asker, wish));
            case Query.ShowPhones showPhones -> Optional.of(settings.phones().show(asker));
            case LineCommand.PreferPhone(var name) ->
                Optional.of(settings.phones().prefer(asker, name));
            case Query.ShowVoicemail showVoicemail -> Optional.of(voicemail.show(asker));
            case LineCommand.MarkVoiceMessage mark -> Optional.of(voicemail.mark(asker, mark));
            case Query.AskToDelete(var choice) -> Optional.of(voicemail.askToDelete(asker, choice));
            case LineCommand.DeleteVoiceMessage(String id) -> Optional.of(voicemail.delete(asker, id));
            case Query.ListRecordings list -> Optional.of(settings.recordings().list(asker));
            case Query.Listen(var choice) -> Optional.of(settings.recordings().listen(asker, choice));
            case Query.ListDevices listDevices -> Optional.of(devices.list(asker));
            case AccountCommand.UseDevice(var name) -> Optional.of(devices.use(asker, name));
            case AccountCommand.SignIn signIn -> Optional.of(account.signIn(asker));
            case AccountCommand.SignInAnew signInAnew -> Optional.of(account.signInAnew(asker));
            case AccountCommand.SignOut signOut -> Optional.of(quiet.signOut(asker, account::signOut));
            case AccountCommand.Monitor(var mode) -> Optional.of(account.monitor(asker, mode));
            case Query.Status status -> Optional.of(account.status(asker));
            case Query.Why why -> Optional.of(lastTrace.told(asker));
            case AccountCommand.DropSignIns dropSignIns -> Optional.of(admin.dropSignIns(asker));
            case Query.StoreInfo info -> Optional.of(admin.info(asker));
            case AccountCommand.StoreClear(boolean confirmed) ->
                Optional.of(confirmed ? admin.clear(asker) : admin.askBeforeClearing(asker));
            case Remark.Echo(String text) -> Optional.of(Draft.text(text));
            case Remark.Help(var about) -> Optional.of(about.map(help::about).orElseGet(() -> overview(asker)));
            case Remark.Courtesy(var kind) -> Optional.of(NaturalAnswers.to(kind));
            case Remark.NotUnderstood notUnderstood -> Optional.of(NaturalAnswers.to(notUnderstood));
            case Remark.Malformed(var spec, String problem) -> Optional.of(help.malformed(spec, problem));
            case Remark.WhichNumber which -> Optional.of(help.which(which));
            case Remark.TooLong(int most) -> Optional.of(help.tooLong(most));
        };
    }

    private Draft overview(Asker asker) {
        Optional<User> user = account.user(asker);
        return help.overview(
                user.isPresent(),
                admin.isAdmin(asker),
                user.map(account::useless).orElse(Set.of()));
    }
}
