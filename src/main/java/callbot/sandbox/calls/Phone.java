package callbot.sandbox.calls;

import callbot.sandbox.base.Account;
import callbot.sandbox.base.CallParty;
import callbot.sandbox.base.LineEndpoint;
import callbot.sandbox.base.Turn;
import callbot.sandbox.calls.session.CallLeg;
import callbot.sandbox.calls.session.CallSession;
import callbot.sandbox.calls.session.CallState;
import callbot.sandbox.calls.switchboard.ConferenceBridge;
import callbot.sandbox.calls.switchboard.Switchboard;
import callbot.sandbox.webhooks.FakeWebhooks;
import java.util.List;

/** A user's phones on his one line: what he does with his hands, beside what the bot does for him. */
public final class Phone {

    private final Account owner;
    private final Switchboard switchboard;
    private final ConferenceBridge conferences;
    private final ClickToDial clickToDial;
    private final FakeWebhooks webhooks;
    private final Turn turn;

    Phone(
            Account owner,
            Switchboard switchboard,
            ConferenceBridge conferences,
            ClickToDial clickToDial,
            FakeWebhooks webhooks,
            Turn turn) {
        this.owner = owner;
        this.switchboard = switchboard;
        this.conferences = conferences;
        this.clickToDial = clickToDial;
        this.webhooks = webhooks;
        this.turn = turn;
    }

    /** His number within the organization. */
    public String extension() {
        return owner.requireLine().extension();
    }

    /** What he can take calls on; the first is the one he prefers. */
    public List<LineEndpoint> endpoints() {
        return owner.requireLine().endpoints();
    }

    /** Whether anybody is told about his calls. */
    public boolean isWatched() {
        return turn.look(() -> webhooks.tellOfCallsOf(owner));
    }

    /** The calls that are not over, oldest first. */
    public List<PhoneCall> calls() {
        return turn.look(() -> switchboard.legsOf(owner).map(this::shown).toList());
    }

    /**
     * The one call that there is.
     *
     * @throws IllegalStateException if there is none, or more than one
     */
    public PhoneCall call() {
        List<PhoneCall> calls = calls();
        if (calls.size() != 1) throw new IllegalStateException(owner.displayName() + " has calls: " + calls.size());
        return calls.getFirst();
    }

    /** Dials by hand; gives the id of the call. */
    public String dial(String destination) {
        return turn.take(() -> {
            CallSession session = switchboard.open();
            CallParty callee = switchboard.partyAt(destination);
            CallLeg leg = switchboard.lift(session, owner, owner.preferredEndpoint(), callee);
            switchboard.reach(session, owner.party(), destination, CallLeg.Arrival.STRAIGHT);
            return leg.id();
        });
    }

    /**
     * Picks up what rings, be it an incoming call or one's own click-to-dial call; gives the id that the call has then.
     */
    public String pickUp() {
        return pickUp(ringing().id());
    }

    /** Picks up this call, on the phone that he prefers if it rings on all of them; gives the id that it has then. */
    public String pickUp(String callId) {
        return turn.take(() -> {
            CallLeg leg = switchboard.leg(owner, callId);
            return take(leg, shown(leg).endpoint().orElse(owner.preferredEndpoint()));
        });
    }

    /**
     * Picks up this call on this phone; gives the id that it has then.
     *
     * @throws IllegalStateException if it rings on another one alone
     */
    public String pickUp(String callId, String endpointId) {
        return turn.take(() -> {
            CallLeg leg = switchboard.leg(owner, callId);
            LineEndpoint phone = owner.endpoint(endpointId);
            if (!shown(leg).endpoint().orElse(phone).equals(phone)) {
                throw new IllegalStateException(phone.name() + " does not ring.");
            }
            return take(leg, phone);
        });
    }

    private String take(CallLeg leg, LineEndpoint phone) {
        if (leg.isClickToDial()) return clickToDial.take(leg, phone).id();
        switchboard.answer(leg, phone);
        return leg.id();
    }

    /** Hangs up the one call that there is. */
    public void hangUp() {
        hangUp(call().id());
    }

    /** Hangs up this call, and with it all others of the conference if it is in one. */
    public void hangUp(String callId) {
        turn.run(() -> conferences.hangUp(switchboard.leg(owner, callId)));
    }

    /** Puts this call on hold. */
    public void hold(String callId) {
        turn.run(() -> switchboard.hold(switchboard.leg(owner, callId)));
    }

    /** Comes back to this call. */
    public void resume(String callId) {
        turn.run(() -> switchboard.resume(switchboard.leg(owner, callId)));
    }

    /** Brings all that is answered together in a conference. */
    public void merge() {
        turn.run(() -> conferences.merge(owner));
    }

    private PhoneCall shown(CallLeg leg) {
        return PhoneCall.of(leg, conferences.has(leg));
    }

    private PhoneCall ringing() {
        return calls().stream()
                .filter(call -> call.state() == CallState.ALERTING)
                .findFirst()
                .orElseThrow(() -> new IllegalStateException(owner.displayName() + "'s phone does not ring"));
    }
}
