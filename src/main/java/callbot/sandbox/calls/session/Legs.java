package callbot.sandbox.calls.session;

import callbot.sandbox.base.Account;
import callbot.sandbox.base.CallParty;
import callbot.sandbox.base.Ids;
import callbot.sandbox.base.Refusal;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import java.util.stream.Stream;

/** Everybody's halves of calls that are not over. */
public final class Legs {

    private final Ids ids;
    private final Map<Account, List<CallLeg>> oldestFirst = new HashMap<>();

    /** Nobody has a call yet. */
    public Legs(Ids ids) {
        this.ids = ids;
    }

    /** The calls of this person that are not over, oldest first. */
    public Stream<CallLeg> of(Account person) {
        return List.copyOf(oldestFirst.getOrDefault(person, List.of())).stream();
    }

    /** Everybody's. */
    public Stream<CallLeg> all() {
        return oldestFirst.values().stream().flatMap(List::stream).toList().stream();
    }

    /**
     * The call of this person with this id.
     *
     * @throws Refusal if he has none that is not over
     */
    public CallLeg get(Account person, String callId) {
        return of(person)
                .filter(leg -> leg.id().equals(callId))
                .findFirst()
                .orElseThrow(() -> Refusal.notFound("Call not found"));
    }

    /** A new call of this person, on the first line key that is free. */
    public CallLeg add(
            Account owner,
            CallSession session,
            Personality personality,
            CallParty remote,
            CallLeg.Arrival arrival,
            Instant created) {
        List<Integer> used = of(owner).map(CallLeg::appearance).toList();
        int appearance = IntStream.iterate(1, n -> n + 1)
                .filter(n -> !used.contains(n))
                .findFirst()
                .orElseThrow();
        return keep(new CallLeg(ids.nextCall(), owner, session, personality, remote, arrival, appearance, created));
    }

    /** The same call under a new id, in the place of this one. */
    public CallLeg renew(CallLeg old) {
        remove(old);
        CallLeg renewed = new CallLeg(
                ids.nextCall(),
                old.owner(),
                old.session(),
                old.personality(),
                old.remote(),
                old.arrival(),
                old.appearance(),
                old.created());
        old.endpoint().ifPresent(renewed::at);
        return keep(renewed);
    }

    /** This one is over. */
    public void remove(CallLeg leg) {
        oldestFirst.getOrDefault(leg.owner(), List.of()).remove(leg);
    }

    private CallLeg keep(CallLeg leg) {
        oldestFirst.computeIfAbsent(leg.owner(), somebody -> new ArrayList<>()).add(leg);
        return leg;
    }
}
