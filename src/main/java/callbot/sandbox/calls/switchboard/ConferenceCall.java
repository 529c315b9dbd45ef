package callbot.sandbox.calls.switchboard;

import callbot.json.Json;
import callbot.json.ObjectWriter;
import callbot.sandbox.base.Account;
import callbot.sandbox.base.Refusal;
import callbot.sandbox.calls.session.CallLeg;
import callbot.sandbox.calls.session.CallState;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;

/** Several calls of one user in which everybody hears everybody. */
public final class ConferenceCall {

    private final Account host;
    private final Instant created;
    private final List<CallLeg> legs;
    private final Set<CallLeg> muted = new HashSet<>();
    private final Set<CallLeg> deafened = new HashSet<>();
    private boolean held;
    private boolean hostMuted;

    ConferenceCall(Account host, List<CallLeg> legs, Instant created) {
        this.host = host;
        this.legs = new ArrayList<>(legs);
        this.created = created;
    }

    Account host() {
        return host;
    }

    /** The calls in it that are not over. */
    List<CallLeg> legs() {
        return legs.stream()
                .filter(leg -> leg.state() != CallState.DISCONNECTED)
                .toList();
    }

    boolean isHeld() {
        return held;
    }

    void add(CallLeg leg) {
        CallLeg.require(!legs.contains(leg), "This call is in the conference already.");
        legs.add(leg);
    }

    void hold(boolean on) {
        CallLeg.require(held != on, on ? "The conference is on hold already." : "The conference is not on hold.");
        held = on;
    }

    /** Mutes whoever began it, or no longer. */
    public void muteHost(boolean on) {
        hostMuted = on;
    }

    /** Mutes this one, or no longer. */
    public void mute(CallLeg leg, boolean on) {
        change(muted, leg, on);
    }

    /** Keeps this one from hearing the others, or no longer. */
    public void deafen(CallLeg leg, boolean on) {
        change(deafened, leg, on);
    }

    private void change(Set<CallLeg> some, CallLeg leg, boolean on) {
        if (!legs.contains(leg)) throw Refusal.notFound("This call is not in the conference.");
        if (on) some.add(leg);
        else some.remove(leg);
    }

    /** As Webex writes it. */
    public ObjectWriter toJson() {
        return Json.object()
                .put("state", held ? "held" : "connected")
                .put("created", created)
                .put("muted", hostMuted)
                .put("participants", legs().stream().map(this::participant).toList());
    }

    private ObjectWriter participant(CallLeg leg) {
        return Json.object()
                .put("callId", leg.id())
                .put("muted", muted.contains(leg))
                .put("deafened", deafened.contains(leg));
    }
}
