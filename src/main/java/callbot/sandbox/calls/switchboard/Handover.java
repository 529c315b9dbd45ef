package callbot.sandbox.calls.switchboard;

import callbot.sandbox.accounts.FakePeople;
import callbot.sandbox.base.Account;
import callbot.sandbox.base.CallParty;
import callbot.sandbox.base.LineEndpoint;
import callbot.sandbox.base.Refusal;
import callbot.sandbox.calls.session.CallLeg;
import callbot.sandbox.calls.session.CallSession;
import callbot.sandbox.calls.session.CallState;
import callbot.sandbox.calls.session.End;
import callbot.sandbox.calls.session.Outsider;
import callbot.sandbox.calls.session.Redirection;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** Gives calls to others: diverts them, and joins those whom a user talks to. */
public final class Handover {

    private final Switchboard switchboard;
    private final FakePeople people;

    /** Hand-over of calls at this switchboard. */
    public Handover(Switchboard switchboard, FakePeople people) {
        this.switchboard = switchboard;
        this.people = people;
    }

    /** The other end is sent on to this destination, and the user is out. */
    public void divert(CallLeg leg, String destination) {
        CallSession session = leg.session();
        End far = release(leg);
        List<Redirection> way = new ArrayList<>(leg.arrival().redirections());
        way.add(new Redirection("divert", leg.party()));
        meet(far, switchboard.partyAt(destination), session);
        switchboard.reach(
                session, far.party(), destination, new CallLeg.Arrival(way, Optional.empty(), Optional.empty()));
    }

    /**
     * The other end is sent to a mailbox.
     *
     * @param destination whose, absent for the user's own
     * @throws Refusal if there is nobody at the destination
     */
    public void divertToVoicemail(CallLeg leg, Optional<String> destination) {
        Account box = destination.isEmpty()
                ? leg.owner()
                : people.byDestination(destination.get())
                        .orElseThrow(() -> Refusal.notFound("There is no mailbox at this destination."));
        CallSession session = leg.session();
        End far = release(leg);
        Outsider mailbox = Outsider.voicemailOf(box);
        session.join(mailbox);
        meet(far, mailbox.party(), session);
        switchboard.answered(session, mailbox);
    }

    /** The user leaves, and the other end waits for what comes next. */
    private End release(CallLeg leg) {
        CallLeg.require(
                leg.isRingingIn() || leg.state().isAnswered(),
                "Only an incoming call that rings, or an answered call, can be diverted.");
        CallSession session = leg.session();
        End far = session.farFrom(leg);
        session.letWait();
        session.otherLegs(leg).filter(CallLeg::isRingingIn).forEach(other -> switchboard.end(other, true));
        switchboard.leave(session, leg);
        return far;
    }

    /** Those at the other ends of these two calls talk to each other from now on, and the user is out. */
    public void join(CallLeg first, CallLeg second) {
        requireAnswered(first);
        requireAnswered(second);
        CallSession session = first.session();
        CallSession dissolved = second.session();
        End one = session.farFrom(first);
        End other = dissolved.farFrom(second);
        session.letWait();
        dissolved.letWait();
        switchboard.leave(session, first);
        switchboard.leave(dissolved, second);
        dissolved.remove(other);
        session.join(other);
        meet(one, other.party(), session);
        meet(other, one.party(), session);
    }

    /** The user calls the destination; when it answers, it is joined with the other end of his call. */
    public CallLeg transfer(CallLeg leg, String destination) {
        requireAnswered(leg);
        if (leg.state() == CallState.CONNECTED) switchboard.hold(leg);
        Account owner = leg.owner();
        CallSession session = switchboard.open();
        LineEndpoint phone = leg.endpoint().orElse(owner.preferredEndpoint());
        CallLeg consultation = switchboard.lift(session, owner, phone, switchboard.partyAt(destination));
        switchboard.whenConnected(consultation, () -> {
            if (leg.state().isAnswered()) join(leg, consultation);
        });
        switchboard.reach(session, owner.party(), destination, CallLeg.Arrival.STRAIGHT);
        return consultation;
    }

    /** The executive's phones ring, and the assistant is out. */
    public void push(CallLeg assistants, Account executive) {
        divert(assistants, executive.requireLine().extension());
    }

    private static void requireAnswered(CallLeg leg) {
        CallLeg.require(leg.state().isAnswered(), "An unanswered call cannot be transferred; it can be diverted.");
    }

    private void meet(End end, CallParty other, CallSession session) {
        if (end instanceof CallLeg leg) {
            leg.meet(other, session);
            leg.remotely(false);
            switchboard.changed(leg, "updated");
        }
    }
}
