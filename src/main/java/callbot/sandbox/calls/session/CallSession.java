package callbot.sandbox.calls.session;

import callbot.sandbox.base.Refusal;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;

/** Those who talk, or are about to. */
public final class CallSession {

    private final String id;
    private final List<End> ends = new ArrayList<>();
    private boolean waiting;
    private boolean joined;

    CallSession(String id) {
        this.id = id;
    }

    /** What all of its calls share. */
    public String id() {
        return id;
    }

    /** Those who are in it, in the order in which they came. */
    public List<End> ends() {
        return List.copyOf(ends);
    }

    /** Another one comes. */
    public void join(End end) {
        ends.add(end);
        joined = true;
        waiting = false;
    }

    /** This one has left. */
    public void remove(End end) {
        ends.remove(end);
    }

    /** Who is left may stay alone: he is parked, or hears it ring on where nobody answers. */
    public void letWait() {
        waiting = true;
    }

    /** Whether everybody has left; where a phone rings by click-to-dial, nobody has come yet. */
    boolean isDeserted() {
        return joined && ends.isEmpty();
    }

    /** Whether there is nobody left to talk to: fewer than two, or only phones that ring. */
    public boolean isOver() {
        if (waiting && !ends.isEmpty()) return false;
        return ends.size() < 2 || ends.stream().allMatch(CallSession::isRinging);
    }

    /** Whether the phone of one of our users rings. */
    public boolean isRinging() {
        return ends.stream().anyMatch(end -> end instanceof CallLeg leg && leg.isRingingIn());
    }

    Stream<End> others(End end) {
        return ends().stream().filter(other -> !other.equals(end));
    }

    /** The calls of our users in it but for this one. */
    public Stream<CallLeg> otherLegs(End end) {
        return others(end).filter(CallLeg.class::isInstance).map(CallLeg.class::cast);
    }

    /** The one at the other end, who answered before those whose phones ring. */
    public End farFrom(End end) {
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
