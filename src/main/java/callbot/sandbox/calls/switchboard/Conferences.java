package callbot.sandbox.calls.switchboard;

import callbot.sandbox.base.Person;
import callbot.sandbox.calls.session.CallLeg;
import callbot.sandbox.calls.session.CallState;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Users' conferences, one each at most: with fewer than two others left, it is an ordinary call again. */
public final class Conferences {

    private final Switchboard switchboard;
    private final Map<Person, Conference> running = new HashMap<>();

    /** Nobody has one yet. */
    public Conferences(Switchboard switchboard) {
        this.switchboard = switchboard;
    }

    /** The one that this person hosts. */
    public Optional<Conference> of(Person host) {
        Optional<Conference> found = Optional.ofNullable(running.get(host));
        if (found.isPresent() && found.get().legs().size() < 2) {
            running.remove(host);
            return Optional.empty();
        }
        return found;
    }

    /** Begins one; who waits on hold is taken off hold. */
    public void start(Person host, List<CallLeg> legs) {
        CallLeg.require(of(host).isEmpty(), "There is a conference already.");
        legs.forEach(Conferences::requireAnswered);
        running.put(host, new Conference(legs, switchboard.now()));
        legs.forEach(leg -> hold(leg, false));
    }

    /** Takes one more call in. */
    public void add(Conference conference, CallLeg leg) {
        requireAnswered(leg);
        conference.add(leg);
        hold(leg, conference.isHeld());
    }

    /** Puts all its calls on hold, or takes them off hold. */
    public void hold(Conference conference, boolean on) {
        conference.hold(on);
        conference.legs().forEach(leg -> hold(leg, on));
    }

    private void hold(CallLeg leg, boolean on) {
        if (on && leg.state() == CallState.CONNECTED) switchboard.hold(leg);
        if (!on && leg.state() == CallState.HELD) switchboard.resume(leg);
    }

    /** Everybody is out. */
    public void end(Conference conference) {
        conference.legs().forEach(leg -> switchboard.hangUp(leg.session(), leg));
    }

    /** The host puts down the phone on which this call is: if it is in a conference, that is over for everybody. */
    public void hangUp(CallLeg leg) {
        of(leg.owner())
                .filter(conference -> conference.legs().contains(leg))
                .ifPresentOrElse(this::end, () -> switchboard.hangUp(leg.session(), leg));
    }

    private static void requireAnswered(CallLeg leg) {
        CallLeg.require(leg.state().isAnswered(), "Only an answered call can be in a conference.");
    }
}
