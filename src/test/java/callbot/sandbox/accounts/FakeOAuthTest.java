package callbot.sandbox.accounts;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import callbot.sandbox.Agreement;
import callbot.sandbox.Caller;
import callbot.sandbox.HandClock;
import callbot.sandbox.base.Habit;
import callbot.sandbox.webex.FakeWebex;
import java.io.IOException;
import java.net.URI;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.util.Random;
import java.util.Set;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class FakeOAuthTest {

    private static final String REDIRECT = "http://localhost:6001/redirect";

    private final HandClock clock = new HandClock(Instant.parse("2026-01-01T12:00:00Z"));
    private FakeWebex fake;
    private Caller nobody;

    @BeforeEach
    void start() throws IOException {
        fake = FakeWebex.start(clock, new Random(3));
        fake.allowRedirect(REDIRECT);
        nobody = new Caller(fake, "");
    }

    @AfterEach
    void stop() {
        Agreement.assertKept(fake);
        fake.close();
    }

    @Test
    void whoAgreesIsSentBackWithACode() throws Exception {
        URI back = fake.alice().authorize(link("spark:calls_read spark:people_read", "st&te"));
        assertTrue(back.toString().startsWith(REDIRECT + "?code="), back.toString());
        assertTrue(back.toString().endsWith("&state=st%26te"), back.toString());

        var tokens = nobody.form("/access_token", codeGrant(code(back)));
        assertEquals(200, tokens.status());
        assertEquals("Bearer", tokens.text("token_type"));
        assertEquals(14L * 86_400, tokens.body().number("expires_in").orElseThrow());
        assertEquals(
                7_776_000L, tokens.body().number("refresh_token_expires_in").orElseThrow());

        Caller alice = new Caller(fake, tokens.text("access_token"));
        assertEquals(fake.alice().person().id(), alice.get("/people/me").text("id"));
        assertEquals(200, alice.get("/telephony/calls").status());
        assertEquals(403, alice.get("/rooms").status());
        assertEquals(
                clock.instant().plus(Duration.ofDays(14)).toEpochMilli(),
                alice.get("/authorizations/tokenExpiry").body().number("exp").orElseThrow());
    }

    @Test
    void oneCanBeSomebodyElse() throws Exception {
        URI back = fake.bob().authorize(link("spark:people_read", "s"));
        String token = nobody.form("/access_token", codeGrant(code(back))).text("access_token");
        assertEquals("Bob Brown", new Caller(fake, token).get("/people/me").text("displayName"));
    }

    @Test
    void whoRefusesIsSentBackWithAnError() throws Exception {
        URI back = fake.alice().refuse(link("spark:calls_read", "s"));
        assertTrue(back.toString().startsWith(REDIRECT + "?error=access_denied"), back.toString());
        assertTrue(back.toString().endsWith("&state=s"), back.toString());
    }

    @Test
    void aScopeThatTheIntegrationDoesNotHaveIsRefused() throws Exception {
        URI back = fake.alice().authorize(link("spark:calls_read spark:everything", "s"));
        assertTrue(back.toString().contains("error=invalid_scope"), back.toString());
    }

    @Test
    void aWrongLinkShowsAPageAndLeadsNowhere() {
        assertEquals(400, nobody.get("/authorize?response_type=code").status());
        String good = link("spark:calls_read", "s").substring(fake.url().length());
        assertEquals(200, nobody.get(good).status());
        assertEquals(400, nobody.get(good.replace("localhost", "evil.example")).status());
        assertEquals(
                400,
                nobody.get(good.replace("response_type=code", "response_type=token"))
                        .status());
        assertEquals(
                400,
                nobody.get(good.replace(fake.integration().clientId(), "C0")).status());
    }

    @Test
    void thePageSaysWhatEachScopeAllows() {
        String good = link("spark:calls_write", "s").substring(fake.url().length());
        String page = nobody.get(good).response().body();
        assertTrue(page.contains("make, answer and control your calls<br><code>spark:calls_write</code>"), page);
    }

    @Test
    void thePageEscapesWhatItShows() {
        var page = nobody.get(
                "/authorize?" + link("spark:calls_read", "\"><script>").split("\\?", 2)[1]);
        assertTrue(!page.response().body().contains("<script>"));
    }

    @Test
    void aCodeIsGoodOnce() throws Exception {
        String code = code(fake.alice().authorize(link("spark:calls_read", "s")));
        assertEquals(200, nobody.form("/access_token", codeGrant(code)).status());
        assertOAuthError("invalid_grant", codeGrant(code));
    }

    @Test
    void aCodeIsGoodForFiveMinutes() throws Exception {
        String code = code(fake.alice().authorize(link("spark:calls_read", "s")));
        clock.forward(Duration.ofMinutes(5));
        assertOAuthError("invalid_grant", codeGrant(code));
    }

    @Test
    void theTokenEndpointSaysWhatIsWrong() throws Exception {
        String code = code(fake.alice().authorize(link("spark:calls_read", "s")));
        String good = codeGrant(code);
        assertOAuthError("invalid_request", "a=b");
        assertOAuthError("invalid_request", good.replaceFirst("&redirect_uri=[^&]*", ""));
        assertOAuthError("invalid_request", good + "&colour=red");
        assertOAuthError("unsupported_grant_type", good.replace("authorization_code", "password"));
        assertOAuthError("invalid_client", good.replaceFirst("client_secret=[^&]*", "client_secret=x"));
        assertOAuthError("invalid_client", good.replaceFirst("client_id=[^&]*", "client_id=x"));
        assertOAuthError("invalid_grant", codeGrant("unknown"));
        assertOAuthError("invalid_grant", good.replace("localhost%3A6001", "localhost%3A6002"));
        assertEquals("invalid_request", nobody.post("/access_token", "{}").text("error"));
    }

    @Test
    void theVerifierMustMatchTheChallenge() throws Exception {
        String verifier = "dBjftJeZ4CVP-mB92K27uhbUJU1p1r_wW1gFWFOEjXk"; // the example of RFC 7636
        String challenge = "&code_challenge_method=S256&code_challenge=E9Melhoa2OwvFrEMTJguCHaoeK1t8URWbuGJSstw-cM";
        String code = code(fake.alice().authorize(link("spark:calls_read", "s") + challenge));
        assertEquals(
                200,
                nobody.form("/access_token", codeGrant(code) + "&code_verifier=" + verifier)
                        .status());
        String other = code(fake.alice().authorize(link("spark:calls_read", "s") + challenge));
        assertOAuthError("invalid_grant", codeGrant(other));
    }

    @Test
    void aRefreshGivesANewTokenAndLeavesTheOldOne() throws Exception {
        var grant = fake.alice().grant(Set.of("spark:people_read"));
        clock.forward(Duration.ofDays(13));
        var refreshed = nobody.form("/access_token", refreshGrant(grant.refreshToken()));

        assertEquals(200, refreshed.status());
        assertNotEquals(grant.accessToken(), refreshed.text("access_token"));
        assertEquals(grant.refreshToken(), refreshed.text("refresh_token"));
        assertEquals(
                200, new Caller(fake, grant.accessToken()).get("/people/me").status());
        clock.forward(Duration.ofDays(1));
        assertEquals(
                401, new Caller(fake, grant.accessToken()).get("/people/me").status());
        assertEquals(
                200,
                new Caller(fake, refreshed.text("access_token"))
                        .get("/people/me")
                        .status());
    }

    @Test
    void aRefreshTokenLivesAsLongAsItIsUsed() {
        String token = fake.alice().grant(Set.of("spark:people_read")).refreshToken();
        clock.forward(Duration.ofDays(89));
        assertEquals(200, nobody.form("/access_token", refreshGrant(token)).status());
        clock.forward(Duration.ofDays(89));
        assertEquals(200, nobody.form("/access_token", refreshGrant(token)).status());
        clock.forward(Duration.ofDays(90));
        assertOAuthError("invalid_grant", refreshGrant(token));
    }

    @Test
    void aDeadRefreshTokenMayBeCalledAnInvalidRequest() {
        String token = fake.alice().grant(Set.of("spark:people_read")).refreshToken();
        fake.habits().set(Habit.CALLS_DEAD_TOKENS_INVALID_REQUESTS, true);
        assertEquals(200, nobody.form("/access_token", refreshGrant(token)).status());
        fake.tokens().revoke(fake.alice().person());
        assertOAuthError("invalid_request", refreshGrant(token));
    }

    @Test
    void aGrantMayHoldFewerScopesThanWereAskedFor() throws Exception {
        fake.tokens().withhold(Set.of("spark:calls_read"));
        String code = code(fake.alice().authorize(link("spark:calls_read spark:people_read", "s")));
        var granted = nobody.form("/access_token", codeGrant(code));
        assertEquals("spark:people_read", granted.text("scope"));
        Caller alice = new Caller(fake, granted.text("access_token"));
        assertEquals(200, alice.get("/people/me").status());
        assertEquals(403, alice.get("/telephony/calls").status());

        var refreshed = nobody.form("/access_token", refreshGrant(granted.text("refresh_token")));
        assertEquals("spark:people_read", refreshed.text("scope"), "it stays so until the next sign-in");
        fake.tokens().withhold(Set.of());
        String next = code(fake.alice().authorize(link("spark:calls_read spark:people_read", "s")));
        assertEquals(
                Set.of("spark:calls_read", "spark:people_read"),
                Set.of(nobody.form("/access_token", codeGrant(next))
                        .text("scope")
                        .split(" ")));
    }

    @Test
    void aRevokedConsentEndsEverything() {
        var grant = fake.alice().grant(Set.of("spark:people_read"));
        fake.tokens().revoke(fake.alice().person());
        assertEquals(
                401, new Caller(fake, grant.accessToken()).get("/people/me").status());
        assertOAuthError("invalid_grant", refreshGrant(grant.refreshToken()));
    }

    @Test
    void anExpiredTokenCanBeRefreshed() {
        var grant = fake.alice().grant(Set.of("spark:people_read"));
        fake.tokens().expire(fake.alice().person());
        assertEquals(
                401, new Caller(fake, grant.accessToken()).get("/people/me").status());
        assertEquals(
                200,
                nobody.form("/access_token", refreshGrant(grant.refreshToken())).status());
    }

    @Test
    void lifetimesCanBeChosen() {
        fake.tokens().lifetimes(Duration.ofMinutes(1), Duration.ofMinutes(2));
        var grant = fake.alice().grant(Set.of("spark:people_read"));
        clock.forward(Duration.ofMinutes(1));
        assertEquals(
                401, new Caller(fake, grant.accessToken()).get("/people/me").status());
    }

    @Test
    void aMissingButtonIsTold() {
        assertThrows(IllegalStateException.class, () -> fake.alice().authorize(fake.url() + "/authorize"));
    }

    private void assertOAuthError(String error, String form) {
        var answer = nobody.form("/access_token", form);
        assertEquals(400, answer.status());
        assertEquals(error, answer.text("error"));
    }

    private String link(String scopes, String state) {
        return fake.url() + "/authorize?response_type=code&client_id="
                + fake.integration().clientId() + "&redirect_uri=" + encode(REDIRECT) + "&scope=" + encode(scopes)
                + "&state=" + encode(state);
    }

    private String codeGrant(String code) {
        return "grant_type=authorization_code&" + credentials() + "&code=" + code + "&redirect_uri=" + encode(REDIRECT);
    }

    private String refreshGrant(String token) {
        return "grant_type=refresh_token&" + credentials() + "&refresh_token=" + token;
    }

    private String credentials() {
        return "client_id=" + fake.integration().clientId() + "&client_secret="
                + fake.integration().clientSecret();
    }

    private static String code(URI redirect) {
        return redirect.getRawQuery().replaceFirst("code=([^&]*).*", "$1");
    }

    private static String encode(String text) {
        return URLEncoder.encode(text, StandardCharsets.UTF_8);
    }
}
