package callbot.webhook;

import callbot.json.Json;
import callbot.json.JsonException;
import java.time.Instant;
import java.util.stream.Stream;

/**
 * What the inbox remembers of an event.
 *
 * @param acceptedAt when it came
 * @param owner the instance that works on it, or did
 * @param body the delivery as it came; empty once it is done
 */
record InboxEntry(State state, Instant acceptedAt, String owner, String body) {

    /** How far the work has come. */
    enum State {
        /** Written down; nothing that matters has been done yet. */
        ACCEPTED,
        /** The world may have been changed. */
        STARTED,
        /** Nothing is left to do. */
        DONE
    }

    InboxEntry in(State next) {
        return new InboxEntry(next, acceptedAt, owner, next == State.DONE ? "" : body);
    }

    InboxEntry ownedBy(String newOwner) {
        return new InboxEntry(state, acceptedAt, newOwner, body);
    }

    /** @throws JsonException if this is not what {@link #stored} has written */
    static InboxEntry parse(String stored) {
        Json json = Json.parse(stored);
        String state = json.requireText("state");
        return new InboxEntry(
                Stream.of(State.values())
                        .filter(known -> known.name().equals(state))
                        .findFirst()
                        .orElseThrow(() -> new JsonException("\"state\" is unknown")),
                json.instant("at").orElseThrow(() -> new JsonException("\"at\" is missing")),
                json.requireText("owner"),
                json.requireText("body"));
    }

    String stored() {
        return Json.object()
                .put("state", state)
                .put("at", acceptedAt)
                .put("owner", owner)
                .put("body", body)
                .toString();
    }
}
