package callbot.call;

import callbot.webex.calling.Call;
import callbot.webex.calling.Call.Personality;
import callbot.webex.calling.Call.State;
import java.util.List;
import java.util.Optional;

/**
 * The two calls of a user of which one waits on hold.
 *
 * @param front the one in which the user talks, or is calling somebody
 * @param waiting the one on hold
 */
public record TwoCalls(Call front, Call waiting) {

    /** The two of these; absent if they are not just two such calls. What rings in is left out. */
    static Optional<TwoCalls> among(List<Call> calls) {
        List<Call> own = calls.stream().filter(call -> !call.isRingingIn()).toList();
        List<Call> waiting =
                own.stream().filter(call -> call.state() == State.HELD).toList();
        if (own.size() != 2 || waiting.size() != 1) return Optional.empty();
        Call front = own.getFirst() == waiting.getFirst() ? own.getLast() : own.getFirst();
        return Optional.of(new TwoCalls(front, waiting.getFirst())).filter(two -> two.isTalking() || two.isCalling());
    }

    /** Whether the user talks in the one in front, so that it can be put on hold. */
    boolean isTalking() {
        return front.state() == State.CONNECTED;
    }

    /** Whether nobody has answered the one in front yet. */
    public boolean isCalling() {
        boolean outgoing =
                front.personality() == Personality.ORIGINATOR || front.personality() == Personality.CLICK_TO_DIAL;
        return outgoing && (front.state() == State.ALERTING || front.state() == State.CONNECTING);
    }
}
