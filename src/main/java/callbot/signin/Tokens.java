package callbot.signin;

import callbot.json.Json;
import callbot.json.ObjectWriter;
import callbot.webex.OAuth;
import callbot.webex.Secret;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;

/**
 * What a user has granted.
 *
 * @param access acts in the user's name
 * @param accessExpires until when it does
 * @param refresh gets the next access token; absent if Webex gave none
 */
public record Tokens(Secret access, Instant accessExpires, Optional<Secret> refresh) {

    static Tokens granted(OAuth.Grant grant, Instant now) {
        return new Tokens(grant.accessToken(), now.plus(grant.lifetime()), grant.refreshToken());
    }

    /** These tokens after a refresh, which may leave the refresh token as it was. */
    Tokens renewed(OAuth.Grant grant, Instant now) {
        return new Tokens(
                grant.accessToken(),
                now.plus(grant.lifetime()),
                grant.refreshToken().or(() -> refresh));
    }

    boolean expireWithin(Duration margin, Instant now) {
        return !accessExpires.isAfter(now.plus(margin));
    }

    static Tokens from(Json json) {
        return new Tokens(
                new Secret(json.requireText("access")),
                json.instant("accessExpires").orElse(Instant.EPOCH),
                json.text("refresh").map(Secret::new));
    }

    ObjectWriter toJson() {
        return Json.object()
                .put("access", access.reveal())
                .put("accessExpires", accessExpires)
                .put("refresh", refresh.map(Secret::reveal));
    }
}
