package callbot.sandbox.calls.switchboard;

import callbot.json.Json;
import callbot.json.ObjectWriter;
import callbot.sandbox.base.LineEndpoint;
import callbot.sandbox.calls.session.CallLeg;
import callbot.sandbox.calls.session.Recording;
import callbot.sandbox.calls.session.Redirection;
import java.time.Instant;
import java.util.List;
import java.util.Optional;

/** One user's half of a call as JSON: {@code id} when he asks, {@code callId} when he is told. */
public final class CallJson {

    private CallJson() {}

    /** As an answer of the REST API. */
    public static ObjectWriter answer(CallLeg leg) {
        return common(Json.object().put("id", leg.id()), leg)
                .put("appearance", leg.appearance())
                .put("redirections", redirections(leg));
    }

    /** As the data of a webhook. What was completed elsewhere has lost its appearance and its redirections. */
    static ObjectWriter event(CallLeg leg, String eventType, Instant time) {
        ObjectWriter start = Json.object()
                .put("eventType", eventType)
                .put("eventTimestamp", time)
                .put("callId", leg.id());
        ObjectWriter json = common(start, leg)
                .put("disconnected", leg.disconnected())
                .put("endpointId", leg.endpoint().map(LineEndpoint::id))
                .put("endpointType", leg.endpoint().map(LineEndpoint::type))
                .put("completedElsewhere", leg.isCompletedElsewhere());
        if (leg.isCompletedElsewhere()) return json;
        return json.put("appearance", leg.appearance()).put("redirections", redirections(leg));
    }

    private static Optional<List<ObjectWriter>> redirections(CallLeg leg) {
        return Optional.of(leg.arrival().redirections())
                .filter(list -> !list.isEmpty())
                .map(list -> list.stream().map(Redirection::toJson).toList());
    }

    private static ObjectWriter common(ObjectWriter json, CallLeg leg) {
        return json.put("callSessionId", leg.session().id())
                .put("personality", leg.personality().wireName())
                .put("state", leg.state().wireName())
                .put("remoteParty", leg.remote().toJson())
                .put("created", leg.created())
                .put("answered", leg.answered())
                .put(
                        "recall",
                        leg.arrival()
                                .recalledFrom()
                                .map(party -> Json.object().put("type", "park").put("party", party.toJson())))
                .put("recordingState", leg.media().recording().map(Recording::wireName))
                .put("muteCapable", leg.isMuteCapable())
                .put("muted", leg.media().isMuted());
    }
}
