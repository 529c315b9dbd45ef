package callbot.signin;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import callbot.store.JournalStateStore;
import callbot.store.StateStore;
import callbot.webex.OAuth;
import callbot.webex.Secret;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class UsersTest {

    private static final Instant NOW = Instant.parse("2026-01-02T03:04:05.678901234Z");

    private StateStore store;
    private Users users;

    @BeforeEach
    void open(@TempDir Path directory) {
        store = JournalStateStore.open(directory.resolve("state.json"), Clock.systemUTC());
        users = new Users(store);
    }

    @AfterEach
    void close() {
        store.close();
    }

    @Test
    void aUserComesBackAsHeWasSaved() {
        User withRefresh = user("alice", Optional.of(new Secret("refresh")));
        User without = user("bob", Optional.empty());
        users.save(withRefresh);
        users.save(without);
        assertEquals(Optional.of(withRefresh), users.find("alice"));
        assertEquals(Optional.of(without), users.find("bob"));
        assertEquals(Optional.empty(), users.find("carol"));
        assertEquals(Set.of("alice", "bob"), Set.copyOf(users.ids()));
    }

    @Test
    void aUserWhomSomebodyHasChangedIsNeitherReplacedNorForgotten() {
        User before = user("alice", Optional.of(new Secret("refresh")));
        User anew = before.with(new Tokens(new Secret("anew"), NOW, Optional.empty()));
        users.save(anew);
        assertFalse(users.replace(before, before.with(new Tokens(new Secret("late"), NOW, Optional.empty()))));
        assertFalse(users.forget(before));
        assertEquals(Optional.of(anew), users.find("alice"));
        assertTrue(users.replace(anew, before));
        assertTrue(users.forget(before));
        assertFalse(users.replace(before, anew));
        assertEquals(Optional.empty(), users.find("alice"));
    }

    /** Another version of the bot may store more of a user, or in another order. */
    @ParameterizedTest
    @ValueSource(strings = {"\"language\":\"de\",", "\"displayName\":\"Name \\\"of\\\" alice\",", " "})
    void aUserWhomAnotherVersionHasStoredIsReplacedAndForgottenAllTheSame(String more) {
        User before = user("alice", Optional.of(new Secret("refresh")));
        String stored = "{" + more + before.stored().substring(1);
        store.put("user:alice", stored, StateStore.FOREVER);
        assertEquals(Optional.of(before), users.find("alice"));
        User anew = before.with(new Tokens(new Secret("anew"), NOW, Optional.empty()));
        assertTrue(users.replace(before, anew));
        assertEquals(Optional.of(anew), users.find("alice"));
        store.put("user:alice", stored, StateStore.FOREVER);
        assertTrue(users.forget(before));
    }

    @Test
    void anAnswerWithoutARefreshTokenLeavesTheOldOneInUse() {
        Tokens before = user("alice", Optional.of(new Secret("refresh"))).tokens();
        var grant = new OAuth.Grant(new Secret("next"), Duration.ofDays(14), Optional.empty());
        assertEquals(
                new Tokens(new Secret("next"), NOW.plus(Duration.ofDays(14)), Optional.of(new Secret("refresh"))),
                before.renewed(grant, NOW));
        var withNew = new OAuth.Grant(new Secret("next"), Duration.ofDays(14), Optional.of(new Secret("newer")));
        assertEquals(
                Optional.of(new Secret("newer")), before.renewed(withNew, NOW).refresh());
    }

    @Test
    void nobodyReadsATokenInALogLine() {
        assertFalse(user("alice", Optional.of(new Secret("refresh-canary")))
                .toString()
                .contains("canary"));
    }

    private static User user(String id, Optional<Secret> refresh) {
        Tokens tokens = new Tokens(new Secret("access-canary"), NOW, refresh);
        return new User(id, id + "@example.com", ZoneId.of("Europe/Berlin"), tokens);
    }
}
