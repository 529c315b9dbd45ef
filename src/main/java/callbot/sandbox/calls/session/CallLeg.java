package callbot.sandbox.calls.session;

import callbot.sandbox.base.Account;
import callbot.sandbox.base.CallParty;
import callbot.sandbox.base.LineEndpoint;
import callbot.sandbox.base.Refusal;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/** One user's half of a call. It knows which step is allowed from where, and refuses the others with status 409. */
public final class CallLeg implements End {

    private final String id;
    private final Account owner;
    private final Instant created;
    private final int appearance;
    private final Arrival arrival;
    private final CallMedia media = new CallMedia();
    private CallSession session;
    private Personality personality;
    private CallState state;
    private CallParty remote;
    private Optional<LineEndpoint> endpoint = Optional.empty();
    private Optional<Instant> answered = Optional.empty();
    private Optional<Instant> disconnected = Optional.empty();
    private boolean completedElsewhere;

    /**
     * How a call came about.
     *
     * @param redirections by way of whom it came
     * @param recalledFrom where it had been parked, absent if it was not
     * @param purpose what happens when the user takes a click-to-dial call, absent for other calls
     */
    public record Arrival(List<Redirection> redirections, Optional<CallParty> recalledFrom, Optional<Purpose> purpose) {

        /** Somebody dialled, and nothing came between. */
        public static final Arrival STRAIGHT = new Arrival(List.of(), Optional.empty(), Optional.empty());

        /** The same, and then it was sent on once more. */
        public Arrival by(Redirection step) {
            return new Arrival(
                    Stream.concat(redirections.stream(), Stream.of(step)).toList(), recalledFrom, purpose);
        }
    }

    CallLeg(
            String id,
            Account owner,
            CallSession session,
            Personality personality,
            CallParty remote,
            Arrival arrival,
            int appearance,
            Instant created) {
        this.id = id;
        this.owner = owner;
        this.session = session;
        this.personality = personality;
        this.state = personality == Personality.ORIGINATOR ? CallState.CONNECTING : CallState.ALERTING;
        this.remote = remote;
        this.arrival = arrival;
        this.appearance = appearance;
        this.created = created;
    }

    /** The call's id, as Webex has it for this user. */
    public String id() {
        return id;
    }

    /** Whose call it is. */
    public Account owner() {
        return owner;
    }

    /** When it came about. */
    public Instant created() {
        return created;
    }

    /** The line key that it takes up, from one. */
    public int appearance() {
        return appearance;
    }

    /** How it came about. */
    public Arrival arrival() {
        return arrival;
    }

    /** Those who talk in it. */
    public CallSession session() {
        return session;
    }

    /** Which part its user has in it. */
    public Personality personality() {
        return personality;
    }

    /** Where it stands. */
    public CallState state() {
        return state;
    }

    /** Who is shown at the other end. */
    public CallParty remote() {
        return remote;
    }

    /** The phone on which it rings or is taken; absent if it is any. */
    public Optional<LineEndpoint> endpoint() {
        return endpoint;
    }

    /** When it was answered; absent if it has not been. */
    public Optional<Instant> answered() {
        return answered;
    }

    /** When it ended; absent if it has not. */
    public Optional<Instant> disconnected() {
        return disconnected;
    }

    /** What becomes of its sound. */
    public CallMedia media() {
        return media;
    }

    /** Whether it is over because somebody else took it. */
    public boolean isCompletedElsewhere() {
        return completedElsewhere;
    }

    /** Whether it has sound that can be muted. */
    public boolean isMuteCapable() {
        return state.isAnswered();
    }

    /** Whether it is a call that came in and rings. */
    public boolean isRingingIn() {
        return personality == Personality.TERMINATOR && state == CallState.ALERTING;
    }

    /** Whether the user's own phone rings first. */
    public boolean isClickToDial() {
        return personality == Personality.CLICK_TO_DIAL;
    }

    @Override
    public CallParty party() {
        return owner.party();
    }

    /** The phone on which it rings, or on which it is taken. */
    public void at(LineEndpoint phone) {
        endpoint = Optional.of(phone);
    }

    /** The user takes the incoming call. */
    public void answer(Instant now) {
        require(isRingingIn(), "Only an incoming call that rings can be answered.");
        connect(now);
    }

    /** He takes his own click-to-dial call: from here on he is this, in this state. */
    public void take(Personality became, CallState now, CallSession in) {
        require(isClickToDial(), "This is no click-to-dial call.");
        personality = became;
        state = now;
        session = in;
    }

    /** The other side is there. */
    public void connect(Instant now) {
        state = CallState.CONNECTED;
        answered = answered.or(() -> Optional.of(now));
    }

    /** The user puts it on hold. */
    public void hold() {
        require(state == CallState.CONNECTED, "Only a connected call can be put on hold.");
        state = CallState.HELD;
    }

    /** The user takes it up again. */
    public void resume() {
        require(state == CallState.HELD, "Only a call on hold can be resumed.");
        state = CallState.CONNECTED;
    }

    /** The other side has put this one on hold, or has come back. */
    public void remotely(boolean held) {
        if (held && state == CallState.CONNECTED) state = CallState.REMOTE_HELD;
        if (!held && state == CallState.REMOTE_HELD) state = CallState.CONNECTED;
    }

    /** Talks to somebody else from now on. */
    public void meet(CallParty other, CallSession in) {
        remote = other;
        session = in;
    }

    /** It is over. Recordings show that one taken elsewhere has lost the queue's name before the caller's. */
    public void end(Instant now, boolean elsewhere) {
        if (elsewhere) {
            session.others(this)
                    .filter(Outsider.class::isInstance)
                    .findFirst()
                    .ifPresent(caller -> remote = caller.party());
        }
        state = CallState.DISCONNECTED;
        disconnected = Optional.of(now);
        completedElsewhere = elsewhere;
    }

    /** Refuses with status 409, and for this reason, what cannot be done now. */
    public static void require(boolean condition, String otherwise) {
        if (!condition) throw Refusal.conflict(otherwise);
    }
}
