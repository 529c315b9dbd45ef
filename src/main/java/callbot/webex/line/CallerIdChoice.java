package callbot.webex.line;

import callbot.json.Json;
import callbot.json.ObjectWriter;
import callbot.webex.WebexId;
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

    /** Whether it is the same, of which Webex may tell more in one place than in another. */
    public boolean isSame(CallerIdChoice other) {
        if (type != other.type) return false;
        if (type == Type.DEFAULT_CLID) return true;
        if (id.isPresent() && other.id.isPresent()) return id.equals(other.id);
        if (number.isPresent() && other.number.isPresent()) return number.equals(other.number);
        return name.isPresent() && name.equals(other.name);
    }

    /** What chooses it. */
    ObjectWriter toJson() {
        ObjectWriter json = Json.object().put("type", type);
        return switch (type) {
            case DEFAULT_CLID -> json;
            case ADDITIONAL_CLID -> json.put("directNumber", number);
            case CALL_QUEUE, HUNT_GROUP -> json.put("id", id);
        };
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
