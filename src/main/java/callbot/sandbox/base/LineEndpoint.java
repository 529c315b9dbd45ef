package callbot.sandbox.base;

import callbot.json.Json;
import callbot.json.ObjectWriter;
import java.util.Objects;

/**
 * A device or an app on which somebody's calls can be taken.
 *
 * @param id as the endpoint lists of Webex give it
 * @param type {@code DEVICE} or {@code APPLICATION}
 * @param name what people call it
 */
public record LineEndpoint(String id, String type, String name) {

    /** Guards against an endpoint without a type that Webex knows. */
    public LineEndpoint {
        Objects.requireNonNull(id);
        Objects.requireNonNull(name);
        if (!type.equals("DEVICE") && !type.equals("APPLICATION")) throw new IllegalArgumentException(type);
    }

    public ObjectWriter toJson() {
        return Json.object().put("id", id).put("type", type).put("name", name);
    }
}
