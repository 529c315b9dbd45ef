package callbot.upkeep;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import callbot.MovableClock;
import callbot.call.Monitoring;
import callbot.sandbox.traffic.Exchange;
import callbot.sandbox.webex.FakeUser;
import callbot.sandbox.webex.FakeWebex;
import callbot.signin.AccessTokens;
import callbot.signin.Tokens;
import callbot.signin.User;
import callbot.signin.Users;
import callbot.store.MemoryStore;
import callbot.store.StateStore;
import callbot.trace.Tracer;
import callbot.tunnel.PublicUrl;
import callbot.webex.OAuth;
import callbot.webex.Patience;
import callbot.webex.Secret;
import callbot.webex.WebexClient;
import callbot.webex.messaging.Person;
import callbot.webex.messaging.Webhooks;
import callbot.webhook.HookKeys;
import callbot.webhook.WebhookRegistration;
import java.io.IOException;
import java.net.URI;
import java.time.Duration;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** What is done for one user, and when that user is to be looked at again. */
class UserCareTest {

    private static final URI HERE = URI.create("http://127.0.0.1:9");

    private final MovableClock clock = new MovableClock();
    private final StateStore store = new MemoryStore(clock);
    private final Users users = new Users(store);
    private final List<String> told = new ArrayList<>();
    private FakeWebex webex;
    private WebexClient client;
    private FakeUser alice;
    private UserCare care;
    private boolean welcome = true;

    @BeforeEach
    void open() throws IOException {
        webex = FakeWebex.start(clock);
        client = new WebexClient(
                        URI.create(webex.url()),
                        clock,
                        new Patience(clock, time -> {}, new Random(1)),
                        new Tracer(clock))
                .impatient();
        alice = webex.alice();
        var registered = webex.integration();
        var oauth = new OAuth(
                client,
                new OAuth.Integration(registered.clientId(), new Secret(registered.clientSecret()), List.of()),
                HERE);
        var tokens = new AccessTokens(users, oauth, store, clock);
        var registration = new WebhookRegistration(new Webhooks(client), new HookKeys(new Secret("bot"), "here"));
        care = new UserCare(
                user -> welcome,
                user -> told.add("farewell"),
                user -> told.add("warning"),
                tokens,
                new Monitoring(store, tokens, registration, PublicUrl.fixed(HERE)));
        signIn();
        store.put("monitor:" + Person.key(alice.person().id()), "ON", StateStore.FOREVER);
    }

    @AfterEach
    void close() {
        client.close();
        webex.close();
    }

    @Test
    void whoIsFollowedHasAWebhook() {
        assertEquals(Optional.empty(), look(true));
        assertEquals(3, requests("POST", "/webhooks"), "for calls, conferences and voicemail");
        assertEquals(Optional.empty(), look(true));
        assertEquals(3, requests("POST", "/webhooks"), "they are there");
        assertEquals(List.of(), told);
    }

    @Test
    void whoeverStandsByTouchesNoWebhookAndKeepsThePermission() {
        clock.advance(Duration.ofDays(14).minusHours(1));
        assertEquals(Optional.empty(), look(false));
        assertEquals(0, requests("POST", "/webhooks"));
        assertEquals(1, requests("POST", "/access_token"));
    }

    @Test
    void whoIsNoLongerWelcomeIsToldSoAndNothingElseIsDone() {
        welcome = false;
        assertEquals(Optional.empty(), look(true));
        assertEquals(List.of("farewell"), told);
        assertEquals(0, requests("POST", "/webhooks"));
    }

    @Test
    void thatThePermissionEndsIsSaidOnceAWeekAhead() {
        webex.tokens().lifetimes(Duration.ofDays(100), Duration.ofDays(20));
        signIn();
        clock.advance(Duration.ofDays(12));
        look(true);
        assertEquals(List.of(), told);
        clock.advance(Duration.ofDays(2));
        look(true);
        look(true);
        assertEquals(List.of("warning"), told);
    }

    @Test
    void thatThePermissionHasEndedIsKeptAsNews() {
        webex.tokens().revoke(alice.person());
        clock.advance(Duration.ofDays(14));
        assertEquals(Optional.empty(), look(true));
        assertEquals(List.of(Person.key(alice.person().id())), users.ended());
    }

    @ParameterizedTest
    @CsvSource({"429, 120, PT2M", "503, , PT0S", "500, , PT0S", "403, , never", "400, , never"})
    void whoIsLookedAtAgainIsDecidedByWhatWebexSays(int status, String retryAfter, String wait) {
        Map<String, String> headers = retryAfter == null ? Map.of() : Map.of("Retry-After", retryAfter);
        webex.faults().next(1, "GET", "/webhooks").answer(status, headers);
        assertEquals(wait, look(true).map(Duration::toString).orElse("never"));
        assertTrue(told.isEmpty());
    }

    private Optional<Duration> look(boolean isTold) {
        User user = users.find(alice.person().id()).orElseThrow();
        return care.look(user, isTold);
    }

    private void signIn() {
        var grant = alice.grant(webex.integration().scopes());
        Tokens tokens = new Tokens(
                new Secret(grant.accessToken()),
                clock.instant().plus(grant.expiresIn()),
                Optional.of(new Secret(grant.refreshToken())),
                Optional.of(clock.instant().plus(grant.refreshExpiresIn())),
                Optional.of(grant.scopes()));
        users.save(new User(alice.person().id(), alice.person().email(), ZoneOffset.UTC, tokens, false));
    }

    private long requests(String method, String path) {
        return webex.exchanges().stream()
                .filter(one -> one.direction() == Exchange.Direction.TO_WEBEX)
                .filter(one -> one.method().equals(method) && one.target().startsWith("/v1" + path))
                .count();
    }
}
