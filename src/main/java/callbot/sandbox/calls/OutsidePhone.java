package callbot.sandbox.calls;

import callbot.sandbox.base.CallParty;
import callbot.sandbox.base.Turn;
import callbot.sandbox.calls.session.CallLeg;
import callbot.sandbox.calls.session.CallSession;
import callbot.sandbox.calls.session.Outsider;
import callbot.sandbox.calls.session.Redirection;
import callbot.sandbox.calls.switchboard.Switchboard;
import java.util.List;
import java.util.Optional;
import java.util.function.Predicate;
import java.util.stream.Stream;

/** A phone somewhere in the world. */
public final class OutsidePhone {

    private static final String QUEUE_NUMBER = "5000";
    private static final CallParty COLLEAGUE =
            new CallParty(Optional.of("A colleague"), Optional.empty(), Optional.empty(), false, "location");

    private final String number;
    private final CallParty party;
    private final Switchboard switchboard;
    private final Turn turn;

    OutsidePhone(String number, CallParty party, Switchboard switchboard, Turn turn) {
        this.number = number;
        this.party = party;
        this.switchboard = switchboard;
        this.turn = turn;
    }

    /**
     * Calls this person; gives the id of the call as he sees it.
     *
     * @throws IllegalStateException if he has set his line so that no phone of a user rings
     */
    public String call(Callee callee) {
        return reach(callee).orElseThrow(() -> new IllegalStateException("No phone of a user rings."));
    }

    /**
     * Calls this person, who may have set his line so that the call goes elsewhere. On voicemail a message is left at
     * once, and this phone hangs up.
     *
     * @return the id of the call as the user sees it whose phones ring, absent if it rings outside or voicemail took it
     * @throws IllegalStateException if the call does not get through
     */
    public Optional<String> reach(Callee callee) {
        return turn.take(() -> {
            CallSession session = ringing(callee);
            if (isOnVoicemail(session)) giveUp(session);
            return legs(session).findFirst().map(CallLeg::id);
        });
    }

    /**
     * Calls this person and hangs up before anybody answers, so that he has missed a call.
     *
     * @throws IllegalStateException if the call does not get through
     */
    public void callInVain(Callee callee) {
        turn.run(() -> giveUp(ringing(callee)));
    }

    /**
     * Calls this person and waits until voicemail takes the call, leaves a message there, and hangs up.
     *
     * @throws IllegalStateException if voicemail does not take it
     */
    public void leaveMessage(Callee callee) {
        turn.run(() -> {
            CallSession session = ringing(callee);
            legs(session).forEach(switchboard::unanswered);
            boolean left = isOnVoicemail(session);
            giveUp(session);
            if (!left) throw new IllegalStateException("No voicemail takes this call.");
        });
    }

    private CallSession ringing(Callee callee) {
        CallSession session = calling();
        switchboard.bring(session, callee.person(), party, CallLeg.Arrival.STRAIGHT);
        if (session.ends().isEmpty()) {
            throw new IllegalStateException(callee.person().displayName() + " does not take this call.");
        }
        return session;
    }

    private void giveUp(CallSession session) {
        switchboard.hangUp(session, session.ends().getFirst());
    }

    private static Stream<CallLeg> legs(CallSession session) {
        return session.ends().stream().filter(CallLeg.class::isInstance).map(CallLeg.class::cast);
    }

    private static boolean isOnVoicemail(CallSession session) {
        return session.ends().stream().anyMatch(end -> end instanceof Outsider outsider && outsider.isMailbox());
    }

    /** Calls a queue of which only this person's phone rings; gives the id of the call as he sees it. */
    public String callThroughQueue(Callee agent, String queueName) {
        return turn.take(() -> {
            callQueue(queueName, QUEUE_NUMBER, List.of(agent));
            return switchboard.legsOf(agent.person()).toList().getLast().id();
        });
    }

    /**
     * Calls a queue: the phones of all its agents ring who may be disturbed, and who answers first has the call.
     *
     * @param queueName what the queue is called; the agents see it before the caller's name
     * @param queueNumber its number
     */
    public void callQueue(String queueName, String queueNumber, List<? extends Callee> agents) {
        turn.run(() -> {
            CallSession session = calling();
            CallParty queue = new CallParty(
                    Optional.of(queueName), Optional.of(queueNumber), Optional.empty(), false, "location");
            CallLeg.Arrival arrival = new CallLeg.Arrival(
                    List.of(new Redirection("callQueue", queue)), Optional.empty(), Optional.empty());
            CallParty shown = party.privacyEnabled()
                    ? party
                    : party.named(queueName + " - " + party.name().orElse(number));
            agents.stream()
                    .map(Callee::person)
                    .filter(agent -> !switchboard.isUndisturbed(agent))
                    .forEach(agent -> switchboard.ring(session, agent, shown, arrival));
        });
    }

    /** A colleague takes the call that this phone makes: for those whose phones ring it is completed elsewhere. */
    public void reachColleague() {
        turn.run(() -> {
            CallSession session = here(outsider -> !outsider.isRinging())
                    .map(switchboard.sessions()::of)
                    .filter(CallSession::isRinging)
                    .orElseThrow(() -> new IllegalStateException(number + " lets nobody's phone ring"));
            Outsider colleague = Outsider.calling("colleague", COLLEAGUE);
            session.join(colleague);
            switchboard.answered(session, colleague);
        });
    }

    /** Whether somebody calls this phone, and it rings. */
    public boolean isRinging() {
        return turn.look(() -> here(Outsider::isRinging).isPresent());
    }

    /** Whether it takes part in a call that is answered on this side. */
    public boolean isInCall() {
        return turn.look(() -> here(outsider -> !outsider.isRinging()).isPresent());
    }

    /** Picks up what rings. */
    public void pickUp() {
        turn.run(() -> {
            Outsider outsider =
                    here(Outsider::isRinging).orElseThrow(() -> new IllegalStateException(number + " does not ring"));
            outsider.answer();
            switchboard.answered(switchboard.sessions().of(outsider), outsider);
        });
    }

    /** Hangs up, or refuses what rings. */
    public void hangUp() {
        turn.run(() -> {
            Outsider outsider =
                    here(any -> true).orElseThrow(() -> new IllegalStateException(number + " is in no call"));
            switchboard.hangUp(switchboard.sessions().of(outsider), outsider);
        });
    }

    private CallSession calling() {
        CallSession session = switchboard.open();
        session.join(Outsider.calling(number, party));
        return session;
    }

    private Optional<Outsider> here(Predicate<Outsider> wanted) {
        return switchboard
                .sessions()
                .outsiders()
                .filter(outsider -> outsider.line().equals(number))
                .filter(wanted)
                .findFirst();
    }
}
