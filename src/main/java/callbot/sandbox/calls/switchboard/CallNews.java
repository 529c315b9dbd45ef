package callbot.sandbox.calls.switchboard;

import callbot.sandbox.base.LineEndpoint;
import callbot.sandbox.calls.session.CallLeg;
import callbot.sandbox.webhooks.Event;
import callbot.sandbox.webhooks.FakeWebhooks;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** Tells the owner of a call what became of it, in the events that recordings show. */
public final class CallNews {

    private final Clock clock;
    private final FakeWebhooks webhooks;
    private final WhenRecorded recorded;

    /** News by these webhooks. */
    public CallNews(Clock clock, FakeWebhooks webhooks, WhenRecorded recorded) {
        this.clock = clock;
        this.webhooks = webhooks;
        this.recorded = recorded;
    }

    /** It comes in, and this phone rings: two events, mostly with the same timestamp; only the second names the phone. */
    void rings(CallLeg leg, LineEndpoint phone) {
        Instant now = clock.instant();
        tell("created", "received", leg, now);
        leg.at(phone);
        tell("updated", "updated", leg, now);
    }

    /** The user began it. No recording shows with which eventType; this is the one known to go with "created". */
    void began(CallLeg leg) {
        tell("created", "received", leg, clock.instant());
    }

    void changed(CallLeg leg, String eventType) {
        tell("updated", eventType, leg, clock.instant());
    }

    void ended(CallLeg leg) {
        Instant now = clock.instant();
        tell("deleted", "disconnected", leg, now);
        if (leg.media().recording().isPresent())
            recorded.over(
                    leg.owner(),
                    leg.session().id(),
                    leg.remote(),
                    Duration.between(leg.answered().orElse(now), now));
    }

    private void tell(String event, String eventType, CallLeg leg, Instant time) {
        Set<String> number = leg.remote().number().map(Set::of).orElse(Set.of());
        Map<String, Set<String>> attributes = Map.of(
                "personality", Set.of(leg.personality().wireName()),
                "state", Set.of(leg.state().wireName()),
                "number", number,
                "callType", Set.of(leg.remote().callType()),
                "personId", Set.of(leg.owner().id()));
        webhooks.tell(new Event(
                "telephony_calls",
                event,
                List.of(leg.owner()),
                attributes,
                leg.owner(),
                CallJson.event(leg, eventType, time)));
    }
}
