package callbot.signin;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import callbot.http.Request;
import callbot.sandbox.webex.FakeUser;
import callbot.signin.SignIn.Outcome;
import callbot.testing.Crowd;
import callbot.testing.RecordedLog;
import callbot.webex.OAuth;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Sign-ins at the simulated Webex, with its page. */
class SignInTest {

    private SignInWorld world;
    private FakeUser alice;
    private FakeUser bob;
    private URI link;

    @BeforeEach
    void begin(@TempDir Path directory) {
        world = new SignInWorld(directory);
        alice = world.webex.alice();
        bob = world.webex.bob();
        link = world.signIn.begin(SignInWorld.asker(alice));
    }

    @AfterEach
    void stop() {
        world.close();
    }

    @Test
    void whoeverAskedAndAgreesIsSignedIn() throws Exception {
        var outcome = assertInstanceOf(Outcome.SignedIn.class, complete(alice.authorize(link.toString())));
        assertEquals(alice.person().email(), outcome.user().email());
        assertEquals(
                Optional.of(outcome.user()), world.users.find(alice.person().id()));
        assertEquals(
                alice.person().email(),
                world.tokens()
                        .actAs(
                                alice.person().id(),
                                List.of(),
                                token -> world.people.me(token).email()));
    }

    @Test
    void aStateIsGoodOnceAndTheSecondCodeIsNotEvenExchanged() throws Exception {
        URI first = alice.authorize(link.toString());
        URI second = alice.authorize(link.toString());
        assertInstanceOf(Outcome.SignedIn.class, complete(first));
        assertInstanceOf(Outcome.Unknown.class, complete(second));
        assertEquals(1, exchanges());
    }

    @Test
    void ofManyWhoBringTheSameStateOneSignsIn() throws Exception {
        URI redirected = alice.authorize(link.toString());
        List<Outcome> outcomes = Crowd.of(32, i -> complete(redirected));
        assertEquals(
                1, outcomes.stream().filter(Outcome.SignedIn.class::isInstance).count());
        assertEquals(
                31, outcomes.stream().filter(Outcome.Unknown.class::isInstance).count());
        assertEquals(1, exchanges());
    }

