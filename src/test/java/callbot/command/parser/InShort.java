package callbot.command.parser;

import callbot.command.AccountCommand;
import callbot.command.BlockChange;
import callbot.command.CallAction;
import callbot.command.CallChoice;
import callbot.command.CallCommand;
import callbot.command.CallSource;
import callbot.command.CallerIdChange;
import callbot.command.Command;
import callbot.command.CommandSpec;
import callbot.command.ForwardTo;
import callbot.command.LineCommand;
import callbot.command.Query;
import callbot.command.QueueChange;
import callbot.command.ReachChange;
import callbot.command.RecordingChoice;
import callbot.command.Remark;
import callbot.command.VoiceMessageChoice;
import callbot.command.value.AwayUntil;
import callbot.command.value.DialString;
import callbot.command.value.QuietUntil;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** A command in short, as the table of what people type has it. */
record InShort(Command command) {

    String text() {
        return switch (command) {
            case Remark.Help(var about) -> say("Help", about.map(CommandSpec::word));
            case CallCommand.Dial(DialString to, var device, boolean again) ->
                say("Dial", number(to), on(device), Optional.of("again").filter(any -> again));
            case CallCommand.Bring(CallSource source, var device) -> brought(source, on(device));
            case CallCommand.Act(CallAction action, CallChoice choice) -> done(action, choice(choice));
            case CallCommand.JoinCalls join -> say("JoinCalls");
            case CallCommand.Swap swap -> say("Swap");
            case CallCommand.AddPerson(CallCommand.Dial dial) -> "Add" + new InShort(dial).text();
            case CallCommand.Consult(CallCommand.Dial dial) -> "Consult" + new InShort(dial).text();
            case CallCommand.MergeCalls merge -> say("MergeCalls");
            case Query.ShowConference show -> say("ShowConference");
            case CallCommand.MuteInConference(var whom, boolean muted) ->
                say(muted ? "MuteInConference" : "UnmuteInConference", whom.map(InShort::choice));
            case CallCommand.HoldConference(boolean held) -> say(held ? "HoldConference" : "ResumeConference");
            case CallCommand.EndConference end -> say("EndConference");
            case Query.ListCalls listCalls -> say("ListCalls");
            case Query.ShowCall(CallChoice choice) -> say("ShowCall", choice(choice));
            case Query.History(var kind, int page) -> say("History", kind.map(Enum::name), page);
            case Query.ShowQuiet showQuiet -> say("ShowQuiet");
            case LineCommand.TurnQuietOn(QuietUntil.Told told) -> say("TurnQuietOn");
            case LineCommand.TurnQuietOn(QuietUntil.After(var time)) -> say("TurnQuietOn", "for", time);
            case LineCommand.TurnQuietOn(QuietUntil.Clock(var time)) -> say("TurnQuietOn", "until", time);
            case LineCommand.TurnQuietOff turnQuietOff -> say("TurnQuietOff");
            case Query.ShowForwarding show -> say("ShowForwarding");
            case LineCommand.Forward(var when, ForwardTo.Nowhere nowhere, var rings) -> say("Forward", when, "off");
            case LineCommand.Forward(var when, ForwardTo.OwnVoicemail own, var rings) ->
                say("Forward", when, "voicemail", rings);
            case LineCommand.Forward(var when, ForwardTo.Number(DialString to, boolean itsVoicemail), var rings) ->
                say("Forward", when, number(to), Optional.of("voicemail").filter(any -> itsVoicemail), rings);
            case Query.ShowBlocked show -> say("ShowBlocked");
            case LineCommand.ChangeBlocked(var wish) ->
                switch (wish) {
                    case BlockChange.Block(DialString number) -> say("Block", number.value());
                    case BlockChange.Unblock(DialString number) -> say("Unblock", number.value());
                    case BlockChange.Anonymous(boolean refused) -> say("Anonymous", refused ? "refused" : "rings");
                };
            case Query.ShowAway show -> say("ShowAway");
            case LineCommand.GoAway(var reason, AwayUntil.Soon(QuietUntil.Told told)) -> say("GoAway", reason);
            case LineCommand.GoAway(var reason, AwayUntil.Soon(QuietUntil.After(var time))) ->
                say("GoAway", reason, "for", time);
            case LineCommand.GoAway(var reason, AwayUntil.Soon(QuietUntil.Clock(var time))) ->
                say("GoAway", reason, "until", time);
            case LineCommand.GoAway(var reason, AwayUntil.Day(var day, var time)) ->
                say("GoAway", reason, "until", day, time);
            case LineCommand.ComeBack back -> say("ComeBack");
            case Query.ShowReach show -> say("ShowReach");
            case LineCommand.ChangeReach(ReachChange.All all) -> say("Reach", "all", all.on() ? "on" : "off");
            case LineCommand.ChangeReach(ReachChange.Together all) -> say("Reach", "together", all.on() ? "on" : "off");
            case LineCommand.ChangeReach(ReachChange.One(String which, boolean on)) ->
                say("Reach", which, on ? "on" : "off");
            case Query.ShowQueues show -> say("ShowQueues");
            case LineCommand.ChangeQueue(QueueChange.All(var standing)) -> say("Queues", standing);
            case LineCommand.ChangeQueue(QueueChange.One(String which, boolean in)) ->
                say(in ? "JoinQueue" : "LeaveQueue", which);
            case Query.ShowCallerId show -> say("ShowCallerId");
            case LineCommand.ChangeCallerId(CallerIdChange.Hide(boolean hidden)) ->
                say(hidden ? "HideNumber" : "ShowNumber");
            case LineCommand.ChangeCallerId(CallerIdChange.CallAs(String which)) -> say("CallAs", which);
            case Query.ShowPhones show -> say("ShowPhones");
            case LineCommand.PreferPhone(var name) -> say("PreferPhone", name);
            case Query.ShowVoicemail show -> say("ShowVoicemail");
            case LineCommand.MarkVoiceMessage(var which, boolean read) ->
                say("MarkVoiceMessage", read ? "read" : "unread", message(which));
            case LineCommand.AddReach(var number, String name) -> say("AddReach", number(number), name);
            case Query.AskToRemoveReach(String which) -> say("AskToRemoveReach", which);
            case LineCommand.RemoveReach(String which) -> say("RemoveReach", which);
            case Query.AskToDelete(var which) -> say("AskToDelete", message(which));
            case LineCommand.DeleteVoiceMessage(String id) -> say("DeleteVoiceMessage", id);
            case Query.ListRecordings list -> say("ListRecordings");
            case Query.Listen(RecordingChoice.Numbered(int number)) -> say("Listen", "#" + number);
            case Query.Listen(RecordingChoice.ThisOne(String id)) -> say("Listen", id);
            case Query.Listen(RecordingChoice.OfCall(CallChoice.ThisOne call)) -> say("Listen", choice(call));
            case Query.ListDevices listDevices -> say("ListDevices");
            case AccountCommand.UseDevice(var name) -> say("UseDevice", name);
            case AccountCommand.SignIn signIn -> say("SignIn");
            case AccountCommand.SignInAnew signInAnew -> say("SignInAnew");
            case AccountCommand.SignOut signOut -> say("SignOut");
            case AccountCommand.DropSignIns dropSignIns -> say("DropSignIns");
            case AccountCommand.Monitor(var mode) -> say("Monitor", mode);
            case Query.Status status -> say("Status");
            case Query.Why why -> say("Why");
            case Query.StoreInfo storeInfo -> say("StoreInfo");
            case AccountCommand.StoreClear(boolean confirmed) -> say("StoreClear", confirmed ? "confirmed" : "asked");
            case Remark.Echo(String text) -> say("Echo", text);
            case CallCommand.DialName(String name, var device, boolean again) ->
                say("DialName", name, on(device), Optional.of("again").filter(any -> again));
            case CallCommand.DialChosen(CallCommand.Dial dial, String name) ->
                new InShort(dial).text() + say("as", name);
            case Query.FindPerson(String name, String before, String after, var button) ->
                say("FindPerson", name + ":", before, Optional.of(after).filter(any -> !any.isEmpty()));
            case Remark.Courtesy(var kind) -> say("Courtesy", kind);
            case Remark.NotUnderstood(String said, var offers) ->
                offers.stream()
                        .map(Remark.NotUnderstood.Offer::command)
                        .collect(Collectors.joining("; ", "NotUnderstood[", "]"));
            case Remark.Malformed(CommandSpec spec, String problem) -> say("Malformed", spec.word());
            case Remark.WhichNumber(var choices, var button) ->
                choices.stream()
                        .map(Remark.WhichNumber.Choice::command)
                        .collect(Collectors.joining("; ", "WhichNumber[", "]"));
            case Remark.TooLong(int most) -> say("TooLong", most);
        };
    }

