package callbot.chat.call;

import callbot.command.CallAction;
import callbot.command.value.DialString;
import callbot.webex.calling.Call;
import callbot.webex.messaging.Markdown;
import java.util.Locale;
import java.util.Optional;
import java.util.function.Predicate;

/**
 * How an action on a call is put into words.
 *
 * @param title what its button says
 * @param command what is typed for it
 * @param done what has been done, as a sentence without its first capital and its full stop; %s stands for the call
 * @param ability what a call must be able to do for it
 * @param noneFits what is said if there is no call to do it with
 * @param isSo whether a call stands already as this would leave it
 */
record ActionWords(String title, String command, String done, String ability, String noneFits, Predicate<Call> isSo) {

    ActionWords(String title, String command, String done, String ability, String noneFits) {
        this(title, command, done, ability, noneFits, any -> false);
    }

    static ActionWords of(CallAction action) {
        return switch (action) {
            case CallAction.Answer(Optional<String> device) ->
                new ActionWords(
                        "Answer",
                        "/answer" + device.map(name -> " on " + name).orElse(""),
                        "answered %s",
                        "be answered",
                        "No call is ringing that you could answer.");
            case CallAction.Reject(CallAction.Reject.Reason reason) -> rejected(reason);
            case CallAction.Divert(DialString to) ->
                new ActionWords(
                        "Divert",
                        "/divert " + to.value(),
                        "diverted %s to " + shown(to),
                        "be diverted",
                        "There is no call to divert.");
            case CallAction.Transfer(DialString to) ->
                new ActionWords(
                        "Transfer",
                        "/transfer " + to.value(),
                        "calling " + shown(to) + ". When they answer, %s goes over",
                        "be transferred",
                        "There is no call to transfer. One that rings is sent on with `/divert`.");
            case CallAction.Park(Optional<DialString> at) ->
                new ActionWords(
                        "Park",
                        "/park" + at.map(one -> " " + one.value()).orElse(""),
                        "parked %s",
                        "be parked",
                        "There is no call to park.");
            case CallAction.ParkInGroup group ->
                new ActionWords("Park", "/park group", "parked %s", "be parked", "There is no call to park.");
            case CallAction.SendDigits(String digits) ->
                new ActionWords(
                        "Send",
                        "/dtmf " + digits,
                        "sent **" + Markdown.escape(digits) + "** on %s",
                        "take digits",
                        "There is no call to send digits to.");
            case CallAction.Simple simple -> of(simple);
        };
    }

    private static ActionWords of(CallAction.Simple action) {
        return switch (action) {
            case HANG_UP ->
                new ActionWords("Hang up", "/hangup", "%s has ended", "be ended", "There is no call to end.");
            case HOLD ->
                new ActionWords("Hold", "/hold", "%s is on hold", "be put on hold", "There is no call to put on hold.")
                        .isSoIf(call -> call.state() == Call.State.HELD);
            case RESUME ->
                new ActionWords("Resume", "/resume", "you're back on %s", "be taken off hold", "No call is on hold.")
                        .isSoIf(ActionWords::isTalked);
            case MUTE ->
                new ActionWords(
                                "Mute",
                                "/mute",
                                "you're muted on %s",
                                "be muted",
                                "There is no call in which you could be muted.")
                        .isSoIf(call -> call.isAnswered() && call.media().muted());
            case UNMUTE ->
                new ActionWords(
                                "Unmute",
                                "/unmute",
                                "you're no longer muted on %s",
                                "be unmuted",
                                "You're muted in no call.")
                        .isSoIf(call -> isTalked(call) && !call.media().muted());
            case TO_VOICEMAIL ->
                new ActionWords(
                        "To voicemail",
                        "/divert voicemail",
                        "sent %s to your voicemail",
                        "be sent to your voicemail",
                        "There is no call to send to voicemail.");
            case PUSH ->
                new ActionWords(
                        "Push",
                        "/push",
                        "handed %s to your executive",
                        "be handed to your executive",
                        "There is no call to hand to your executive.");
            case START_RECORDING ->
                new ActionWords(
                        "Record",
                        "/record start",
                        "started recording %s",
                        "be recorded",
                        "There is no call to record.");
            case STOP_RECORDING ->
                new ActionWords(
                        "Stop recording",
                        "/record stop",
                        "stopped recording %s",
                        "have its recording stopped",
                        "No call is being recorded.");
            case PAUSE_RECORDING ->
                new ActionWords(
                        "Pause",
                        "/record pause",
                        "paused the recording of %s",
                        "have its recording paused",
                        "No call is being recorded.");
            case RESUME_RECORDING ->
                new ActionWords(
                        "Go on",
                        "/record resume",
                        "recording %s again",
                        "have its recording resumed",
                        "No recording is paused.");
        };
    }

    /**
     * What has been done.
     *
     * @param call which call, such as "the call from Ana"
     */
    String done(String call) {
        String sentence = done.replace("%s", call);
        return sentence.substring(0, 1).toUpperCase(Locale.ROOT) + sentence.substring(1);
    }

    /** The same, for a call that may stand already as it would leave it. */
    private ActionWords isSoIf(Predicate<Call> so) {
        return new ActionWords(title, command, done, ability, noneFits, so);
    }

    /** What is typed for it if the call is named by its number. */
    String command(int number) {
        boolean takesMore = command.matches("/(divert|transfer|park|dtmf)\\b.*");
        return takesMore
                ? command + " call " + number
                : command.replaceFirst("^(.*?)( on .*)?$", "$1 " + number + "$2");
    }

    private static boolean isTalked(Call call) {
        return call.state() == Call.State.CONNECTED;
    }

    private static ActionWords rejected(CallAction.Reject.Reason reason) {
        String none = "No call is ringing that you could decline.";
        String ability = "be declined";
        return switch (reason) {
            case BUSY -> new ActionWords("Decline", "/reject", "declined %s", ability, none);
            case UNAVAILABLE ->
                new ActionWords(
                        "Decline",
                        "/reject unavailable",
                        "declined %s; they hear that you can't be reached",
                        ability,
                        none);
            case IGNORE ->
                new ActionWords(
                        "Ignore", "/reject ignore", "silenced %s here. They still hear it ringing", ability, none);
        };
    }

    private static String shown(DialString to) {
        return "**" + Markdown.escape(to.value()) + "**";
    }
}
