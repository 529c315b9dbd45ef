package callbot.signin;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import callbot.sandbox.webex.FakeUser;
import callbot.store.StateStore;
import callbot.testing.Crowd;
import callbot.webex.Secret;
import callbot.webex.WebexException;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** One who acts at a time; the simulated Webex gives tokens for 14 days. */
class AccessTokensTest {

    private static final Duration LIFETIME = Duration.ofDays(14);

    private SignInWorld world;
    private FakeUser alice;
    private String aliceId;
    private AccessTokens tokens;

    @BeforeEach
    void start(@TempDir Path directory) {
        world = new SignInWorld(directory);
        alice = world.webex.alice();
        aliceId = alice.person().id();
        tokens = world.tokens();
    }

    @AfterEach
    void stop() {
        world.close();
    }

    @Test
    void whoHasNotSignedInCannotAct() {
        var refusal = assertThrows(NotSignedInException.class, () -> tokens.actAs(aliceId, List.of(), token -> "done"));
        assertFalse(refusal.isRefused());
        assertEquals(Optional.empty(), world.users.takeEnded(aliceId));
        assertThrows(NotSignedInException.class, () -> tokens.keepFresh(aliceId));
    }

    @Test
    void aTokenIsRenewedThoughAnotherVersionHasStoredTheUser() {
        User user = world.signedIn(alice);
        String more = user.stored().replaceFirst("^\\{", "{\"displayName\":\"Alice\",");
        world.store.put(Users.key(aliceId), more, StateStore.FOREVER);
        world.clock.advance(LIFETIME.minus(Duration.ofMinutes(10)));
        tokens.keepFresh(aliceId);
        assertNotEquals(
                user.tokens().access(),
                world.users.find(aliceId).orElseThrow().tokens().access());
    }

    @Test
    void aGoodTokenIsUsedAsItIs() {
        User user = world.signedIn(alice);
        world.clock.advance(LIFETIME.minus(Duration.ofMinutes(6)));
        assertEquals(user.tokens().access(), tokens.actAs(aliceId, List.of(), token -> token));
        assertEquals(0, refreshes());
    }

    @Test
    void aTokenIsRenewedBeforeItRunsOut() {
        User before = world.signedIn(alice);
        world.clock.advance(LIFETIME.minus(Duration.ofMinutes(4)));
        Secret used = tokens.actAs(aliceId, List.of(), token -> token);
        assertNotEquals(before.tokens().access(), used);
        assertEquals(used, world.users.find(aliceId).orElseThrow().tokens().access());
        assertEquals(used, tokens.actAs(aliceId, List.of(), token -> token));
        assertEquals(1, refreshes());
        assertEquals(alice.person().email(), world.people.me(used).email());
    }

    @Test
    void aTokenThatNobodyUsesIsKeptFreshUntilItIsLookedAtAgain() {
        world.signedIn(alice);
        tokens.keepFresh(aliceId);
        world.clock.advance(LIFETIME.minus(Duration.ofMinutes(9 * 60 + 10)));
        tokens.keepFresh(aliceId);
        assertEquals(0, refreshes());
        world.clock.advance(Duration.ofMinutes(15));
        tokens.keepFresh(aliceId);
        assertEquals(1, refreshes());
    }

    @Test
    void aUserWhoSaysNothingForAYearStaysSignedIn() {
        world.signedIn(alice);
        for (int day = 0; day < 365; day++) {
            world.clock.advance(Duration.ofDays(1));
            tokens.keepFresh(aliceId);
        }
        assertEquals(alice.person().email(), actForReal());
    }

    @ParameterizedTest
    @ValueSource(ints = {500, 503, 429})
    void whatIsStillGoodStaysInUseWhileItCannotBeRenewed(int status) {
        User user = world.signedIn(alice);
        world.clock.advance(LIFETIME.minus(Duration.ofMinutes(4)));
        world.webex.faults().next(3, "POST", "/access_token").answer(status);
        assertEquals(user.tokens().access(), tokens.actAs(aliceId, List.of(), token -> token));
        assertEquals(Optional.of(user), world.users.find(aliceId));
        world.webex.faults().clear();
        assertNotEquals(user.tokens().access(), tokens.actAs(aliceId, List.of(), token -> token));
    }

