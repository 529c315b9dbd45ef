package callbot.trace;

import callbot.json.Json;
import java.time.Instant;
import java.util.List;

/**
 * The steps of one piece of work so far.
 *
 * @param id what its log lines and its requests to Webex carry, 8 hexadecimal digits
 * @param begun when the event came in
 * @param steps in order
 */
public record Trace(String id, Instant begun, List<Step> steps) {

    /**
     * Something that was done.
     *
     * @param millis how many milliseconds after the event came in
     * @param what in words
     */
    public record Step(long millis, String what) {}

    public Trace {
        steps = List.copyOf(steps);
    }

    /**
     * Reads a trace that was kept.
     *
     * @throws callbot.json.JsonException if it is not what {@link #stored} has written
     */
    public static Trace parse(String stored) {
        Json json = Json.parse(stored);
        return new Trace(
                json.requireText("id"),
                json.instant("begun").orElse(Instant.EPOCH),
                json.list("steps").stream()
                        .map(step -> new Step(step.number("ms").orElse(0L), step.requireText("what")))
                        .toList());
    }

    /** The trace as text to be kept. */
    public String stored() {
        return Json.object()
                .put("id", id)
                .put("begun", begun)
                .put(
                        "steps",
                        steps.stream()
                                .map(step ->
                                        Json.object().put("ms", step.millis()).put("what", step.what()))
                                .toList())
                .toString();
    }
}
