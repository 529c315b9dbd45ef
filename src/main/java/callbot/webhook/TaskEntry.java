package callbot.webhook;

import callbot.json.Json;
import callbot.json.JsonException;
import java.time.Instant;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * What is written down of an event until nothing is left to do about it.
 *
 * @param acceptedAt when it came
 * @param body the webhook as it came
 * @param answer what is to be said about it, if that is known and could not be said yet; Markdown
 */
record TaskEntry(State state, Instant acceptedAt, String body, Optional<String> answer) {

    /** How far the work has come. */
    enum State {
        /** Nothing that matters has been done yet. */
        ACCEPTED,
        /** The world may have been changed. */
        STARTED
    }

    static TaskEntry accepted(Instant at, String body) {
        return new TaskEntry(State.ACCEPTED, at, body, Optional.empty());
    }

    boolean isStarted() {
        return state == State.STARTED;
    }

    TaskEntry started() {
        return new TaskEntry(State.STARTED, acceptedAt, body, answer);
    }

    TaskEntry answeredBy(String text) {
        return new TaskEntry(state, acceptedAt, body, Optional.of(text));
    }

    TaskEntry acceptedAt(Instant time) {
        return new TaskEntry(state, time, body, answer);
    }

    /** @throws JsonException if this is not what {@link #stored} has written */
    static TaskEntry parse(String stored) {
        Json json = Json.parse(stored);
        String state = json.requireText("state");
        return new TaskEntry(
                Stream.of(State.values())
                        .filter(known -> known.name().equals(state))
                        .findFirst()
                        .orElseThrow(() -> new JsonException("\"state\" is unknown")),
                json.instant("at").orElseThrow(() -> new JsonException("\"at\" is missing")),
                json.requireText("body"),
                json.text("answer"));
    }

    String stored() {
        return Json.object()
                .put("state", state)
                .put("at", acceptedAt)
                .put("body", body)
                .put("answer", answer)
                .toString();
    }
}
