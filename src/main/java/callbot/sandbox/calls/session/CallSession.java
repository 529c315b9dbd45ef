package callbot.sandbox.calls.session;

import callbot.sandbox.base.Refusal;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;

/** Those who talk, or are about to. */
final class CallSession {

    private final String id;
    private final List<End> ends = new ArrayList<>();
    private boolean waiting;
    private boolean joined;

    CallSession(String id) {
        this.id = id;
    }

    String id() {
        return id;
    }

    List<End> ends() {
        return List.copyOf(ends);
    }

    void join(End end) {
        ends.add(end);
        joined = true;
        waiting = false;
    }

    void remove(End end) {
        ends.remove(end);
    }

    /** Who is left may stay alone: he is parked, or hears it ring on where nobody answers. */
    void letWait() {
        waiting = true;
    }

    /** Whether everybody has left; where a phone rings by click-to-dial, nobody has come yet. */
    boolean isDeserted() {
        return joined && ends.isEmpty();
    }

    /** Whether there is nobody left to talk to: fewer than two, or only phones that ring. */
    boolean isOver() {
        if (waiting && !ends.isEmpty()) return false;
        return ends.size() < 2 || ends.stream().allMatch(CallSession::isRinging);
    }

    /** Whether the phone of one of our users rings. */
    boolean isRinging() {
        return ends.stream().anyMatch(end -> end instanceof CallLeg leg && leg.isRingingIn());
    }

    Stream<End> others(End end) {
        return ends().stream().filter(other -> !other.equals(end));
    }

    Stream<CallLeg> otherLegs(End end) {
        return others(end).filter(CallLeg.class::isInstance).map(CallLeg.class::cast);
    }

    /** The one at the other end, who answered before those whose phones ring. */
    End farFrom(End end) {
        return others(end)
                .filter(other -> !isRinging(other))
                .findFirst()
                .or(() -> others(end).findFirst())
                .orElseThrow(() -> Refusal.conflict("There is nobody at the other end."));
    }

    private static boolean isRinging(End end) {
        return switch (end) {
            case CallLeg leg -> leg.state() == CallState.ALERTING;
            case Outsider outsider -> outsider.isRinging();
        };
    }
}