    @ParameterizedTest
    @ValueSource(ints = {400, 401, 500})
    void onlyWebexsWordThatThePermissionHasEndedSignsOut(int status) {
        world.signedIn(alice);
        world.clock.advance(LIFETIME.plus(Duration.ofMinutes(1)));
        world.webex.faults().next(1, "POST", "/access_token").answer(status);
        assertThrows(WebexException.class, () -> tokens.actAs(aliceId, List.of(), token -> token));
        assertTrue(world.users.find(aliceId).isPresent());
        assertEquals(alice.person().email(), actForReal());

        world.webex.tokens().revoke(alice.person());
        assertThrows(NotSignedInException.class, this::actForReal);
        assertEquals(Optional.empty(), world.users.find(aliceId));
        assertEquals(Optional.of(SignInWorld.asker(alice)), world.users.takeEnded(aliceId));
    }

    @Test
    void aTokenThatWebexNoLongerTakesIsRenewedOnceAndTheActionRepeated() {
        User before = world.signedIn(alice);
        world.webex.tokens().expire(alice.person());
        List<Secret> used = new ArrayList<>();
        String email = tokens.actAs(aliceId, List.of(), token -> {
            used.add(token);
            return world.people.me(token).email();
        });
        assertEquals(alice.person().email(), email);
        assertEquals(2, used.size());
        assertEquals(before.tokens().access(), used.getFirst());
        assertEquals(1, refreshes());
    }

    @Test
    void anActionThatIsRefusedWithTheNewTokenTooIsNotRepeatedForEver() {
        world.signedIn(alice);
        world.webex.faults().next(9, "GET", "/people/me").answer(401);
        long before = world.requests("GET", "/people/me");
        assertTrue(assertThrows(NotSignedInException.class, this::actForReal).isRefused());
        assertEquals(2, world.requests("GET", "/people/me") - before);
        assertTrue(world.users.find(aliceId).isPresent());
    }

    @ParameterizedTest
    @ValueSource(ints = {400, 403, 404, 409})
    void anotherRefusalIsTheActionsOwnAffair(int status) {
        world.signedIn(alice);
        world.webex.faults().next(1, "GET", "/people/me").answer(status);
        assertEquals(
                status,
                assertThrows(WebexException.Refused.class, this::actForReal).status());
        assertEquals(0, refreshes());
    }

    @Test
    void aPermissionThatCannotBeRenewedEndsWithItsToken() {
        User user = world.signedIn(alice);
        world.users.save(user.with(new Tokens(
                user.tokens().access(),
                user.tokens().accessExpires(),
                Optional.empty(),
                Optional.empty(),
                Optional.empty())));
        assertEquals(alice.person().email(), actForReal());
        world.clock.advance(LIFETIME);
        assertThrows(NotSignedInException.class, this::actForReal);
        assertTrue(world.users.takeEnded(aliceId).isPresent());
        assertEquals(0, refreshes());
    }

    @Test
    void oneWhosePermissionEndsWithinAWeekIsToBeWarnedOnce() {
        User user = world.signedIn(alice);
        Instant end = world.clock.instant().plus(Duration.ofDays(8));
        Tokens granted = user.tokens();
        world.users.save(user.with(new Tokens(
                granted.access(), granted.accessExpires(), granted.refresh(), Optional.of(end), granted.scopes())));
        assertEquals(Optional.empty(), tokens.takeWarning(aliceId));

        world.clock.advance(Duration.ofDays(1).plusMinutes(1));
        List<Optional<User>> warnings = Crowd.of(8, i -> tokens.takeWarning(aliceId));
        assertEquals(1, warnings.stream().filter(Optional::isPresent).count());
        assertEquals(Optional.empty(), tokens.takeWarning(aliceId));
    }

    private String actForReal() {
        return tokens.actAs(aliceId, List.of(), token -> world.people.me(token).email());
    }

    private long refreshes() {
        return world.requests("POST", "/access_token");
    }
}
