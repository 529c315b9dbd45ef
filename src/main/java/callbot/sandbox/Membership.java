package callbot.sandbox;

import callbot.json.Json;
import callbot.json.ObjectWriter;
import java.time.Instant;

/**
 * Somebody is in a room.
 *
 * @param id the id of the membership
 * @param room the room
 * @param person who is in it
 * @param created since when
 */
record Membership(String id, Room room, Person person, Instant created) {

    ObjectWriter toJson() {
        return Json.object()
                .put("id", id)
                .put("roomId", room.id())
                .put("roomType", room.type())
                .put("personId", person.id())
                .put("personEmail", person.email())
                .put("personDisplayName", person.displayName())
                .put("personOrgId", Person.ORG)
                .put("isModerator", false)
                .put("isMonitor", false)
                .put("isRoomHidden", false)
                .put("created", created);
    }
}
