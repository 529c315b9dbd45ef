package callbot.sandbox.calls.switchboard;

import callbot.sandbox.accounts.FakePeople;
import callbot.sandbox.base.Account;
import callbot.sandbox.base.CallParty;
import callbot.sandbox.base.Ids;
import callbot.sandbox.base.LineEndpoint;
import callbot.sandbox.base.Refusal;
import callbot.sandbox.calls.session.CallLeg;
import callbot.sandbox.calls.session.CallSession;
import callbot.sandbox.calls.session.CallState;
import callbot.sandbox.calls.session.End;
import callbot.sandbox.calls.session.Legs;
import callbot.sandbox.calls.session.Outsider;
import callbot.sandbox.calls.session.Personality;
import callbot.sandbox.calls.session.Redirection;
import callbot.sandbox.calls.session.Sessions;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;

/** Connects the ends of calls, and tells their owners what changed. Which step is allowed when, {@link CallLeg} knows. */
public final class Switchboard {

    /** How long a phone rings once, and is silent after it. */
    private static final Duration RING = Duration.ofSeconds(6);

    private final Clock clock;
    private final FakePeople people;
    private final CallHistory history;
    private final CallNews news;
    private final Routing routing;
    private final Legs legs;
    private final Sessions sessions;
    private final Map<CallLeg, Runnable> whenConnected = new HashMap<>();

    /** A switchboard for these people; nobody talks yet. */
    public Switchboard(Clock clock, Ids ids, FakePeople people, CallHistory history, CallNews news, Routing routing) {
        this.clock = clock;
        this.sessions = new Sessions(ids);
        this.legs = new Legs(ids);
        this.people = people;
        this.history = history;
        this.news = news;
        this.routing = routing;
    }

    Instant now() {
        return clock.instant();
    }

    /** What calls there were. */
    public CallHistory history() {
        return history;
    }

    /** Those who talk, or are about to. */
    public Sessions sessions() {
        return sessions;
    }

    /** The calls of this person that are not over, oldest first. */
    public Stream<CallLeg> legsOf(Account person) {
        return legs.of(person);
    }

    /**
     * The call of this person with this id.
     *
     * @throws Refusal if he has none that is not over
     */
    public CallLeg leg(Account person, String callId) {
        return legs.get(person, callId);
    }

    /** A call in which nobody takes part yet. */
    public CallSession open() {
        return sessions.open();
    }

    /** This user's phones begin to ring for an incoming call. */
    public CallLeg ring(CallSession session, Account callee, CallParty caller, CallLeg.Arrival arrival) {
        CallLeg leg = add(callee, session, Personality.TERMINATOR, caller, arrival);
        session.join(leg);
        news.rings(leg, callee.preferredEndpoint());
        return leg;
    }

    /** This user lifts his phone to call somebody. */
    public CallLeg lift(CallSession session, Account caller, LineEndpoint phone, CallParty callee) {
        CallLeg leg = add(caller, session, Personality.ORIGINATOR, callee, CallLeg.Arrival.STRAIGHT);
        session.join(leg);
        leg.at(phone);
        news.began(leg);
        history.add(caller, CallHistory.Kind.PLACED, callee, leg.created());
        return leg;
    }

    /** This user's own phone rings, so that he can take a call that he asked for. */
    public CallLeg clickToDial(
            CallSession session, Account person, LineEndpoint phone, CallParty other, CallLeg.Arrival arrival) {
        CallLeg leg = add(person, session, Personality.CLICK_TO_DIAL, other, arrival);
        leg.at(phone);
        news.began(leg);
        return leg;
    }

    /** This click-to-dial call goes on under a new id, of which the owner is told when it becomes something else. */
    public CallLeg renew(CallLeg old, boolean tellEnd) {
        CallLeg renewed = legs.renew(old);
        old.end(clock.instant(), false);
        if (tellEnd) news.ended(old);
        return renewed;
    }

    /** Tells the owner of a call that has begun. */
    public void began(CallLeg leg) {
        news.began(leg);
    }

    /** How whoever is reached by this destination appears to others. */
    public CallParty partyAt(String destination) {
        return people.byDestination(destination)
                .map(Account::party)
                .orElseGet(() -> Outsider.called(destination).party());
    }

    /** The phones at this destination begin to ring, unless whoever is there has calls go elsewhere. */
    public void reach(CallSession session, CallParty caller, String destination, CallLeg.Arrival arrival) {
        people.byDestination(destination)
                .ifPresentOrElse(
                        callee -> bring(session, callee, caller, arrival),
                        () -> session.join(Outsider.called(destination)));
    }

    /** A call comes for this user, and goes where he has set it to go. */
    public void bring(CallSession session, Account callee, CallParty caller, CallLeg.Arrival arrival) {
        switch (routing.way().apply(callee, caller)) {
            case Way.Ring() -> ring(session, callee, caller, arrival);
            case Way.Forward to -> forward(session, callee, caller, to, arrival);
            case Way.Voicemail() -> toVoicemail(session, callee, caller);
            case Way.Refuse() -> cutOff(session);
        }
    }

    /** Two who forward to each other would send it round for ever. */
    private void forward(CallSession session, Account by, CallParty caller, Way.Forward to, CallLeg.Arrival arrival) {
        Redirection step = new Redirection(to.reason(), by.party());
        if (arrival.redirections().contains(step)) cutOff(session);
        else reach(session, caller, to.destination(), arrival.by(step));
    }

