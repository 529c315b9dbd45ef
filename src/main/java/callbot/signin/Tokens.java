package callbot.signin;

import callbot.json.Json;
import callbot.json.ObjectWriter;
import callbot.webex.OAuth;
import callbot.webex.Secret;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;

/**
 * What a user has granted.
 *
 * @param access acts in the user's name
 * @param accessExpires until when it does
 * @param refresh gets the next access token; absent if Webex gave none
 * @param refreshExpires until when it does; absent if Webex has not said
 * @param scopes what all this allows; absent if it is not known, as for those who signed in before this was kept
 */
public record Tokens(
        Secret access,
        Instant accessExpires,
        Optional<Secret> refresh,
        Optional<Instant> refreshExpires,
        Optional<Set<String>> scopes) {

    public Tokens {
        scopes = scopes.map(Set::copyOf);
    }

    static Tokens granted(OAuth.Grant grant, Instant now) {
        return new Tokens(
                grant.accessToken(),
                now.plus(grant.lifetime()),
                grant.refreshToken(),
                grant.refreshLifetime().map(now::plus),
                grant.scopes());
    }

    /** These tokens after a refresh, which may leave the refresh token, and what is known of it, as it was. */
    Tokens renewed(OAuth.Grant grant, Instant now) {
        return new Tokens(
                grant.accessToken(),
                now.plus(grant.lifetime()),
                grant.refreshToken().or(() -> refresh),
                grant.refreshLifetime().map(now::plus).or(() -> refreshExpires),
                grant.scopes().or(() -> scopes));
    }

    /** Whether they allow this, as far as is known: where Webex has not said what it granted, it granted what was asked for. */
    public boolean grant(String scope) {
        return scopes.map(granted -> granted.contains(scope)).orElse(true);
    }

    boolean expireWithin(Duration margin, Instant now) {
        return !accessExpires.isAfter(now.plus(margin));
    }

    boolean endWithin(Duration margin, Instant now) {
        return refreshExpires.filter(end -> !end.isAfter(now.plus(margin))).isPresent();
    }

    /** Whether the permission ends on a later day than with those. A refresh that leaves the end as it was tells it in seconds. */
    boolean endLaterThan(Tokens before) {
        return refreshExpires
                .filter(end -> before.refreshExpires
                        .map(old -> end.isAfter(old.plus(Duration.ofDays(1))))
                        .orElse(true))
                .isPresent();
    }

    static Tokens from(Json json) {
        return new Tokens(
                new Secret(json.requireText("access")),
                json.instant("accessExpires").orElse(Instant.EPOCH),
                json.text("refresh").map(Secret::new),
                json.instant("refreshExpires"),
                json.text("scopes").map(scopes -> Set.copyOf(List.of(scopes.split(" ")))));
    }

    ObjectWriter toJson() {
        return Json.object()
                .put("access", access.reveal())
                .put("accessExpires", accessExpires)
                .put("refresh", refresh.map(Secret::reveal))
                .put("refreshExpires", refreshExpires)
                .put("scopes", scopes.map(granted -> String.join(" ", new TreeSet<>(granted))));
    }
}
