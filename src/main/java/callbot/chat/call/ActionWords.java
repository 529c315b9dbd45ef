package callbot.chat.call;

import callbot.command.CallAction;
import callbot.command.value.DialString;
import callbot.webex.messaging.Markdown;
import java.util.Optional;

/**
 * How an action on a call is put into words.
 *
 * @param title what its button says
 * @param command what is typed for it
 * @param done what the call then is
 * @param ability what a call must be able to do for it
 * @param noneFits what is said if there is no call to do it with
 */
record ActionWords(String title, String command, String done, String ability, String noneFits) {

    static ActionWords of(CallAction action) {
        return switch (action) {
            case CallAction.Answer(Optional<String> device) ->
                new ActionWords(
                        "Answer",
                        "/answer" + device.map(name -> " on " + name).orElse(""),
                        "answered",
                        "be answered",
                        "No call is ringing that you could answer.");
            case CallAction.Reject(CallAction.Reject.Reason reason) -> rejected(reason);
            case CallAction.Divert(DialString to) ->
                new ActionWords(
                        "Divert",
                        "/divert " + to.value(),
                        "diverted to " + shown(to),
                        "be diverted",
                        "There is no call to divert.");
            case CallAction.Transfer(DialString to) ->
                new ActionWords(
                        "Transfer",
                        "/transfer " + to.value(),
                        "handed over to " + shown(to) + " as soon as somebody answers there",
                        "be handed over",
                        "There is no call to hand over. One that rings is sent on with `/divert`.");
            case CallAction.Park(Optional<DialString> at) ->
                new ActionWords(
                        "Park",
                        "/park" + at.map(one -> " " + one.value()).orElse(""),
                        "parked",
                        "be parked",
                        "There is no call to park.");
            case CallAction.ParkInGroup group ->
                new ActionWords("Park", "/park group", "parked", "be parked", "There is no call to park.");
            case CallAction.SendDigits(String digits) ->
                new ActionWords(
                        "Key in",
                        "/dtmf " + digits,
                        "given your digits",
                        "take digits",
                        "There is no call to key digits into.");
            case CallAction.Simple simple -> of(simple);
        };
    }

    private static ActionWords of(CallAction.Simple action) {
        return switch (action) {
            case HANG_UP -> new ActionWords("Hang up", "/hangup", "ended", "be ended", "There is no call to end.");
            case HOLD ->
                new ActionWords("Hold", "/hold", "on hold", "be put on hold", "There is no call to put on hold.");
            case RESUME -> new ActionWords("Resume", "/resume", "off hold", "be taken off hold", "No call is on hold.");
            case MUTE ->
                new ActionWords(
                        "Mute",
                        "/mute",
                        "without your microphone",
                        "be muted",
                        "There is no call whose microphone could be switched off.");
            case UNMUTE ->
                new ActionWords(
                        "Unmute",
                        "/unmute",
                        "with your microphone on",
                        "be unmuted",
                        "Your microphone is off in no call.");
            case TO_VOICEMAIL ->
                new ActionWords(
                        "To voicemail",
                        "/divert voicemail",
                        "sent to your voicemail",
                        "be sent to your voicemail",
                        "There is no call to send there.");
            case PUSH ->
                new ActionWords(
                        "Push",
                        "/push",
                        "handed to your executive",
                        "be handed to your executive",
                        "There is no call to hand over.");
            case START_RECORDING ->
                new ActionWords(
                        "Record",
                        "/record start",
                        "recorded from now on",
                        "be recorded",
                        "There is no call to record.");
            case STOP_RECORDING ->
                new ActionWords(
                        "Stop recording",
                        "/record stop",
                        "recorded no longer",
                        "have its recording stopped",
                        "No call is being recorded.");
            case PAUSE_RECORDING ->
                new ActionWords(
                        "Pause",
                        "/record pause",
                        "not recorded for now",
                        "have its recording paused",
                        "No call is being recorded.");
            case RESUME_RECORDING ->
                new ActionWords(
                        "Go on",
                        "/record resume",
                        "recorded again",
                        "have its recording resumed",
                        "No recording is paused.");
        };
    }

    /** What is typed for it if the call is named by its number. */
    String command(int number) {
        boolean takesMore = command.matches("/(divert|transfer|park|dtmf)\\b.*");
        return takesMore
                ? command + " call " + number
                : command.replaceFirst("^(.*?)( on .*)?$", "$1 " + number + "$2");
    }

    private static ActionWords rejected(CallAction.Reject.Reason reason) {
        String none = "No call is ringing that you could decline.";
        String ability = "be declined";
        return switch (reason) {
            case BUSY -> new ActionWords("Decline", "/reject", "declined", ability, none);
            case UNAVAILABLE ->
                new ActionWords(
                        "Decline",
                        "/reject unavailable",
                        "declined, and the caller is told that you cannot be reached",
                        ability,
                        none);
            case IGNORE ->
                new ActionWords("Ignore", "/reject ignore", "quiet here, and rings on for the caller", ability, none);
        };
    }

    private static String shown(DialString to) {
        return "**" + Markdown.escape(to.value()) + "**";
    }
}
