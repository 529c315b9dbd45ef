package callbot.call;

import callbot.call.Outcome.Done;
import callbot.command.CallAction;
import callbot.command.value.DialString;
import callbot.webex.Secret;
import callbot.webex.calling.BegunCall;
import callbot.webex.calling.Calls;
import callbot.webex.calling.Party;
import callbot.webex.calling.Rejection;
import java.util.Optional;
import java.util.function.BiConsumer;

/** Asks Webex to do something with one call. */
record ActionRequest(Calls calls, Secret token, String callId) {

    /** @throws callbot.webex.WebexException if Webex does not accept it */
    Done send(CallAction action, Optional<String> endpointId) {
        Optional<Party> place = Optional.empty();
        Optional<BegunCall> consultation = Optional.empty();
        switch (action) {
            case CallAction.Answer answer -> calls.answer(token, callId, endpointId);
            case CallAction.Reject(CallAction.Reject.Reason reason) -> calls.reject(token, callId, rejection(reason));
            case CallAction.Divert(DialString to) -> calls.divert(token, callId, to.value());
            case CallAction.Transfer(DialString to) -> consultation = calls.transfer(token, callId, to.value());
            case CallAction.Park(Optional<DialString> at) ->
                place = Optional.of(calls.park(token, callId, at.map(DialString::value)));
            case CallAction.SendDigits(String digits) -> calls.transmitDtmf(token, callId, digits);
            case CallAction.ParkInGroup group -> place = Optional.of(calls.parkInGroup(token, callId));
            case CallAction.Simple simple -> send(simple);
        }
        return new Done(Optional.empty(), place, consultation);
    }

    /** As an expression, so that an action for which nothing is sent does not compile. */
    private void send(CallAction.Simple action) {
        BiConsumer<Secret, String> request = switch (action) {
            case HANG_UP -> calls::hangUp;
            case HOLD -> calls::hold;
            case RESUME -> calls::resume;
            case MUTE -> calls::mute;
            case UNMUTE -> calls::unmute;
            case TO_VOICEMAIL -> calls::divertToVoicemail;
            case PUSH -> calls::push;
            case START_RECORDING -> calls::startRecording;
            case STOP_RECORDING -> calls::stopRecording;
            case PAUSE_RECORDING -> calls::pauseRecording;
            case RESUME_RECORDING -> calls::resumeRecording;
        };
        request.accept(token, callId);
    }

    private static Rejection rejection(CallAction.Reject.Reason reason) {
        return switch (reason) {
            case BUSY -> Rejection.BUSY;
            case UNAVAILABLE -> Rejection.TEMPORARILY_UNAVAILABLE;
            case IGNORE -> Rejection.IGNORE;
        };
    }
}
