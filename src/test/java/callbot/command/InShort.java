package callbot.command;

import callbot.command.Command.CallChoice;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** A command in short, as the table of what people type has it. */
record InShort(Command command) {

    String text() {
        return switch (command) {
            case Command.Help(var about) -> say("Help", about.map(CommandSpec::word));
            case Command.Dial(DialString to, var device, boolean again) ->
                say("Dial", number(to), on(device), Optional.of("again").filter(any -> again));
            case Command.Bring(CallSource source, var device) -> brought(source, on(device));
            case Command.Act(CallAction action, CallChoice choice) -> done(action, choice(choice));
            case Command.JoinCalls join -> say("JoinCalls");
            case Command.Swap swap -> say("Swap");
            case Command.Consult(Command.Dial dial) -> "Consult" + new InShort(dial).text();
            case Command.MergeCalls merge -> say("MergeCalls");
            case Command.ShowConference show -> say("ShowConference");
            case Command.MuteInConference(var whom, boolean muted) ->
                say(muted ? "MuteInConference" : "UnmuteInConference", whom.map(InShort::choice));
            case Command.HoldConference(boolean held) -> say(held ? "HoldConference" : "ResumeConference");
            case Command.EndConference end -> say("EndConference");
            case Command.ListCalls listCalls -> say("ListCalls");
            case Command.ShowCall(CallChoice choice) -> say("ShowCall", choice(choice));
            case Command.History(var kind, int page) -> say("History", kind.map(Enum::name), page);
            case Command.ShowQuiet showQuiet -> say("ShowQuiet");
            case Command.TurnQuietOn(QuietUntil.Told told) -> say("TurnQuietOn");
            case Command.TurnQuietOn(QuietUntil.After(var time)) -> say("TurnQuietOn", "for", time);
            case Command.TurnQuietOn(QuietUntil.Clock(var time)) -> say("TurnQuietOn", "until", time);
            case Command.TurnQuietOff turnQuietOff -> say("TurnQuietOff");
            case Command.ShowForwarding show -> say("ShowForwarding");
            case Command.Forward(var when, ForwardTo.Nowhere nowhere, var rings) -> say("Forward", when, "off");
            case Command.Forward(var when, ForwardTo.OwnVoicemail own, var rings) ->
                say("Forward", when, "voicemail", rings);
            case Command.Forward(var when, ForwardTo.Number(DialString to, boolean itsVoicemail), var rings) ->
                say("Forward", when, number(to), Optional.of("voicemail").filter(any -> itsVoicemail), rings);
            case Command.ShowBlocked show -> say("ShowBlocked");
            case Command.ChangeBlocked(var wish) ->
                switch (wish) {
                    case BlockChange.Block(DialString number) -> say("Block", number.value());
                    case BlockChange.Unblock(DialString number) -> say("Unblock", number.value());
                    case BlockChange.Anonymous(boolean refused) -> say("Anonymous", refused ? "refused" : "rings");
                };
            case Command.ShowVoicemail show -> say("ShowVoicemail");
            case Command.MarkVoiceMessage(var which, boolean read) ->
                say("MarkVoiceMessage", read ? "read" : "unread", message(which));
            case Command.AskToDelete(var which) -> say("AskToDelete", message(which));
            case Command.DeleteVoiceMessage(String id) -> say("DeleteVoiceMessage", id);
            case Command.ListDevices listDevices -> say("ListDevices");
            case Command.UseDevice(var name) -> say("UseDevice", name);
            case Command.SignIn signIn -> say("SignIn");
            case Command.SignInAnew signInAnew -> say("SignInAnew");
            case Command.SignOut signOut -> say("SignOut");
            case Command.DropSignIns dropSignIns -> say("DropSignIns");
            case Command.Monitor(var mode) -> say("Monitor", mode);
            case Command.Status status -> say("Status");
            case Command.Why why -> say("Why");
            case Command.StoreInfo storeInfo -> say("StoreInfo");
            case Command.StoreClear(boolean confirmed) -> say("StoreClear", confirmed ? "confirmed" : "asked");
            case Command.Echo(String text) -> say("Echo", text);
            case Command.DialName(String name, var device, boolean again) ->
                say("DialName", name, on(device), Optional.of("again").filter(any -> again));
            case Command.DialChosen(Command.Dial dial, String name) -> new InShort(dial).text() + say("as", name);
            case Command.FindPerson(String name, String before, String after, var button) ->
                say("FindPerson", name + ":", before, Optional.of(after).filter(any -> !any.isEmpty()));
            case Command.Courtesy(var kind) -> say("Courtesy", kind);
            case Command.NotUnderstood(String said, var offers) ->
                offers.stream()
                        .map(Command.NotUnderstood.Offer::command)
                        .collect(Collectors.joining("; ", "NotUnderstood[", "]"));
            case Command.Malformed(CommandSpec spec, String problem) -> say("Malformed", spec.word());
            case Command.WhichNumber(var choices, var button) ->
                choices.stream()
                        .map(Command.WhichNumber.Choice::command)
                        .collect(Collectors.joining("; ", "WhichNumber[", "]"));
            case Command.TooLong(int most) -> say("TooLong", most);
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