    private static String message(VoiceMessageChoice choice) {
        return switch (choice) {
            case VoiceMessageChoice.Numbered(int number) -> "#" + number;
            case VoiceMessageChoice.ThisOne(String id) -> id;
        };
    }

    private static String brought(CallSource source, Optional<String> device) {
        return switch (source) {
            case CallSource.Parked(var at) -> say("Parked", at.map(InShort::number), device);
            case CallSource.RingingElsewhere(var at) -> say("RingingElsewhere", at.map(InShort::number), device);
            case CallSource.Answered(DialString at) -> say("Answered", number(at), device);
            case CallSource.OtherDevice other -> say("OtherDevice", device);
        };
    }

    private static String done(CallAction action, String call) {
        return switch (action) {
            case CallAction.Answer(var device) -> say("Answer", call, on(device));
            case CallAction.Reject(var reason) -> say("Reject", reason, call);
            case CallAction.Divert(DialString to) -> say("Divert", number(to), call);
            case CallAction.Transfer(DialString to) -> say("Transfer", number(to), call);
            case CallAction.Park(var at) -> say("Park", at.map(InShort::number), call);
            case CallAction.ParkInGroup group -> say("ParkInGroup", call);
            case CallAction.SendDigits(String digits) -> say("SendDigits", digits, call);
            case CallAction.Simple simple -> say(simple.name(), call);
        };
    }

    private static String choice(CallChoice choice) {
        return switch (choice) {
            case CallChoice.WhicheverFits any -> "any";
            case CallChoice.Numbered(int number) -> "#" + number;
            case CallChoice.ThisOne(String callId, String sessionId) -> callId + "/" + sessionId;
        };
    }

    private static String number(DialString to) {
        return to.value() + to.extension().map(more -> "," + more).orElse("");
    }

    private static Optional<String> on(Optional<String> device) {
        return device.map(name -> "on " + name);
    }

    private static String say(String what, Object... details) {
        return Stream.of(details)
                .flatMap(detail -> detail instanceof Optional<?> maybe ? maybe.stream() : Stream.of(detail))
                .map(Object::toString)
                .collect(Collectors.joining(" ", what + "[", "]"));
    }
}