    @Test
    void aStateIsGoodForFiveMinutes() throws Exception {
        URI redirected = alice.authorize(link.toString());
        world.clock.advance(Duration.ofSeconds(290));
        URI late = alice.authorize(world.signIn.begin(SignInWorld.asker(alice)).toString());
        world.clock.advance(Duration.ofSeconds(11));
        assertInstanceOf(Outcome.Unknown.class, complete(redirected));
        assertEquals(0, exchanges());
        assertInstanceOf(Outcome.SignedIn.class, complete(late));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "x",
                "guessed",
                "signin:AAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAA",
                "ÄAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAA"
            })
    void whatCannotBeAStateOfOursIsNotEvenLookedFor(String state) {
        var withoutStore = new SignIn(null, null, null, null, null, null);
        assertEquals(new Outcome.Unknown(), withoutStore.complete(state, Optional.of("code"), Optional.empty()));
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "guessed", "user:", "../user:", "*"})
    void forAStateThatNobodyAskedForNoCodeIsExchanged(String state) {
        assertEquals(new Outcome.Unknown(), world.signIn.complete(state, Optional.of("code"), Optional.empty()));
        assertEquals(0, exchanges());
        assertEquals(0, world.users.count());
    }

    @Test
    void whenSomebodyElseSignsInNothingIsKept() throws Exception {
        var outcome = assertInstanceOf(Outcome.SomebodyElse.class, complete(bob.authorize(link.toString())));
        assertEquals(bob.person().email(), outcome.actualEmail());
        assertEquals(alice.person().id(), outcome.asker().personId());
        assertEquals(0, world.users.count());
        assertEquals(List.of(), world.store.keys("signin:"));
    }

    @Test
    void somebodyElsesSignInDoesNotReplaceTheRightOne() throws Exception {
        User before = world.signedIn(alice);
        assertInstanceOf(Outcome.SomebodyElse.class, complete(bob.authorize(link.toString())));
        assertEquals(Optional.of(before), world.users.find(alice.person().id()));
        assertEquals(1, world.users.count());
    }

    @Test
    void whoeverRefusesIsNotSignedIn() throws Exception {
        assertInstanceOf(Outcome.Declined.class, complete(alice.refuse(link.toString())));
        assertInstanceOf(Outcome.Unknown.class, complete(alice.authorize(link.toString())));
        assertEquals(0, exchanges());
    }

    @Test
    void aBlankCodeIsNone() {
        var outcome = world.signIn.complete(state(link), Optional.of(" "), Optional.empty());
        assertInstanceOf(Outcome.NotOffered.class, outcome);
    }

    @Test
    void whatWebexDoesNotOfferIsNotTheUsersFaultAndTheLogSaysWhatWasAskedFor() {
        var denial = new OAuth.Denial("invalid_scope", Optional.of("<b>*scope* is unknown</b>" + "x".repeat(5_000)));
        try (RecordedLog log = new RecordedLog(SignIn.class)) {
            var outcome = world.signIn.complete(state(link), Optional.empty(), Optional.of(denial));
            assertEquals(new Outcome.NotOffered(SignInWorld.asker(alice), denial), outcome);
            String line = log.lines().getFirst();
            assertTrue(line.startsWith("event=signin.denied error=invalid_scope "), line);
            assertTrue(line.endsWith("scopes=\"" + String.join(" ", world.oauth.scopes()) + "\""), line);

            SignInNews news = SignInNews.of(outcome, user -> false);
            String page = new String(news.page().toResponse(200).body(), StandardCharsets.UTF_8);
            String told = news.message().orElseThrow().draft().markdown();
            assertTrue(page.contains("not your fault"), page);
            assertTrue(page.contains("invalid_scope: &lt;b&gt;*scope* is unknown&lt;/b&gt;x"), page);
            assertTrue(told.contains("not your fault"), told);
            assertTrue(told.contains("\\*scope\\*"), told);
            assertTrue(told.length() < 1_000, told);
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"/access_token", "/people/me"})
    void aFailureAtWebexIsToldAndNothingIsKept(String path) throws Exception {
        URI redirected = alice.authorize(link.toString());
        world.webex
                .faults()
                .next(9, path.equals("/people/me") ? "GET" : "POST", path)
                .answer(500);
        var outcome = assertInstanceOf(Outcome.Failed.class, complete(redirected));
        assertFalse(outcome.failure().trackingId().isEmpty());
        assertEquals(0, world.users.count());
        assertEquals(List.of(), world.store.keys("signin:"));
    }

    @Test
    void aCodeThatWebexDoesNotKnowFails() {
        var outcome = world.signIn.complete(state(link), Optional.of("made up"), Optional.empty());
        assertInstanceOf(Outcome.Failed.class, outcome);
        assertEquals(0, world.users.count());
    }

    @Test
    void everyStateIsNewAndHas256Bits() {
        Set<String> states = Set.copyOf(Crowd.of(100, i -> state(world.signIn.begin(SignInWorld.asker(alice)))));
        assertEquals(100, states.size());
        for (String state : states) assertTrue(state.matches("[A-Za-z0-9_-]{43}"), state);
        assertNotEquals(link, world.signIn.begin(SignInWorld.asker(alice)));
    }

    @Test
    void signInsThatWereBegunCanBeDropped() throws Exception {
        URI redirected = alice.authorize(link.toString());
        world.signIn.begin(SignInWorld.asker(bob));
        User signedIn = world.signedIn(bob);
        assertEquals(2, world.signIn.dropAllBegun());
        assertEquals(0, world.signIn.dropAllBegun());
        assertInstanceOf(Outcome.Unknown.class, complete(redirected));
        assertEquals(Optional.of(signedIn), world.users.find(signedIn.id()));
    }

    private Outcome complete(URI redirected) {
        Request request = browse(redirected);
        return world.signIn.complete(
                request.query("state").orElseThrow(),
                request.query("code"),
                request.query("error").map(error -> new OAuth.Denial(error, Optional.empty())));
    }

    private long exchanges() {
        return world.requests("POST", "/access_token");
    }

    private static String state(URI link) {
        return browse(link).query("state").orElseThrow();
    }

    private static Request browse(URI page) {
        return new Request("GET", page.getPath(), page.getRawQuery(), Map.of(), new byte[0]);
    }
}
