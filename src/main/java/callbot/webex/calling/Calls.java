package callbot.webex.calling;

import callbot.json.Json;
import callbot.json.ObjectWriter;
import callbot.webex.Secret;
import callbot.webex.WebexClient;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.function.Function;

/**
 * Call control for the owner of a token. Each command is accepted at once; its effect comes later, as an event.
 *
 * <p>Some commands begin a call: the user's own device rings first, and when it is picked up the call is made. Which device,
 * an {@link Endpoint} id says; if it is absent Webex chooses.
 *
 * @see <a href="https://developer.webex.com/docs/api/v1/call-controls">Call controls</a>
 */
public final class Calls {

    private static final String CALLS = "/telephony/calls";

    private final WebexClient webex;

    /** Calls at this Webex. */
    public Calls(WebexClient webex) {
        this.webex = webex;
    }

    /** What brings several calls of a user together. */
    public Conferences conferences() {
        return new Conferences(webex);
    }

    /** The calls that the user has now. */
    public List<Call> list(Secret token) {
        return webex.list(token, CALLS, Call::from);
    }

    /**
     * The last calls, at most 20 of each type, in no particular order.
     *
     * @param type absent for all types
     */
    public List<HistoryRecord> history(Secret token, Optional<HistoryRecord.Type> type) {
        String query = type.map(wanted -> "?type=" + wanted.name().toLowerCase(Locale.ROOT))
                .orElse("");
        return webex.list(token, CALLS + "/history" + query, HistoryRecord::from);
    }

    /** Calls a destination. */
    public BegunCall dial(Secret token, String destination, Optional<String> endpointId) {
        return begin(
                token, "dial", Json.object().put("destination", destination).put("endpointId", endpointId));
    }

    /** Takes a call that is parked, at the user's own extension unless another one is given. */
    public BegunCall retrieve(Secret token, Optional<String> from, Optional<String> endpointId) {
        return begin(token, "retrieve", Json.object().put("destination", from).put("endpointId", endpointId));
    }

    /** Takes a call that rings, anywhere in the user's group unless an extension is given. */
    public BegunCall pickUp(Secret token, Optional<String> target, Optional<String> endpointId) {
        return begin(token, "pickup", Json.object().put("target", target).put("endpointId", endpointId));
    }

    /** Joins a call that somebody else has. */
    public BegunCall bargeIn(Secret token, String target, Optional<String> endpointId) {
        return begin(token, "bargeIn", Json.object().put("target", target).put("endpointId", endpointId));
    }

    /** Takes over a call of the user's own from another device. */
    public BegunCall pull(Secret token, Optional<String> endpointId) {
        return begin(token, "pull", Json.object().put("endpointId", endpointId));
    }

    /** Answers a ringing call. */
    public void answer(Secret token, String callId, Optional<String> endpointId) {
        command(token, "answer", callId, call -> call.put("endpointId", endpointId));
    }

    /** Refuses a ringing call. */
    public void reject(Secret token, String callId, Rejection rejection) {
        command(token, "reject", callId, call -> call.put("action", rejection.wireName()));
    }

    /** Ends a call; one that rings is rejected as busy. */
    public void hangUp(Secret token, String callId) {
        command(token, "hangup", callId);
    }

    /** Puts a connected call on hold. */
    public void hold(Secret token, String callId) {
        command(token, "hold", callId);
    }

    /** Takes a held call off hold. */
    public void resume(Secret token, String callId) {
        command(token, "resume", callId);
    }

    /** Switches the microphone of a call off, if it is {@link Call.Media#muteCapable}. */
    public void mute(Secret token, String callId) {
        command(token, "mute", callId);
    }

    /** Switches the microphone of a call on. */
    public void unmute(Secret token, String callId) {
        command(token, "unmute", callId);
    }

    /** Sends a call to somebody else at once, also one that still rings. */
    public void divert(Secret token, String callId, String destination) {
        command(token, "divert", callId, call -> call.put("destination", destination));
    }

    /** Sends a call to the user's own voicemail. */
    public void divertToVoicemail(Secret token, String callId) {
        command(token, "divert", callId, call -> call.put("toVoicemail", true));
    }

    /** Hands an answered call over to somebody else, who must answer first; the call to whom, if Webex says which it is. */
    public Optional<BegunCall> transfer(Secret token, String callId, String destination) {
        ObjectWriter what = Json.object().put("callId1", callId).put("destination", destination);
        return webex.postForMaybe(token, CALLS + "/transfer", what, BegunCall::from);
    }

    /** Connects the other sides of two calls with each other; the user is in neither of them any more. */
    public void join(Secret token, String oneCallId, String otherCallId) {
        send(token, "transfer", Json.object().put("callId1", oneCallId).put("callId2", otherCallId));
    }

    /** Parks a connected call, at the user's own extension unless another one is given; where it is. */
    public Party park(Secret token, String callId, Optional<String> destination) {
        return park(token, Json.object().put("callId", callId).put("destination", destination));
    }

    /** Parks a connected call where the user's group parks; where it is. */
    public Party parkInGroup(Secret token, String callId) {
        return park(token, Json.object().put("callId", callId).put("isGroupPark", true));
    }

    /** Hands an assistant's call to the executive. */
    public void push(Secret token, String callId) {
        command(token, "push", callId);
    }

    /** Begins to record a call. */
    public void startRecording(Secret token, String callId) {
        command(token, "startRecording", callId);
    }

    /** Ends the recording of a call. */
    public void stopRecording(Secret token, String callId) {
        command(token, "stopRecording", callId);
    }

    /** Stops recording a call for a while. */
    public void pauseRecording(Secret token, String callId) {
        command(token, "pauseRecording", callId);
    }

    /** Goes on recording a call. */
    public void resumeRecording(Secret token, String callId) {
        command(token, "resumeRecording", callId);
    }

    /** Keys in digits: {@code 0-9*#A-D}, and a comma for a pause. */
    public void transmitDtmf(Secret token, String callId, String digits) {
        command(token, "transmitDtmf", callId, call -> call.put("dtmf", digits));
    }

    private BegunCall begin(Secret token, String command, ObjectWriter what) {
        return webex.post(token, CALLS + "/" + command, what, BegunCall::from);
    }

    private Party park(Secret token, ObjectWriter what) {
        return webex.post(token, CALLS + "/park", what, json -> Party.from(json.at("parkedAgainst")));
    }

    private void command(Secret token, String command, String callId) {
        command(token, command, callId, Function.identity());
    }

    private void command(Secret token, String command, String callId, Function<ObjectWriter, ObjectWriter> details) {
        send(token, command, details.apply(Json.object().put("callId", callId)));
    }

    private void send(Secret token, String command, ObjectWriter what) {
        webex.post(token, CALLS + "/" + command, what);
    }
}
