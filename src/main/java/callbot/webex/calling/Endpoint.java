package callbot.webex.calling;

import callbot.json.Json;

/**
 * A device or an app on which a user's calls can ring.
 *
 * @param name as its owner knows it, for example {@code Cisco 8865 (Phone in reception area)}; no other of the owner's has the same
 */
public record Endpoint(String id, String name, boolean isApplication) {

    static Endpoint from(Json json) {
        return new Endpoint(
                json.requireText("id"),
                json.text("name").filter(name -> !name.isBlank()).orElse("Phone"),
                json.text("type").filter("APPLICATION"::equals).isPresent());
    }
}
