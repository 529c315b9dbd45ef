package callbot.webex;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertThrows;

import java.net.URI;
import java.time.Duration;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class OAuthTest {

    private static final String GRANT = """
            {"access_token": "A", "expires_in": 1209599, "refresh_token": "R", "refresh_token_expires_in": 7776000,
             "token_type": "Bearer", "scope": "spark:calls_read"}""";

    private final ScriptedWebex webex = new ScriptedWebex();
    private final OAuth oauth = new OAuth(
            webex.client,
            new OAuth.Integration("C1&2", new Secret("s=c"), List.of("spark:calls_read", "spark:calls_write")),
            URI.create("https://bot.example/redirect"));

    @AfterEach
    void close() {
        webex.close();
    }

    @Test
    void theLinkForTheBrowserCarriesWhatTheContractAsksFor() {
        String link = oauth.authorizeLink("st at&e").toString();

        assertEquals(
                webex.base() + "/authorize?response_type=code&client_id=C1%262"
                        + "&redirect_uri=https%3A%2F%2Fbot.example%2Fredirect"
                        + "&scope=spark%3Acalls_read+spark%3Acalls_write&state=st+at%26e",
                link);
    }

    @Test
    void aCodeIsExchanged() throws Exception {
        webex.answer(200, GRANT);

        OAuth.Grant grant = oauth.exchange(new Secret("c/d"));

        assertEquals(
                new OAuth.Grant(
                        new Secret("A"),
                        Duration.ofSeconds(1209599),
                        Optional.of(new Secret("R")),
                        Optional.of(Duration.ofDays(90)),
                        Optional.of(Set.of("spark:calls_read"))),
                grant);
        var request = webex.request();
        assertEquals("POST /v1/access_token", request.getMethod() + " " + request.getTarget());
        assertEquals(
                Set.of(
                        "grant_type=authorization_code",
                        "code=c%2Fd",
                        "redirect_uri=https%3A%2F%2Fbot.example%2Fredirect",
                        "client_id=C1%262",
                        "client_secret=s%3Dc"),
                fields(ScriptedWebex.body(request)));
        assertNull(request.getHeaders().get("Authorization"));
        assertEquals(List.of(), webex.violations(request, 200, GRANT));
    }

    @Test
    void aTokenIsRefreshed() throws Exception {
        webex.answer(200, GRANT);

        oauth.refresh(new Secret("R"));

        var request = webex.properRequest();
        assertEquals(
                Set.of("grant_type=refresh_token", "refresh_token=R", "client_id=C1%262", "client_secret=s%3Dc"),
                fields(ScriptedWebex.body(request)));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "{\"access_token\": \"A\", \"expires_in\": 60}",
                "{\"access_token\": \"A\", \"expires_in\": 60, \"refresh_token\": null, \"refresh_token_expires_in\": null}"
            })
    void anAnswerMayLeaveTheRefreshTokenAsItIs(String answer) {
        webex.answer(200, answer);

        assertEquals(
                new OAuth.Grant(
                        new Secret("A"), Duration.ofMinutes(1), Optional.empty(), Optional.empty(), Optional.empty()),
                oauth.refresh(new Secret("R")));
    }

    @Test
    void whereNothingIsSaidOfScopesAllIsGrantedThatWasAskedFor() {
        webex.answer(200, "{\"access_token\": \"A\", \"expires_in\": 60}");

        assertEquals(
                Optional.of(Set.of("spark:calls_read", "spark:calls_write")),
                oauth.exchange(new Secret("c")).scopes());
    }

    @ParameterizedTest
    @ValueSource(strings = {"{}", "{\"access_token\": \"\"}", "{\"access_token\": []}", "{\"access_token\": null}"})
    void anAnswerWithoutTokenIsNone(String answer) {
        webex.answer(200, answer);

        assertThrows(WebexException.Unanswered.class, () -> oauth.refresh(new Secret("R")));
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '`',
            value = {
                "400 | {'error':'invalid_grant','error_description':'The refresh token is over'}            | true",
                "401 | {'error':'invalid_grant'}                                                            | true",
                "400 | {'message':'invalid_grant','trackingId':'T'}                                         | true",
                "400 | {'message':'No.','errors':[{'description':'invalid_grant: gone'}],'trackingId':'T'}  | true",
                "400 | {'message':'invalid_grant','errors':[{'description':'It is over.'}],'trackingId':'T'} | true",
                "400 | {'error':'invalid_client'}                                                           | false",
                "401 | {'error':'invalid_client'}                                                           | false",
                "400 | {'error':'invalid_request','error_description':'x'}                                  | true",
                "400 | {'message':'invalid_request','errors':[{'description':'It is bad.'}],'trackingId':'T'} | true",
                "400 | {'error':'unauthorized_client'}                                                      | false",
                "400 | {'error':'invalid_scope','error_description':'not an invalid_grant'}                 | false",
                "403 | {'error':'invalid_grant'}                                                            | false",
                "500 | {'error':'invalid_grant'}                                                            | false",
                "400 | <html>                                                                               | false",
                "401 | ``                                                                                   | false",
            })
    void onlyAnInvalidTokenEndsAPermission(int status, String body, boolean ended) {
        webex.answer(status, body.replace('\'', '"'));

        var failure = assertThrows(WebexException.class, () -> oauth.refresh(new Secret("R")));

        assertEquals(ended, OAuth.meansPermissionEnded(failure));
    }

    @Test
    void silenceAndAbsenceDoNotEndAPermission() {
        assertFalse(OAuth.meansPermissionEnded(new WebexException.Unanswered("invalid_grant", "1")));
        assertFalse(OAuth.meansPermissionEnded(new WebexException.Unreachable("invalid_grant", "1")));
    }

    private static Set<String> fields(String form) {
        return new TreeSet<>(Arrays.asList(form.split("&")));
    }

    @Test
    void whatIsOddInAGrantCostsNoMoreThanItself() {
        webex.answer(200, """
                {"access_token": "A", "expires_in": 9223372036854775807, "refresh_token": "", "refresh_token_expires_in": -1,
                 "scope": "spark:calls_read spark:calls_read"}""");

        OAuth.Grant grant = oauth.exchange(new Secret("code"));

        assertEquals(
                new OAuth.Grant(
                        new Secret("A"),
                        Duration.ofDays(3650),
                        Optional.empty(),
                        Optional.of(Duration.ZERO),
                        Optional.of(Set.of("spark:calls_read"))),
                grant);
    }

    /** No header could carry it, and whatever refuses it quotes it. */
    @ParameterizedTest
    @ValueSource(strings = {"", " ", "canary\\nToken", "canary\\u200b"})
    void aTokenThatCannotBeSentIsNone(String token) {
        webex.answer(200, "{\"access_token\": \"" + token + "\", \"expires_in\": 10}");

        var failure = assertThrows(WebexException.Unanswered.class, () -> oauth.exchange(new Secret("code")));

        assertEquals(
                "Webex did not answer: what came cannot be read: \"access_token\" is missing", failure.getMessage());
    }
}
