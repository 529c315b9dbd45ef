package callbot.sandbox.calls.switchboard;

import callbot.sandbox.accounts.FakePeople;
import callbot.sandbox.base.Account;
import callbot.sandbox.base.CallParty;
import callbot.sandbox.base.Refusal;
import callbot.sandbox.calls.session.CallLeg;
import callbot.sandbox.calls.session.CallSession;
import callbot.sandbox.calls.session.CallState;
import callbot.sandbox.calls.session.End;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.IntStream;

/** Where calls are parked: against a user, or at one of nine park extensions. */
public final class ParkingLot {

    private static final int FIRST_SPOT = 8001;
    private static final int LAST_SPOT = 8009;

    private final Switchboard switchboard;
    private final FakePeople people;
    private final Map<String, Parked> parked = new HashMap<>();

    /**
     * A call that is parked.
     *
     * @param session who waits
     * @param spot where he waits
     * @param by who parked him
     */
    private record Parked(CallSession session, CallParty spot, Account by) {}

    /** Nothing is parked yet. */
    public ParkingLot(Switchboard switchboard, FakePeople people) {
        this.switchboard = switchboard;
        this.people = people;
    }

    /**
     * Parks the other end of this call.
     *
     * @param destination where, absent to park it against the user himself
     * @param anywhere whether any free park extension will do, whatever the destination
     * @return where it is parked
     */
    public CallParty park(CallLeg leg, Optional<String> destination, boolean anywhere) {
        CallLeg.require(leg.state() == CallState.CONNECTED, "Only a connected call can be parked.");
        CallParty spot = anywhere ? freeSpot() : destination.map(this::spotAt).orElse(leg.party());
        String number = spot.number().orElseThrow();
        CallLeg.require(at(number).isEmpty(), "A call is parked there already.");
        CallSession session = leg.session();
        End far = session.farFrom(leg);
        session.letWait();
        switchboard.leave(session, leg);
        if (far instanceof CallLeg waiting) {
            waiting.meet(spot, session);
            waiting.remotely(true);
            switchboard.changed(waiting, "updated");
        }
        parked.put(number, new Parked(session, spot, leg.owner()));
        return spot;
    }

    /** The session that waits at this number. */
    public Optional<CallSession> at(String number) {
        return Optional.ofNullable(parked.get(number))
                .map(Parked::session)
                .filter(session -> !session.ends().isEmpty());
    }

    /** Takes away what is parked at this number. */
    public Optional<CallSession> take(String number) {
        Optional<CallSession> session = at(number);
        parked.remove(number);
        return session;
    }

    /**
     * Nobody came for the call parked at this number: it comes again for whoever has parked it, like any other call; if that
     * line takes none, it stays parked. Whether it does at Webex is not documented.
     */
    public void recall(String number) {
        Parked back = parked.get(number);
        CallParty waiting = at(number).orElseThrow().ends().getFirst().party();
        if (!switchboard.takes(back.by(), waiting)) return;
        CallSession session = take(number).orElseThrow();
        switchboard.bring(
                session,
                back.by(),
                waiting,
                new CallLeg.Arrival(List.of(), Optional.of(back.spot()), Optional.empty()));
    }

    private CallParty freeSpot() {
        return IntStream.rangeClosed(FIRST_SPOT, LAST_SPOT)
                .mapToObj(Integer::toString)
                .filter(number -> at(number).isEmpty())
                .findFirst()
                .map(ParkingLot::parkExtension)
                .orElseThrow(() -> Refusal.conflict("All park extensions are taken."));
    }

    private CallParty spotAt(String number) {
        if (number.matches("800[1-9]")) return parkExtension(number);
        return people.byDestination(number)
                .map(Account::party)
                .orElseThrow(() -> Refusal.notFound("No call can be parked there."));
    }

    private static CallParty parkExtension(String number) {
        return new CallParty(Optional.of("Park " + number), Optional.of(number), Optional.empty(), false, "location");
    }
}
