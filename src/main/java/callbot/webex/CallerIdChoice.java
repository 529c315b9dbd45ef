package callbot.webex;

import callbot.json.Json;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * As whom a user may call.
 *
 * @param id of the queue or the hunt group; absent for all else
 * @param name absent if Webex tells none
 * @param number absent if Webex tells none
 * @param extension absent if Webex tells none
 */
public record CallerIdChoice(
        Type type, Optional<String> id, Optional<String> name, Optional<String> number, Optional<String> extension) {

    /** What it is, as Webex calls it. */
    public enum Type {
        /** What is set for the user. */
        DEFAULT_CLID,
        /** Another number of the user's. */
        ADDITIONAL_CLID,
        /** A queue whose calls the user takes. */
        CALL_QUEUE,
        /** A hunt group that the user is in. */
        HUNT_GROUP
    }

    /** Absent if it is of a kind that the documentation does not know. */
    static Optional<CallerIdChoice> from(Json json) {
        return json.text("type")
                .flatMap(text -> Stream.of(Type.values())
                        .filter(one -> one.name().equals(text))
                        .findFirst())
                .map(type -> new CallerIdChoice(
                        type,
                        WebexId.at(json, "id"),
                        AgentQueue.text(json, "name"),
                        AgentQueue.text(json, "directNumber"),
                        AgentQueue.text(json, "extension")));
    }
}
