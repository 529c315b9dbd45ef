package callbot.signin;

import callbot.json.Json;
import callbot.webex.messaging.Person;
import java.time.ZoneId;

/**
 * Somebody who has signed in.
 *
 * @param zone where the user is, for times
 * @param warned whether the user has been told that the permission runs out soon
 */
public record User(String id, String email, ZoneId zone, Tokens tokens, boolean warned) {

    static User of(Person person, Tokens tokens) {
        return new User(person.id(), person.email(), person.zone(), tokens, false);
    }

    /** The user with other tokens. Whoever was warned that the old ones run out has not been warned of the new ones. */
    User with(Tokens newTokens) {
        return new User(id, email, zone, newTokens, warned && !newTokens.endLaterThan(tokens));
    }

    /** Whether the user has granted this, as far as is known. */
    boolean grants(Scope scope) {
        return scope.names().stream().anyMatch(tokens::grant);
    }

    /** Whether Webex has said that the user has granted this: only then is offered what not everybody is asked to grant. */
    public boolean surelyGrants(Scope scope) {
        return tokens.scopes().isPresent() && grants(scope);
    }

    User nowWarned() {
        return new User(id, email, zone, tokens, true);
    }

    /** The user as {@link #stored} has written it. */
    public static User parse(String stored) {
        Json json = Json.parse(stored);
        return new User(
                json.requireText("id"),
                json.requireText("email"),
                Person.zone(json.requireText("zone")),
                Tokens.from(json.at("tokens")),
                json.flag("warned"));
    }

    String stored() {
        return Json.object()
                .put("id", id)
                .put("email", email)
                .put("zone", zone.getId())
                .put("tokens", tokens.toJson())
                .put("warned", warned)
                .toString();
    }
}
