package callbot.signin;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;

import callbot.sandbox.webex.FakeUser;
import callbot.testing.Crowd;
import callbot.testing.Eventually;
import callbot.webex.Secret;
import callbot.webex.WebexClient;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.atomic.AtomicReference;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

/** Many who need the same token at the same moment, and users who change their minds while it is being renewed. */
@Timeout(60)
class RefreshRacesTest {

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
        world.signedIn(alice);
    }

    @AfterEach
    void stop() {
        world.close();
    }

    @Test
    void aTokenThatHasRunOutIsRenewedOnceForAllWhoNeedIt() {
        world.clock.advance(LIFETIME.plus(Duration.ofMinutes(1)));
        List<Secret> used = Crowd.of(50, i -> tokens.actAs(aliceId, List.of(), token -> token));
        assertEquals(1, Set.copyOf(used).size());
        assertEquals(1, refreshes());
    }

    @Test
    void aTokenThatSoonRunsOutIsRenewedOnceForAllWhoNeedIt() {
        world.clock.advance(LIFETIME.minus(Duration.ofMinutes(4)));
        List<String> emails = Crowd.of(50, i -> act(tokens));
        assertEquals(Set.of(alice.person().email()), Set.copyOf(emails));
        assertEquals(1, refreshes());
    }

    @Test
    void aTokenThatWebexNoLongerTakesIsRenewedOnceForAllWhoWereRefused() {
        world.webex.tokens().expire(alice.person());
        world.webex.faults().latency(Duration.ofMillis(100));
        List<String> emails = Crowd.of(50, i -> act(tokens));
        assertEquals(Set.of(alice.person().email()), Set.copyOf(emails));
        assertEquals(1, refreshes());
    }

    @Test
    void twoInstancesOnOneStoreRenewOnce() {
        world.clock.advance(LIFETIME.plus(Duration.ofMinutes(1)));
        AccessTokens other = world.tokens();
        List<String> emails = Crowd.of(20, i -> act(i % 2 == 0 ? tokens : other));
        assertEquals(Set.of(alice.person().email()), Set.copyOf(emails));
        assertEquals(1, refreshes());
    }

    @Test
    void anInstanceThatDiedWhileRenewingIsNotWaitedForForEver() {
        world.clock.advance(LIFETIME.plus(Duration.ofMinutes(1)));
        world.store.put("lease:refresh:" + aliceId, "dead", Duration.ofSeconds(40));
        AtomicReference<String> email = new AtomicReference<>();
        Thread waiting = Thread.startVirtualThread(() -> email.set(act(tokens)));
        Eventually.isTrue("it waits", () -> waiting.getState() == Thread.State.TIMED_WAITING);
        world.clock.advance(Duration.ofSeconds(41));
        Eventually.isTrue(
                "it has gone on by itself", () -> alice.person().email().equals(email.get()));
        assertEquals(1, refreshes());
    }

    @Test
    void whoSignsOutDuringARefreshStaysSignedOut() {
        world.clock.advance(LIFETIME.plus(Duration.ofMinutes(1)));
        var refusal = assertThrows(NotSignedInException.class, () -> actWhile(() -> world.users.forget(aliceId)));
        assertFalse(refusal.isRefused());
        assertEquals(Optional.empty(), world.users.takeEnded(aliceId));
        assertEquals(Optional.empty(), world.users.find(aliceId));
    }

    @Test
    void whoSignsInAnewDuringARefreshKeepsTheNewTokens() {
        world.clock.advance(LIFETIME.plus(Duration.ofMinutes(1)));
        AtomicReference<User> anew = new AtomicReference<>();
        assertEquals(alice.person().email(), actWhile(() -> anew.set(world.signedIn(alice))));
        assertEquals(Optional.of(anew.get()), world.users.find(aliceId));
    }

    @Test
    void whoSignsInAnewWhileTheOldPermissionEndsIsNotSignedOut() {
        world.clock.advance(LIFETIME.plus(Duration.ofMinutes(1)));
        world.webex.tokens().revoke(alice.person());
        AtomicReference<User> anew = new AtomicReference<>();
        assertEquals(alice.person().email(), actWhile(() -> anew.set(world.signedIn(alice))));
        assertEquals(Optional.of(anew.get()), world.users.find(aliceId));
    }

    private String act(AccessTokens whose) {
        return whose.actAs(aliceId, List.of(), token -> world.people.me(token).email());
    }

    private long refreshes() {
        return world.requests("POST", "/access_token");
    }

    /** Acts in Alice's name; when the token is about to be renewed for that, this happens first. */
    private String actWhile(Runnable change) {
        try (WebexClient client = world.client(new InterveningClock(change))) {
            return act(new AccessTokens(world.users, world.oauth(client), world.store, world.clock));
        }
    }

    /** Does something when it is asked for the time, but only the first time. */
    private static final class InterveningClock extends Clock {

        private final AtomicReference<Runnable> change;

        private InterveningClock(Runnable change) {
            this.change = new AtomicReference<>(change);
        }

        @Override
        public Instant instant() {
            change.getAndSet(() -> {}).run();
            return Instant.now();
        }

        @Override
        public ZoneId getZone() {
            return ZoneOffset.UTC;
        }

        @Override
        public Clock withZone(ZoneId zone) {
            return this;
        }
    }
}
