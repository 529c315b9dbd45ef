package callbot;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import callbot.webex.Secret;
import java.net.URI;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import java.util.logging.Level;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class ConfigTest {

    static final String SECRET = "s3cret0123456789abcdef0123456789abcdef0123456789abcdef0123456789";

    private static final Map<String, String> LEAST = Map.of(
            "WXC_CC_BOT_ACCESS_TOKEN", "bot-t0ken",
            "WXC_CC_BOT_EMAIL", "robot@webex.bot",
            "WXC_CC_INTEGRATION_CLIENT_ID", "client-id",
            "WXC_CC_INTEGRATION_CLIENT_SECRET", SECRET);

    private static final List<String> DEFAULT_SCOPES = List.of(
            "spark:calls_read",
            "spark:calls_write",
            "spark:people_read",
            "spark:kms",
            "spark-admin:telephony_config_read");

    @Test
    void theFourThatHaveNoDefaultSuffice() {
        Config config = Config.from(LEAST);
        assertEquals(new Config.BotAccount(new Secret("bot-t0ken"), "robot@webex.bot", Optional.empty()), config.bot());
        assertEquals("client-id", config.integration().clientId());
        assertEquals(new Secret(SECRET), config.integration().clientSecret());
        assertEquals(DEFAULT_SCOPES, config.integration().scopes());
        assertEquals(Optional.empty(), config.publicUrl());
        assertEquals(Optional.empty(), config.ngrokHost());
        assertEquals(URI.create("http://localhost:6001/redirect"), config.redirectUrl());
        assertEquals(Optional.empty(), config.redis());
        assertEquals("callbot.state", config.stateFile().toString());
        assertEquals(List.of(new Secret(SECRET)), config.stateKeys());
        assertEquals(List.of(), config.admins());
        assertEquals(List.of(), config.allowed());
        assertEquals("127.0.0.1", config.listenOn());
        assertEquals(6001, config.port());
        assertEquals(Optional.empty(), config.webexProxy());
        assertEquals(List.of(), config.notes());
        assertEquals(URI.create("https://webexapis.com/v1"), config.webexApi());
        assertEquals(Level.INFO, config.logLevel());
    }

    @Test
    void tellsEverythingThatIsMissingAtOnceAndWhereToFindIt() {
        String told = problems(Map.of());
        assertEquals(4, told.lines().count(), told);
        for (String name : LEAST.keySet())
            assertTrue(told.contains("  - " + name + " is not set. Find it at https"), told);
    }

    @Test
    void tellsOfWrongAndMissingOnesTogether() {
        String told =
                problems(Map.of("PORT", "x", "WXC_CC_PUBLIC_URL", "x", "REDIS_URL", "x", "WXC_CC_LOG_LEVEL", "x"));
        assertEquals(8, told.lines().count(), told);
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            PORT                             | 0                      | number from 1 to 65535
            PORT                             | 65536                  | unset for 6001
            PORT                             | 123456                 | no port
            PORT                             | -1                     | no port
            PORT                             | s3cret                 | no port
            WXC_CC_PUBLIC_URL                | bot.example.com        | begins with https:// or http://
            WXC_CC_PUBLIC_URL                | ftp://bot.example.com  | names a host
            WXC_CC_PUBLIC_URL                | https://               | names a host
            WXC_CC_PUBLIC_URL                | https://a b            | names a host
            HEROKU_APP_DEFAULT_DOMAIN_NAME   | my app.example.com     | is not the name of a host
            HEROKU_APP_DEFAULT_DOMAIN_NAME   | https://x.example.com  | is not the name of a host
            HEROKU_NAME                      | my app                 | is not the name of a host
            WXC_CC_PUBLIC_URL                | https://u:p@example.com | Leave out user, password
            WXC_CC_PUBLIC_URL                | https://a_b.example.com | names a host that is none
            WXC_CC_PUBLIC_URL                | https://example.com/?x | Leave out user, password, ? and #
            WXC_CC_PUBLIC_URL                | https://example.com:99999 | names a host
            HEROKU_NAME                      | my_app                 | is not the name of a host
            NGROK_HOST                       | ng rok                 | is not the name of a host
            NGROK_HOST                       | http://ngrok:4040      | is not the name of a host
            WXC_CC_REDIRECT_URL              | /redirect              | begins with https://
            WXC_CC_REDIRECT_URL              | https://example.com    | plain path, such as /redirect
            WXC_CC_REDIRECT_URL              | https://example.com/   | plain path, such as /redirect
            WXC_CC_REDIRECT_URL              | https://example.com/*  | plain path, such as /redirect
            WXC_CC_REDIRECT_URL              | https://example.com/webhook/ | answers something else
            WXC_CC_REDIRECT_URL              | https://example.com/ready | answers something else
            WXC_CC_REDIRECT_URL              | https://example.com/redirect?a=b | Leave out
            WXC_CC_REDIRECT_URL              | https://example.com/redirect#a | Leave out
            WXC_CC_LISTEN                    | eth0                   | not an IP address
            WXC_CC_LISTEN                    | 127.0.0.1:6001         | not an IP address
            WXC_CC_STATE_FILE                | ~/state.json           | Write the whole path
            REDIS_URL                        | redis://passw0rd@redis | ://:password@host
            REDIS_URL                        | redis://redis/state    | no number of a database
            REDIS_URL                        | redis://:a/b@redis     | such as %40 for @
            REDIS_HOST                       | :s3cret@redis          | is not the name of a host
            HTTPS_PROXY                      | https://proxy:3128     | http://host:port, without user and password
            HTTPS_PROXY                      | http://u:p@proxy:3128  | without user and password
            HTTPS_PROXY                      | socks5://proxy         | Name Webex's host in NO_PROXY
            WXC_CC_ALLOWED                   | ana                    | neither an e-mail address
            WXC_CC_ALLOWED                   | *                      | neither an e-mail address
            WXC_CC_ALLOWED                   | example.com;example.org | neither an e-mail address
            WXC_CC_ALLOWED                   | https://example.com    | neither an e-mail address
            WXC_CC_ALLOWED                   | ana@example@com        | neither an e-mail address
            WXC_CC_ADMINS                    | example.com            | no e-mail address
            WXC_CC_BOT_EMAIL                 | robot                  | not an e-mail address
            REDIS_HOST                       | red is                 | is not the name of a host
            REDIS_HOST                       | redis://redis:6379     | is not the name of a host
            REDIS_TLS_URL                    | redis://redis          | begins with rediss://
            REDIS_URL                        | http://redis           | begins with redis:// or rediss://
            REDIS_TLS_VERIFY                 | maybe                  | neither true nor false
            WEBEX_API_URL                    | webexapis.com/v1       | begins with https:// or http://
            WXC_CC_LOG_LEVEL                 | LOUD                   | not one of DEBUG, INFO, WARNING, ERROR
            WXC_CC_INTEGRATION_CLIENT_SCOPES | everything             | not a list of scopes such as "spark:calls_read
            WXC_CC_INTEGRATION_CLIENT_SCOPES | %zz                    | not a list of scopes
            """)
    void saysWhatIsWrongWithOneAndHowItShouldBe(String name, String value, String cure) {
        String told = problems(with(name, value));
        assertEquals(1, told.lines().count(), told);
        assertTrue(told.startsWith("  - " + name + " ") && told.contains(cure), told);
        assertFalse(told.contains("s3cret") || told.contains("passw0rd"), told);
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "  ", "\t"})
    void whatIsEmptyIsNotSet(String empty) {
        Map<String, String> all = new HashMap<>(LEAST);
        for (String name : ReadableVariables.all()) all.putIfAbsent(name, empty);
        assertEquals(Config.from(LEAST), Config.from(all));
        assertEquals(
                4,
                problems(new HashMap<>(Map.of("WXC_CC_BOT_EMAIL", empty)))
                        .lines()
                        .count());
    }

    @Test
    void blanksAroundAValueDoNotCount() {
        assertEquals(Config.from(with("PORT", "7000")), Config.from(with("PORT", " 7000 ")));
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            cache                | redis://cache
            cache:6380           | redis://cache:6380
            my_cache:6380        | redis://my_cache:6380
            127.0.0.1            | redis://127.0.0.1
            [::1]:6380           | redis://[::1]:6380
            """)
    void redisHostMayNameAPort(String host, String address) {
        assertEquals(
                URI.create(address),
                Config.from(with("REDIS_HOST", host)).redis().orElseThrow().address());
    }

    @Test
    void ofTheVariablesForRedisTheFirstCounts() {
        Map<String, String> all = new HashMap<>(with("REDIS_URL", "redis://third:1"));
        Function<Config, String> host =
                config -> config.redis().orElseThrow().address().getHost();
        assertEquals("third", host.apply(Config.from(all)));
        all.put("REDIS_TLS_URL", "rediss://second:2");
        assertEquals("second", host.apply(Config.from(all)));
        all.put("REDIS_HOST", "first");
        assertEquals("first", host.apply(Config.from(all)));
    }

    @ParameterizedTest
    @CsvSource({"true,true", "YES,true", "1,true", "'',true", "false,false", "No,false", "0,false"})
    void certificatesAreVerifiedUnlessSwitchedOff(String given, boolean verified) {
        Map<String, String> variables = new HashMap<>(with("REDIS_URL", "rediss://redis"));
        variables.put("REDIS_TLS_VERIFY", given);
        assertEquals(verified, Config.from(variables).redis().orElseThrow().verifyTls());
    }

    @ParameterizedTest
    @CsvSource({"DEBUG,FINE", "INFO,INFO", "WARNING,WARNING", "ERROR,SEVERE"})
    void logLevelsAreNamedAsUsual(String given, String level) {
        assertEquals(
                Level.parse(level), Config.from(with("WXC_CC_LOG_LEVEL", given)).logLevel());
    }

    @Test
    void listsAreSeparatedByCommasOrBlanks() {
        List<String> expected = List.of("example.com", "ana@example.org", "b@c.d");
        assertEquals(
                expected,
                Config.from(with("WXC_CC_ALLOWED", "example.com, ana@example.org b@c.d,"))
                        .allowed());
        assertEquals(
                List.of("z@example.com", "ana@example.org", "b@c.d"),
                Config.from(with("WXC_CC_ADMINS", "z@example.com,Ana@example.org,,b@c.d"))
                        .admins());
    }

    @Test
    void theFirstOfSeveralStateKeysSeals() {
        String newer = "a new one " + SECRET;
        String older = "an old one " + SECRET;
        assertEquals(
                List.of(new Secret(newer), new Secret(older)),
                Config.from(with("WXC_CC_STATE_KEY", newer + ", " + older + ","))
                        .stateKeys());
        assertEquals(
                List.of(new Secret(SECRET)),
                Config.from(with("WXC_CC_STATE_KEY", " , ")).stateKeys());
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "0123456789abcdef0123456789abcde",
                "aaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaa",
                "0123456789012345678901234567890123456789",
                "abcdefghijklmnopabcdefghijklmnop",
                "aababbbaabaabbabaabbabababbbabbaabbaba",
            })
    void aStateKeyThatCanBeGuessedIsRefused(String weak) {
        for (String keys : List.of(weak, SECRET + "," + weak)) {
            String told = problems(with("WXC_CC_STATE_KEY", keys));
            assertTrue(told.contains("WXC_CC_STATE_KEY is too easy to guess. Give at least 32 random char"), told);
        }
    }

    @Test
    void aClientSecretThatCanBeGuessedIsNoKey() {
        Map<String, String> variables = with("WXC_CC_INTEGRATION_CLIENT_SECRET", "x");
        assertTrue(problems(variables).contains("WXC_CC_STATE_KEY is not set, and the client secret"));
        variables.put("WXC_CC_STATE_KEY", SECRET);
        assertEquals(new Secret("x"), Config.from(variables).integration().clientSecret());
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', quoteCharacter = '^', textBlock = """
            \u201cs3cret\u201d | typographic quotation mark
            "s3cret"             | a quotation mark
            's3cret              | a quotation mark
            s3\u2013cret        | a dash where there was a hyphen
            s3cret\u00a0        | a blank or a line break
            s3 cret              | a blank or a line break
            s3\\ncret            | a blank or a line break
            s3\u200bcret        | cannot be seen
            s3cret\u2026        | three dots
            s3cret...            | three dots
            <s3cret>             | an angle bracket
            s3cr\u00e9t         | not ASCII
            """)
    void whatACopyHasSpoiledIsNamedWithoutBeingShown(String spoiled, String fault) {
        String value = spoiled.translateEscapes();
        for (String name : List.of(
                "WXC_CC_BOT_ACCESS_TOKEN", "WXC_CC_INTEGRATION_CLIENT_ID", "WXC_CC_INTEGRATION_CLIENT_SECRET")) {
            Map<String, String> variables = with(name, value);
            variables.put("WXC_CC_STATE_KEY", SECRET);
            String told = problems(variables);
            assertTrue(told.startsWith("  - " + name + " holds ") && told.contains(fault), told);
            assertFalse(told.contains("s3") || told.contains("cret"), told);
        }
    }

    @Test
    void theWordBearerIsNoPartOfAToken() {
        assertEquals(
                new Secret("abc"),
                Config.from(with("WXC_CC_BOT_ACCESS_TOKEN", "Bearer abc")).bot().accessToken());
    }

    @Test
    void peopleAreListedInTheUsualForms() {
        assertEquals(
                List.of(
                        "example.com",
                        "example.com",
                        "example.com",
                        ".example.com",
                        "ana@example.com",
                        "sub.example.com"),
                Config.from(
                                with(
                                        "WXC_CC_ALLOWED",
                                        "EXAMPLE.COM, @example.com *@Example.com *.example.com Ana@Example.com sub.example.com"))
                        .allowed());
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            REDIS_URL | redis://h:passw0rd@redis | names a user beside the password
            REDIS_URL | redis://redis/99         | names a database that Redis has only if it is told to
            """)
    void whatWorksAndMayBeAMistakeIsNoted(String name, String value, String note) {
        List<String> notes = Config.from(with(name, value)).notes();
        assertTrue(notes.size() == 1 && notes.getFirst().startsWith(name + " " + note), notes.toString());
        assertFalse(notes.getFirst().contains("passw0rd"), notes.toString());
    }

    @ParameterizedTest
    @ValueSource(
            strings = {"redis://redis", "redis://:pw@redis/15", "redis://default:pw@redis:6379/0", "rediss://redis/"})
    void anOrdinaryAddressOfRedisIsNotNoted(String address) {
        assertEquals(List.of(), Config.from(with("REDIS_URL", address)).notes());
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            HTTPS_PROXY | http://proxy:3128 |                      | http://proxy:3128
            https_proxy | proxy:3128        |                      | http://proxy:3128
            HTTPS_PROXY | http://proxy:3128 | localhost,.example.com | http://proxy:3128
            HTTPS_PROXY | http://proxy:3128 | a.b, webexapis.com   |
            HTTPS_PROXY | http://proxy:3128 | .webexapis.com:443   |
            HTTPS_PROXY | any nonsense      | *                    |
            """)
    void webexIsReachedThroughTheProxyUnlessItIsAnException(String name, String proxy, String except, String used) {
        Map<String, String> variables = with(name, proxy);
        if (except != null) variables.put("NO_PROXY", except);
        assertEquals(
                Optional.ofNullable(used).map(URI::create),
                Config.from(variables).webexProxy());
    }

    static Map<String, String> with(String name, String value) {
        Map<String, String> variables = new HashMap<>(LEAST);
        variables.put(name, value);
        return variables;
    }

    private static String problems(Map<String, String> variables) {
        String told = assertThrows(Config.InvalidException.class, () -> Config.from(variables))
                .getMessage();
        assertFalse(told.isBlank());
        return told;
    }
}
