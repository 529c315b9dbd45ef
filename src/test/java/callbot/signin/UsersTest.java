package callbot.signin;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import callbot.signin.SignIn.Asker;
import callbot.store.JournalStateStore;
import callbot.store.StateStore;
import callbot.testing.Crowd;
import callbot.webex.OAuth;
import callbot.webex.Secret;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
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
        assertEquals(Set.of("alice", "bob"), ids());
    }

    @Test
    void aUserWhomSomebodyHasChangedIsNeitherReplacedNorForgotten() {
        User before = user("alice", Optional.of(new Secret("refresh")));
        User anew = before.with(tokens("anew"));
        users.save(anew);
        assertFalse(users.replace(before, before.with(tokens("late"))));
        assertFalse(users.end(before));
        assertEquals(Optional.of(anew), users.find("alice"));
        assertTrue(users.replace(anew, before));
        assertTrue(users.end(before));
        assertFalse(users.replace(before, anew));
        assertEquals(Optional.empty(), users.find("alice"));
    }

    /** Another version of the bot may store more of a user, or in another order. */
    @ParameterizedTest
    @ValueSource(strings = {"\"language\":\"de\",", "\"displayName\":\"Name \\\"of\\\" alice\",", " "})
    void aUserWhomAnotherVersionHasStoredIsReplacedAndForgottenAllTheSame(String more) {
        User before = user("alice", Optional.of(new Secret("refresh")));
        String stored = "{" + more + before.stored().substring(1);
        store.put(Users.key("alice"), stored, StateStore.FOREVER);
        assertEquals(Optional.of(before), users.find("alice"));
        User anew = before.with(tokens("anew"));
        assertTrue(users.replace(before, anew));
        assertEquals(Optional.of(anew), users.find("alice"));
        store.put(Users.key("alice"), stored, StateStore.FOREVER);
        assertTrue(users.end(before));
    }

    @Test
    void anAnswerThatSaysLessLeavesTheRestAsItWas() {
        Tokens before = user("alice", Optional.of(new Secret("refresh"))).tokens();
        assertEquals(
                new Tokens(
                        new Secret("next"),
                        NOW.plus(Duration.ofDays(14)),
                        before.refresh(),
                        before.refreshExpires(),
                        before.scopes()),
                before.renewed(grant(Optional.empty(), Optional.empty(), Optional.empty()), NOW));
        Tokens renewed = before.renewed(
                grant(
                        Optional.of(new Secret("newer")),
                        Optional.of(Duration.ofDays(90)),
                        Optional.of(Set.of("spark:calls_read"))),
                NOW);
        assertEquals(Optional.of(new Secret("newer")), renewed.refresh());
        assertEquals(Optional.of(NOW.plus(Duration.ofDays(90))), renewed.refreshExpires());
        assertEquals(Optional.of(Set.of("spark:calls_read")), renewed.scopes());
    }

    @Test
    void whatWasGrantedIsKnownAndWhereItIsNotItIsTakenForGranted() {
        User alice = user("alice", Optional.empty());
        assertTrue(alice.grants(Scope.CALLS_READ));
        assertFalse(alice.grants(Scope.CALLS_WRITE));
        assertTrue(alice.with(tokens("unknown")).grants(Scope.CALLS_WRITE));
    }

    @Test
    void whoeverWasWarnedIsWarnedAgainOnlyOfALaterEnd() {
        User warned = user("alice", Optional.of(new Secret("refresh"))).nowWarned();
        Tokens old = warned.tokens();
        assertTrue(warned.with(until(old, NOW.plusSeconds(5))).warned(), "told in seconds, it is never the same");
        assertFalse(warned.with(until(old, NOW.plus(Duration.ofDays(60)))).warned());
    }

    @Test
    void usersAreSpreadOverTheSlotsAndEachIsInOne() {
        for (int i = 0; i < 2000; i++) users.save(user("person-" + i, Optional.empty()));
        List<Integer> sizes = IntStream.range(0, Users.SLOTS)
                .mapToObj(slot -> users.inSlot(slot).size())
                .toList();
        assertEquals(2000, sizes.stream().mapToInt(Integer::intValue).sum());
        assertEquals(2000, users.count());
        assertTrue(sizes.stream().mapToInt(Integer::intValue).max().orElseThrow() < 20, sizes.toString());
    }

    @Test
    void whomAnEarlierVersionRememberedWithoutSlotIsGivenOne() {
        User alice = user("alice", Optional.of(new Secret("refresh")));
        store.put("user:alice", alice.stored(), StateStore.FOREVER);
        users.adopt();
        users.adopt();
        assertEquals(Optional.of(alice), users.find("alice"));
        assertEquals(Optional.empty(), store.get("user:alice"));
    }

    @Test
    void thatAPermissionHasEndedIsNewsThatOneOfManyGetsAndASignInMakesOld() {
        User alice = user("alice", Optional.of(new Secret("refresh")));
        users.save(alice);
        assertTrue(users.end(alice));
        assertEquals(List.of("alice"), users.ended());
        List<Optional<Asker>> taken = Crowd.of(16, i -> users.takeEnded("alice"));
        assertEquals(1, taken.stream().filter(Optional::isPresent).count());

        users.save(alice);
        users.end(alice);
        users.save(alice);
        assertEquals(Optional.empty(), users.takeEnded("alice"));
    }

    @Test
    void nobodyReadsATokenInALogLine() {
        assertFalse(user("alice", Optional.of(new Secret("refresh-canary")))
                .toString()
                .contains("canary"));
    }

    private Set<String> ids() {
        return IntStream.range(0, Users.SLOTS)
                .mapToObj(users::inSlot)
                .flatMap(List::stream)
                .map(User::id)
                .collect(Collectors.toSet());
    }

    private static OAuth.Grant grant(
            Optional<Secret> refresh, Optional<Duration> refreshLifetime, Optional<Set<String>> scopes) {
        return new OAuth.Grant(new Secret("next"), Duration.ofDays(14), refresh, refreshLifetime, scopes);
    }

    private static Tokens tokens(String access) {
        return new Tokens(new Secret(access), NOW, Optional.empty(), Optional.empty(), Optional.empty());
    }

    private static Tokens until(Tokens tokens, Instant end) {
        return new Tokens(tokens.access(), NOW, tokens.refresh(), Optional.of(end), tokens.scopes());
    }

    private static User user(String id, Optional<Secret> refresh) {
        Tokens tokens = new Tokens(
                new Secret("access-canary"),
                NOW,
                refresh,
                refresh.map(token -> NOW),
                Optional.of(Set.of("spark:calls_read", "spark:people_read")));
        return new User(id, id + "@example.com", ZoneId.of("Europe/Berlin"), tokens, false);
    }

    /** A newer Java knows zones that an older one does not. */
    @Test
    void aUserInAZoneThatThisJavaDoesNotKnowIsAUserAllTheSame() {
        String stored = user("alice", Optional.empty())
                .stored()
                .replaceFirst("\"zone\":\"[^\"]+\"", "\"zone\":\"Mars/Olympus\"");
        assertEquals(ZoneOffset.UTC, User.parse(stored).zone());
    }
}
