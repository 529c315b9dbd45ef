package callbot.chat.failure;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import callbot.card.Button;
import callbot.card.Element;
import callbot.signin.SignIn;
import callbot.signin.SignIn.Asker;
import callbot.signin.SignInFailures;
import callbot.signin.Tokens;
import callbot.signin.User;
import callbot.signin.Users;
import callbot.store.JournalStateStore;
import callbot.store.StateStore;
import callbot.store.StoreUnavailableException;
import callbot.testing.RecordedLog;
import callbot.trace.Tracer;
import callbot.tunnel.TunnelFailures;
import callbot.webex.OAuth;
import callbot.webex.Patience;
import callbot.webex.Secret;
import callbot.webex.WebexClient;
import callbot.webex.WebexFailures;
import callbot.webex.messaging.Draft;
import callbot.webex.messaging.People;
import java.net.URI;
import java.nio.file.Path;
import java.security.SecureRandom;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class FailuresTest {

    private static final Asker ANA = new Asker("ana-id", "a_na@example.com");

    @TempDir
    private Path directory;

    private final RecordedLog log = new RecordedLog(Failures.class);
    private StateStore store;
    private WebexClient webex;
    private Users users;
    private Failures failures;

    @BeforeEach
    void open() {
        Clock clock = Clock.systemUTC();
        SecureRandom random = new SecureRandom();
        store = JournalStateStore.open(directory.resolve("state.json"), clock);
        webex = new WebexClient(
                URI.create("http://127.0.0.1:1/v1"), clock, new Patience(clock, time -> {}, random), new Tracer(clock));
        var integration = new OAuth.Integration("client-id", new Secret("client-s3cret"), List.of("spark:kms"));
        var oauth = new OAuth(webex, integration, URI.create("http://localhost:6001/redirect"));
        users = new Users(store);
        failures = new Failures(new SignIn(oauth, new People(webex), users, store, random, clock), users, clock);
    }

    @AfterEach
    void close() {
        webex.close();
        store.close();
        log.close();
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            400 | Webex did not accept that: “dial plan says no”.
            401 | Webex no longer accepts your sign-in. Write `/auth force` to sign in again.
            403 | Webex does not allow you that: “dial plan says no”. Either your account has no Webex Calling, or the permission is missing: `/auth force` asks for it again.
            404 | That cannot be done as things are now: “dial plan says no”. See `/calls` for what there is.
            409 | That cannot be done as things are now: “dial plan says no”. See `/calls` for what there is.
            410 | That cannot be done as things are now: “dial plan says no”. See `/calls` for what there is.
            423 | Webex has too much to do and asks to wait 5 seconds. It was **not** done.
            429 | Webex has too much to do and asks to wait 5 seconds. It was **not** done.
            500 | Webex has trouble of its own (status 500: “dial plan says no”). See `/calls` before you try again.
            502 | Webex has trouble of its own (status 502: “dial plan says no”). See `/calls` before you try again.
            405 | That cannot be done with this call or this phone: “dial plan says no”.
            415 | That cannot be done with this call or this phone: “dial plan says no”.
            422 | That cannot be done with this call or this phone: “dial plan says no”.
            499 | That cannot be done with this call or this phone: “dial plan says no”.
            """)
    void saysWhatARefusalMeansAndWhatToDo(int status, String sentence) {
        Draft told = explain(WebexFailures.refused(status, "dial plan says no", Optional.empty()));
        assertEquals(Draft.text("⚠️ " + sentence + " `/why` shows how it went."), told);
    }

    @ParameterizedTest
    @ValueSource(ints = {400, 403, 404, 422, 500})
    void aRefusalWithoutWordsIsAWholeSentenceToo(int status) {
        String told =
                explain(WebexFailures.refused(status, "", Optional.empty())).markdown();
        assertFalse(told.contains("“") || told.contains(": .") || told.contains(" ."), told);
    }

    @Test
    void wordsOfWebexAreNeverTakenForMarkdown() {
        String told = explain(WebexFailures.refused(400, "*no* [x](y)", Optional.empty()))
                .markdown();
        assertTrue(told.contains("“\\*no\\* \\[x\\](y)”"), told);
    }

    @Test
    void whereNothingWasBegunItSaysThatNothingWasDone() {
        List<RuntimeException> trouble = List.of(
                WebexFailures.refused(404, "", Optional.empty()),
                WebexFailures.refused(422, "x", Optional.empty()),
                WebexFailures.refused(500, "x", Optional.empty()),
                WebexFailures.refused(503, "x", Optional.empty()),
                WebexFailures.unanswered(),
                new StoreUnavailableException("away"));
        for (RuntimeException failure : trouble) {
            String told = failures.explain(ANA, failure, false).markdown();
            assertTrue(told.contains("**I have done nothing**"), told);
            assertFalse(told.contains("/calls"), told);
        }
    }

    @Test
    void saysHowLongWebexWantsToBeLeftAlone() {
        String told = explain(WebexFailures.refused(429, "", Optional.of(Duration.ofSeconds(37))))
                .markdown();
        assertTrue(told.contains("asks to wait 37 seconds"), told);
    }

    @Test
    void saysWhetherItMayHaveHappened() {
        String unreachable = explain(WebexFailures.unreachable()).markdown();
        assertTrue(unreachable.contains("**nothing has happened**. Try again in a minute."), unreachable);
        String unanswered = explain(WebexFailures.unanswered()).markdown();
        assertTrue(unanswered.contains("**I cannot tell whether it happened**. See `/calls`"), unanswered);
        for (String told : List.of(unreachable, unanswered)) {
            assertTrue(told.endsWith("`/why` shows how it went."), told);
            assertSpeaksPlainly(told);
        }
    }

    @Test
    void ofItsOwnFaultsItTellsTheUserWhatToDoAndTheLogWhatHappened() {
        String told = explain(new IllegalStateException("{\"secret\":1}")).markdown();
        assertTrue(told.contains("Look at `/calls` before you try again."), told);
        String memory =
                explain(new StoreUnavailableException("Redis {\"secret\":1}")).markdown();
        assertTrue(memory.contains("I cannot reach my memory"), memory);
        String tunnel = explain(TunnelFailures.noTunnel("ngrok {\"secret\":1}")).markdown();
        assertTrue(tunnel.contains("Webex cannot reach me from outside"), tunnel);
        List.of(told, memory, tunnel).forEach(FailuresTest::assertSpeaksPlainly);
        assertEquals(3, log.errors().size());
    }

    @ParameterizedTest
    @CsvSource({"false, Sign in first", "true, Webex no longer accepts your sign-in"})
    void whoHasNotSignedInIsAskedTo(boolean refused, String words) {
        Draft told = explain(SignInFailures.notSignedIn(refused));
        assertTrue(told.markdown().contains(words), told.markdown());
        assertInvites(told);
    }

    @Test
    void whoHasJustLostThePermissionIsToldSoOnce() {
        Tokens tokens =
                new Tokens(new Secret("access"), Instant.EPOCH, Optional.empty(), Optional.empty(), Optional.empty());
        SignInFailures.end(users, new User(ANA.personId(), ANA.email(), ZoneOffset.UTC, tokens, false));
        String first = explain(SignInFailures.notSignedIn(false)).markdown();
        assertTrue(first.contains("Your sign-in has ended"), first);
        String second = explain(SignInFailures.notSignedIn(false)).markdown();
        assertTrue(second.contains("Sign in first"), second);
    }

    @Test
    void whoHasLostPermissionIsAskedToSignInAgain() {
        Draft told = failures.permissionEnded(ANA);
        assertTrue(told.markdown().contains("Webex no longer accepts it"), told.markdown());
        assertInvites(told);
    }

    private void assertInvites(Draft told) {
        Element.Buttons row = (Element.Buttons) told.card().orElseThrow().body().getLast();
        Button.Open button = (Button.Open) row.buttons().getFirst();
        assertEquals(1, row.buttons().size());
        assertTrue(
                told.markdown().contains("[Sign in at Webex](" + button.page() + ") as a\\_na@example.com"),
                told::markdown);
        assertTrue(told.markdown().contains("works once, for 5 minutes"), told::markdown);
        assertEquals(1, store.keys("signin:").size());
    }

    private static void assertSpeaksPlainly(String told) {
        assertFalse(told.matches("(?s).*(\\{|Exception|java\\.|callbot\\.|secret).*"), told);
    }

    private Draft explain(RuntimeException failure) {
        return failures.explain(ANA, failure, true);
    }
}
