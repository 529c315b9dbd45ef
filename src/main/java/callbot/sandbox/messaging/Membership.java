package callbot.sandbox.messaging;

import callbot.json.Json;
import callbot.json.ObjectWriter;
import callbot.sandbox.base.Account;
import callbot.sandbox.webhooks.Event;
import java.time.Instant;
import java.util.Map;
import java.util.Set;

/**
 * Somebody is in a room.
 *
 * @param id the id of the membership
 * @param room the room
 * @param person who is in it
 * @param created since when
 */
record Membership(String id, Room room, Account person, Instant created) {

    /** What those in the room are told, once this person has joined. */
    Event joined(Account actor) {
        Map<String, Set<String>> attributes = Map.of(
                "roomId", Set.of(room.id()),
                "personId", Set.of(person.id()),
                "personEmail", Set.of(person.email()),
                "isModerator", Set.of("false"));
        return new Event("memberships", "created", room.members().toList(), attributes, actor, toJson());
    }

    ObjectWriter toJson() {
        return Json.object()
                .put("id", id)
                .put("roomId", room.id())
                .put("roomType", room.type())
                .put("personId", person.id())
                .put("personEmail", person.email())
                .put("personDisplayName", person.displayName())
                .put("personOrgId", Account.ORG)
                .put("isModerator", false)
                .put("isMonitor", false)
                .put("isRoomHidden", false)
                .put("created", created);
    }
}
