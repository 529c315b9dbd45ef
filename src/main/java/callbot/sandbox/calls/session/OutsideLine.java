package callbot.sandbox.calls.session;

import java.util.Optional;

/**
 * Where a phone outside the organization stands.
 *
 * @param number its number
 * @param name whose it is, absent if nobody knows
 * @param withheld whether it withholds its number
 * @param state what it does
 * @param with whom it calls or talks to, absent if it waits for somebody
 */
public record OutsideLine(String number, Optional<String> name, boolean withheld, State state, Optional<String> with) {

    /** What a phone outside does. */
    public enum State {
        /** It rings. */
        RINGING,
        /** It calls, and hears it ring. */
        CALLING,
        /** They talk. */
        TALKING,
        /** It has been put on hold or parked. */
        WAITING
    }

    static OutsideLine of(Outsider outsider, CallSession session) {
        Optional<End> far = session.others(outsider).findFirst();
        return new OutsideLine(
                outsider.line(),
                outsider.party().name(),
                outsider.party().privacyEnabled(),
                outsider.isRinging()
                        ? State.RINGING
                        : far.map(OutsideLine::hears).orElse(State.WAITING),
                far.flatMap(end -> end.party().name().or(() -> end.party().number())));
    }

    /** What one hears whose other end this is. */
    private static State hears(End far) {
        return switch (far) {
            case Outsider other -> other.isRinging() ? State.CALLING : State.TALKING;
            case CallLeg leg ->
                switch (leg.state()) {
                    case ALERTING, CONNECTING -> State.CALLING;
                    case HELD -> State.WAITING;
                    case CONNECTED, REMOTE_HELD, DISCONNECTED -> State.TALKING;
                };
        };
    }
}
