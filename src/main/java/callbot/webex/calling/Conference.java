package callbot.webex.calling;

import callbot.json.Json;
import callbot.json.ObjectWriter;
import callbot.webex.WebexId;
import java.util.List;
import java.util.Optional;

/**
 * Several calls of a user in which everybody hears everybody.
 *
 * @param held whether the user has put it on hold
 * @param muted whether the user's microphone is off
 * @param participants the others
 */
public record Conference(boolean held, boolean muted, List<Participant> participants) {

    /**
     * Somebody in it beside the user.
     *
     * @param callId of the user's call with that person
     * @param muted whether the others do not hear that person
     * @param deafened whether that person does not hear the others
     */
    public record Participant(String callId, boolean muted, boolean deafened) {

        /** Absent if it has no call, for then nobody can say who it is. */
        private static Optional<Participant> from(Json json) {
            return WebexId.at(json, "callId").map(id -> new Participant(id, json.flag("muted"), json.flag("deafened")));
        }

        private ObjectWriter toJson() {
            return Json.object().put("callId", callId).put("muted", muted).put("deafened", deafened);
        }
    }

    /** Nothing of it changes any more. */
    public Conference {
        participants = List.copyOf(participants);
    }

    /** Absent if there is none: Webex says so by an empty object. */
    public static Optional<Conference> from(Json json) {
        String state = json.text("state").orElse("");
        List<Participant> participants = json.list("participants").stream()
                .map(Participant::from)
                .flatMap(Optional::stream)
                .toList();
        boolean none = state.equals("disconnected") || state.isEmpty() && participants.isEmpty();
        return Optional.of(new Conference(state.equals("held"), json.flag("muted"), participants))
                .filter(any -> !none);
    }

    /** As Webex writes it. */
    public ObjectWriter toJson() {
        return Json.object()
                .put("state", held ? "held" : "connected")
                .put("muted", muted)
                .put(
                        "participants",
                        participants.stream().map(Participant::toJson).toList());
    }

    /** Whether the other side of this call is in it. */
    public boolean has(Call call) {
        return participants.stream().anyMatch(one -> CallKey.areSame(one.callId(), call.id()));
    }
}
