package callbot.sandbox.accounts;

import callbot.sandbox.base.Access;
import callbot.sandbox.base.Account;
import callbot.sandbox.base.Habit;
import callbot.sandbox.base.Habits;
import callbot.sandbox.base.Ids;
import callbot.sandbox.base.Refusal;
import callbot.sandbox.base.Turn;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;

/** The tokens that the fake has given out, and how long they are good. */
public final class IssuedTokens {

    private static final Duration BOT_LIFETIME = Duration.ofDays(36_500);
    private static final Duration PERSONAL_LIFETIME = Duration.ofHours(12);

    private final Clock clock;
    private final Ids ids;
    private final Habits habits;
    private final Turn turn;
    private final Map<String, Access> accesses = new HashMap<>();
    private final Map<String, Refresh> refreshes = new HashMap<>();
    private Duration accessLifetime = Duration.ofDays(14);
    private Duration refreshLifetime = Duration.ofDays(90);

    private Set<String> withheld = Set.of();

    private record Refresh(Access access, Instant expires) {}

    /**
     * What the token endpoint gives.
     *
     * @param accessToken the access token
     * @param expiresIn how long it is good
     * @param refreshToken the refresh token
     * @param refreshExpiresIn how long that one is good
     * @param scopes what they allow
     */
    public record Grant(
            String accessToken,
            Duration expiresIn,
            String refreshToken,
            Duration refreshExpiresIn,
            Set<String> scopes) {

        /** Without the tokens. */
        @Override
        public String toString() {
            return "Grant[" + scopes + ", for " + expiresIn + "]";
        }
    }

    public IssuedTokens(Clock clock, Ids ids, Habits habits, Turn turn) {
        this.habits = habits;
        this.clock = clock;
        this.ids = ids;
        this.turn = turn;
    }

    /** From now on new access tokens and new refresh tokens are good for so long. */
    public void lifetimes(Duration access, Duration refresh) {
        turn.run(() -> {
            accessLifetime = access;
            refreshLifetime = refresh;
        });
    }

    /** From now on a new grant lacks these scopes though they are asked for, as if the integration did not have them. */
    public void withhold(Set<String> scopes) {
        turn.run(() -> withheld = Set.copyOf(scopes));
    }

    /** The scopes that new grants lack. */
    public Set<String> withheld() {
        return turn.look(() -> withheld);
    }

    /** Gives tokens for this person's account to the application. */
    public Grant grant(Account person, Set<String> scopes, String appId) {
        return turn.take(() -> {
            Set<String> granted = new TreeSet<>(scopes);
            granted.removeAll(withheld);
            Access access = access(person, Set.copyOf(granted), appId, accessLifetime);
            String refresh = ids.nextSecret();
            refreshes.put(refresh, new Refresh(access, clock.instant().plus(refreshLifetime)));
            return new Grant(access.token(), accessLifetime, refresh, refreshLifetime, access.scopes());
        });
    }

    /** Gives a bot its token. */
    public String grantBot(Account bot, String appId) {
        return turn.take(() -> access(bot, Set.of(), appId, BOT_LIFETIME).token());
    }

    /** Gives this person a token for himself, without an application. */
    public String personal(Account person) {
        return turn.take(
                () -> access(person, Integration.ALL_SCOPES, Ids.of("APPLICATION", "developer"), PERSONAL_LIFETIME)
                        .token());
    }

    /**
     * A new access token for a refresh token, which itself becomes good for as long again. The earlier access token stays
     * good until it runs out, as with Webex.
     *
     * @throws Refusal if the refresh token is unknown, revoked or has run out
     */
    Grant refresh(String refreshToken) {
        return turn.take(() -> {
            Refresh refresh = refreshes.get(refreshToken);
            if (refresh == null || !clock.instant().isBefore(refresh.expires())) {
                throw Refusal.oauth(
                        habits.has(Habit.CALLS_DEAD_TOKENS_INVALID_REQUESTS) ? "invalid_request" : "invalid_grant",
                        "The refresh token provided is expired, revoked, malformed, or invalid.");
            }
            Access old = refresh.access();
            Access access = access(old.owner(), old.scopes(), old.appId(), accessLifetime);
            refreshes.put(refreshToken, new Refresh(access, clock.instant().plus(refreshLifetime)));
            return new Grant(access.token(), accessLifetime, refreshToken, refreshLifetime, access.scopes());
        });
    }

    /** What this token is good for, absent if it is unknown, revoked or has run out. */
    public Optional<Access> find(String token) {
        return Optional.ofNullable(accesses.get(token))
                .filter(access -> clock.instant().isBefore(access.expires()));
    }

    /** Whether somebody has a refresh token for this person's account that is still good. */
    public boolean areHeldFor(Account person) {
        return turn.look(() -> refreshes.values().stream()
                .anyMatch(refresh -> refresh.access().owner().equals(person)
                        && clock.instant().isBefore(refresh.expires())));
    }

    /** Every access token of this person runs out now; his refresh tokens stay good. */
    public void expire(Account person) {
        turn.run(() -> accesses.values().removeIf(access -> access.owner().equals(person)));
    }

    /** This person withdraws his consent: all his tokens are dead, the refresh tokens too. */
    public void revoke(Account person) {
        turn.run(() -> {
            expire(person);
            refreshes.values().removeIf(refresh -> refresh.access().owner().equals(person));
        });
    }

    private Access access(Account owner, Set<String> scopes, String appId, Duration lifetime) {
        Access access =
                new Access(ids.nextToken(), owner, scopes, clock.instant().plus(lifetime), appId);
        accesses.put(access.token(), access);
        return access;
    }
}