    /** Whether calls of this caller come through to this user in any way. */
    boolean takes(Account callee, CallParty caller) {
        return !(routing.way().apply(callee, caller) instanceof Way.Refuse);
    }

    /** Nobody answers this call: it is forwarded, or his voicemail takes it, or it rings on. */
    public void unanswered(CallLeg leg) {
        Way way = routing.unanswered().apply(leg.owner());
        if (way instanceof Way.Ring || way instanceof Way.Refuse) return;
        end(leg, false);
        if (way instanceof Way.Forward to) forward(leg.session(), leg.owner(), leg.remote(), to, leg.arrival());
        else toVoicemail(leg.session(), leg.owner(), leg.remote());
    }

    /** The calls that have rung for as often as their owners have set. */
    public Stream<CallLeg> rungOut() {
        return legs.all()
                .filter(CallLeg::isRingingIn)
                .filter(leg -> routing.rings()
                        .apply(leg.owner())
                        .map(rings -> leg.created().plus(RING.multipliedBy(rings)))
                        .filter(end -> !end.isAfter(clock.instant()))
                        .isPresent());
    }

    /** This user does not take a call that rings: it is over, unless he has such calls forwarded. */
    public void decline(CallLeg leg) {
        Optional<Way.Forward> to = routing.busy().apply(leg.owner()).filter(any -> leg.isRingingIn());
        if (to.isEmpty()) {
            hangUp(leg.session(), leg);
            return;
        }
        end(leg, false);
        forward(leg.session(), leg.owner(), leg.remote(), to.get(), leg.arrival());
    }

    /** Whether this user's phones are silent, so that no queue rings them. */
    public boolean isUndisturbed(Account agent) {
        return routing.undisturbed().test(agent);
    }

    private void toVoicemail(CallSession session, Account owner, CallParty caller) {
        Outsider mailbox = Outsider.voicemailOf(owner);
        session.join(mailbox);
        session.otherLegs(mailbox).forEach(leg -> leg.meet(mailbox.party(), session));
        answered(session, mailbox);
        routing.mailbox().accept(owner, caller);
    }

    private void cutOff(CallSession session) {
        session.ends().forEach(end -> leave(session, end));
        sessions.forgetDeserted(session);
    }

    /** This user takes an incoming call. */
    public void answer(CallLeg leg, LineEndpoint phone) {
        leg.answer(clock.instant());
        leg.at(phone);
        history.add(leg.owner(), CallHistory.Kind.RECEIVED, leg.remote(), clock.instant());
        changed(leg, "answered");
        answered(leg.session(), leg);
    }

    /** This end has answered: other phones stop to ring, and who waited for it is connected. */
    public void answered(CallSession session, End end) {
        session.otherLegs(end).forEach(other -> {
            if (other.state() == CallState.ALERTING) {
                end(other, true);
            } else if (other.state() == CallState.CONNECTING) {
                connect(other);
            }
        });
    }

    /** This leg is connected with whoever is at the other end. */
    public void connect(CallLeg leg) {
        leg.connect(clock.instant());
        changed(leg, "answered");
        Runnable next = whenConnected.remove(leg);
        if (next != null) next.run();
    }

    /** Has this run when the leg is connected. */
    void whenConnected(CallLeg leg, Runnable action) {
        whenConnected.put(leg, action);
    }

    /** Puts a call on hold. */
    public void hold(CallLeg leg) {
        leg.hold();
        changed(leg, "updated");
        leg.session().otherLegs(leg).forEach(other -> remotely(other, true, "updated"));
    }

    /** Takes a call off hold. */
    public void resume(CallLeg leg) {
        leg.resume();
        changed(leg, "resumed");
        leg.session().otherLegs(leg).forEach(other -> remotely(other, false, "resumed"));
    }

    private void remotely(CallLeg leg, boolean held, String eventType) {
        CallState before = leg.state();
        leg.remotely(held);
        if (leg.state() != before) changed(leg, eventType);
    }

    /** Tells the owner that something about his call has changed. */
    public void changed(CallLeg leg, String eventType) {
        news.changed(leg, eventType);
    }

    /** This end hangs up; who is left alone by that is cut off too. */
    public void hangUp(CallSession session, End end) {
        leave(session, end);
        if (session.isOver()) session.ends().forEach(left -> leave(session, left));
        sessions.forgetDeserted(session);
    }

    /** This user's half of the call is over, whatever becomes of the others. */
    void leave(CallSession session, End end) {
        session.remove(end);
        if (end instanceof CallLeg leg && leg.state() != CallState.DISCONNECTED) end(leg, false);
    }

    /** This user's half of the call is over, perhaps because the call was taken elsewhere. */
    public void end(CallLeg leg, boolean elsewhere) {
        leg.session().remove(leg);
        boolean missed = leg.isRingingIn() && !elsewhere;
        Instant now = clock.instant();
        leg.end(now, elsewhere);
        legs.remove(leg);
        whenConnected.remove(leg);
        if (missed) history.add(leg.owner(), CallHistory.Kind.MISSED, leg.remote(), now);
        news.ended(leg);
    }

    private CallLeg add(
            Account owner, CallSession session, Personality personality, CallParty remote, CallLeg.Arrival arrival) {
        return legs.add(owner, session, personality, remote, arrival, clock.instant());
    }
}
