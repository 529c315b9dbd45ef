package callbot.sandbox.calls;

import callbot.sandbox.base.Account;
import callbot.sandbox.base.CallParty;
import callbot.sandbox.base.Habit;
import callbot.sandbox.base.Habits;
import callbot.sandbox.base.LineEndpoint;
import callbot.sandbox.base.Refusal;
import callbot.sandbox.calls.session.CallLeg;
import callbot.sandbox.calls.session.CallSession;
import callbot.sandbox.calls.session.CallState;
import callbot.sandbox.calls.session.Personality;
import callbot.sandbox.calls.session.Purpose;
import callbot.sandbox.calls.switchboard.CallHistory;
import callbot.sandbox.calls.switchboard.ParkingLot;
import callbot.sandbox.calls.switchboard.Switchboard;
import java.util.List;
import java.util.Optional;

/** Calls for which a user's own phone rings first, and what happens when he takes it. */
final class ClickToDial {

    private final Switchboard switchboard;
    private final ParkingLot parkingLot;
    private final Habits habits;

    ClickToDial(Switchboard switchboard, ParkingLot parkingLot, Habits habits) {
        this.switchboard = switchboard;
        this.parkingLot = parkingLot;
        this.habits = habits;
    }

    /** This user's phone rings, for this purpose. */
    CallLeg begin(Account person, Optional<String> endpointId, Purpose purpose) {
        LineEndpoint phone = endpointId.map(person::endpoint).orElseGet(person::preferredEndpoint);
        CallLeg.Arrival arrival = new CallLeg.Arrival(List.of(), Optional.empty(), Optional.of(purpose));
        return switchboard.clickToDial(session(purpose), person, phone, other(purpose), arrival);
    }

    private CallSession session(Purpose purpose) {
        return switch (purpose) {
            case Purpose.Dial(String destination) -> switchboard.open();
            case Purpose.Retrieve(String number) -> parked(number);
            case Purpose.PickUp(CallLeg ringing) -> ringing.session();
            case Purpose.BargeIn(CallLeg target) -> target.session();
            case Purpose.Pull(CallLeg own) -> own.session();
        };
    }

    private CallParty other(Purpose purpose) {
        return switch (purpose) {
            case Purpose.Dial(String destination) -> switchboard.partyAt(destination);
            case Purpose.Retrieve(String number) ->
                parked(number).ends().getFirst().party();
            case Purpose.PickUp(CallLeg ringing) -> ringing.remote();
            case Purpose.BargeIn(CallLeg target) -> target.party();
            case Purpose.Pull(CallLeg own) -> own.remote();
        };
    }

    private CallSession parked(String number) {
        return parkingLot.at(number).orElseThrow(() -> Refusal.conflict("No call is parked there."));
    }

    /** The user takes the call on this phone; gives the call as it goes on. */
    CallLeg take(CallLeg ringing, LineEndpoint phone) {
        CallLeg leg = habits.has(Habit.CHANGES_CALL_ID_ON_PICK_UP)
                ? switchboard.renew(ringing, habits.has(Habit.TELLS_END_OF_OLD_CALL_ID))
                : ringing;
        leg.at(phone);
        switch (leg.arrival().purpose().orElseThrow()) {
            case Purpose.Dial(String destination) -> dial(leg, destination);
            case Purpose.Retrieve(String number) ->
                parkingLot
                        .take(number)
                        .ifPresentOrElse(session -> talk(leg, Personality.ORIGINATOR), () -> tooLate(leg));
            case Purpose.PickUp(CallLeg theirs) -> {
                if (theirs.isRingingIn()) pickUp(leg, theirs);
                else tooLate(leg);
            }
            case Purpose.BargeIn(CallLeg target) -> {
                if (target.state().isAnswered()) bargeIn(leg, target);
                else tooLate(leg);
            }
            case Purpose.Pull(CallLeg own) -> {
                if (own.state().isAnswered()) pull(leg, own);
                else tooLate(leg);
            }
        }
        return leg;
    }

    /** The call becomes what it is for. */
    private void become(CallLeg leg, Personality personality, CallState state, CallSession session) {
        leg.take(personality, state, session);
        if (habits.has(Habit.CHANGES_CALL_ID_ON_PICK_UP)) switchboard.began(leg);
    }

    private void dial(CallLeg leg, String destination) {
        CallSession session = leg.session();
        become(leg, Personality.ORIGINATOR, CallState.CONNECTING, session);
        session.join(leg);
        switchboard.changed(leg, "updated");
        switchboard.history().add(leg.owner(), CallHistory.Kind.PLACED, leg.remote(), leg.created());
        switchboard.reach(session, leg.party(), destination, CallLeg.Arrival.STRAIGHT);
    }

    private void pickUp(CallLeg leg, CallLeg ringing) {
        CallSession session = ringing.session();
        session.join(leg);
        become(leg, Personality.TERMINATOR, CallState.CONNECTED, session);
        switchboard.connect(leg);
        switchboard.answered(session, leg);
        introduce(leg);
    }

    private void bargeIn(CallLeg leg, CallLeg target) {
        CallSession session = target.session();
        session.join(leg);
        become(leg, Personality.ORIGINATOR, CallState.CONNECTED, session);
        switchboard.connect(leg);
    }

    private void pull(CallLeg leg, CallLeg own) {
        own.session().join(leg);
        become(leg, own.personality(), CallState.CONNECTED, own.session());
        switchboard.end(own, true);
        switchboard.connect(leg);
        introduce(leg);
    }

    private void talk(CallLeg leg, Personality personality) {
        leg.session().join(leg);
        become(leg, personality, CallState.CONNECTED, leg.session());
        switchboard.connect(leg);
        introduce(leg);
    }

    /** The others see who talks to them now, and are on hold no longer. */
    private void introduce(CallLeg leg) {
        leg.session().otherLegs(leg).forEach(other -> {
            other.meet(leg.party(), leg.session());
            other.remotely(false);
            switchboard.changed(other, "updated");
        });
    }

    /** What the call was for is gone. */
    private void tooLate(CallLeg leg) {
        switchboard.end(leg, false);
    }
}
