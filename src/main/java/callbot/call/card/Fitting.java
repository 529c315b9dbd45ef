package callbot.call.card;

import callbot.command.CallAction;
import callbot.webex.calling.Call;
import callbot.webex.calling.Call.Recording;
import callbot.webex.calling.Call.State;

/**
 * Which calls an action can be meant for, as Webex documents it. This only helps to find the one that is meant, and to say
 * why it cannot be; whether it is done, Webex decides.
 */
public final class Fitting {

    private Fitting() {}

    /** Whether the call is one that this can be done with. */
    public static boolean fits(CallAction action, Call call) {
        return switch (action) {
            case CallAction.Answer answer -> call.isRingingIn();
            case CallAction.Reject reject -> call.isRingingIn();
            case CallAction.Divert divert -> call.isRingingIn() || call.isAnswered();
            case CallAction.Transfer transfer -> call.isAnswered();
            case CallAction.Park park -> call.state() == State.CONNECTED;
            case CallAction.ParkInGroup park -> call.state() == State.CONNECTED;
            case CallAction.SendDigits digits -> call.state() == State.CONNECTED;
            case CallAction.Simple simple -> fits(simple, call);
        };
    }

    private static boolean fits(CallAction.Simple action, Call call) {
        Call.Media media = call.media();
        return switch (action) {
            case HANG_UP -> true;
            case HOLD, PUSH -> call.state() == State.CONNECTED;
            case RESUME -> call.state() == State.HELD;
            case MUTE -> call.isAnswered() && media.muteCapable() && !media.muted();
            case UNMUTE -> call.isAnswered() && media.muted();
            case TO_VOICEMAIL -> call.isRingingIn() || call.isAnswered();
            case START_RECORDING -> call.isAnswered() && media.recording() == Recording.OFF;
            case STOP_RECORDING -> media.recording() != Recording.OFF;
            case PAUSE_RECORDING -> media.recording() == Recording.RUNNING;
            case RESUME_RECORDING -> media.recording() == Recording.PAUSED;
        };
    }
}
