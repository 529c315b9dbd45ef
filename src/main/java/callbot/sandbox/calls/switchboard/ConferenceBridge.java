package callbot.sandbox.calls.switchboard;

import callbot.json.Json;
import callbot.sandbox.base.Account;
import callbot.sandbox.base.Habit;
import callbot.sandbox.base.Habits;
import callbot.sandbox.calls.session.CallLeg;
import callbot.sandbox.calls.session.CallState;
import callbot.sandbox.webhooks.Event;
import callbot.sandbox.webhooks.FakeWebhooks;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Users' conferences, one each at most: with fewer than two others left, it is an ordinary call again. */
public final class ConferenceBridge {

    /** How many others there is room for, unless said otherwise; what Webex's number is, is not documented. */
    private static final int MOST = 14;

    private final Switchboard switchboard;
    private final FakeWebhooks webhooks;
    private final Habits habits;
    private final Map<Account, ConferenceCall> running = new HashMap<>();
    private final Map<Account, Integer> most = new HashMap<>();

    /** No conference yet. */
    public ConferenceBridge(Switchboard switchboard, FakeWebhooks webhooks, Habits habits) {
        this.switchboard = switchboard;
        this.webhooks = webhooks;
        this.habits = habits;
    }

    /** The one that this person hosts. */
    public Optional<ConferenceCall> of(Account host) {
        Optional<ConferenceCall> found = Optional.ofNullable(running.get(host));
        if (found.isPresent() && found.get().legs().size() < 2) {
            running.remove(host);
            return Optional.empty();
        }
        return found;
    }

    /** Begins one; who waits on hold is taken off hold. */
    public void start(Account host, List<CallLeg> legs) {
        CallLeg.require(of(host).isEmpty(), "There is a conference already.");
        legs.forEach(ConferenceBridge::requireAnswered);
        running.put(host, new ConferenceCall(host, legs, switchboard.now()));
        legs.forEach(leg -> hold(leg, false));
        tell(host, "created", "updated");
    }

    /** All that the host has answered comes into the conference that is running, or into a new one. */
    public void merge(Account host) {
        List<CallLeg> answered =
                switchboard.legsOf(host).filter(leg -> leg.state().isAnswered()).toList();
        of(host).ifPresentOrElse(
                        now -> answered.stream()
                                .filter(leg -> !now.legs().contains(leg))
                                .forEach(leg -> add(now, leg)),
                        () -> start(host, answered));
    }

    /** Whether this leg is in a conference. */
    public boolean has(CallLeg leg) {
        return of(leg.owner())
                .filter(conference -> conference.legs().contains(leg))
                .isPresent();
    }

    /** From now on a conference of this host's has room for so many others. */
    public void limit(Account host, int others) {
        most.put(host, others);
    }

    /** Takes one more call in. */
    public void add(ConferenceCall conference, CallLeg leg) {
        requireAnswered(leg);
        boolean full = conference.legs().size() >= most.getOrDefault(conference.host(), MOST);
        CallLeg.require(!full || conference.legs().contains(leg), "The conference is full.");
        conference.add(leg);
        hold(leg, conference.isHeld());
        tell(conference.host(), "updated", "updated");
        if (conference.isHeld() && habits.has(Habit.RESUMES_FOR_WHOEVER_IS_ADDED)) hold(conference, false);
    }

    /** Has nobody hear the host, or hear them again. */
    public void muteHost(ConferenceCall conference, boolean on) {
        conference.muteHost(on);
        tell(conference.host(), "updated", on ? "muted" : "unmuted");
    }

    /** Has nobody hear a participant, or hear them again. */
    public void mute(ConferenceCall conference, CallLeg leg, boolean on) {
        conference.mute(leg, on);
        tell(conference.host(), "updated", on ? "participantMuted" : "participantUnmuted");
    }

    /** Has a participant hear nothing, or hear again. */
    public void deafen(ConferenceCall conference, CallLeg leg, boolean on) {
        conference.deafen(leg, on);
        tell(conference.host(), "updated", on ? "participantDeafened" : "participantUndeafened");
    }

    /** Puts all its calls on hold, or takes them off hold. */
    public void hold(ConferenceCall conference, boolean on) {
        conference.hold(on);
        conference.legs().forEach(leg -> hold(leg, on));
        tell(conference.host(), "updated", on ? "held" : "resumed");
    }

    private void hold(CallLeg leg, boolean on) {
        if (on && leg.state() == CallState.CONNECTED) switchboard.hold(leg);
        if (!on && leg.state() == CallState.HELD) switchboard.resume(leg);
    }

    /** Everybody is out. */
    public void end(ConferenceCall conference) {
        conference.legs().forEach(leg -> switchboard.hangUp(leg.session(), leg));
        tell(conference.host(), "deleted", "updated");
    }

    /** The host puts down the phone on which this call is: if it is in a conference, that is over for everybody. */
    public void hangUp(CallLeg leg) {
        of(leg.owner())
                .filter(conference -> conference.legs().contains(leg))
                .ifPresentOrElse(this::end, () -> switchboard.decline(leg));
    }

    /** The words are Webex's; what else it says with them is not documented. */
    private void tell(Account host, String name, String eventType) {
        if (habits.has(Habit.TELLS_OF_NO_CONFERENCE)) return;
        webhooks.tell(new Event(
                "telephony_conference",
                name,
                List.of(host),
                Map.of(),
                host,
                Json.object().put("eventType", eventType)));
    }

    private static void requireAnswered(CallLeg leg) {
        CallLeg.require(leg.state().isAnswered(), "Only an answered call can be in a conference.");
    }
}
