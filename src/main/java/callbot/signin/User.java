package callbot.signin;

import callbot.json.Json;
import callbot.webex.Person;
import java.time.ZoneId;

/**
 * Somebody who has signed in.
 *
 * @param zone where the user is, for times
 */
public record User(String id, String email, ZoneId zone, Tokens tokens) {

    static User of(Person person, Tokens tokens) {
        return new User(person.id(), person.email(), person.zone(), tokens);
    }

    User with(Tokens newTokens) {
        return new User(id, email, zone, newTokens);
    }

    static User parse(String stored) {
        Json json = Json.parse(stored);
        return new User(
                json.requireText("id"),
                json.requireText("email"),
                ZoneId.of(json.requireText("zone")),
                Tokens.from(json.at("tokens")));
    }

    String stored() {
        return Json.object()
                .put("id", id)
                .put("email", email)
                .put("zone", zone.getId())
                .put("tokens", tokens.toJson())
                .toString();
    }
}
