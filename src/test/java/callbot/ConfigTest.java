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

    private static final Map<String, String> LEAST = Map.of(
            "WXC_CC_BOT_ACCESS_TOKEN", "bot-t0ken",
            "WXC_CC_BOT_EMAIL", "robot@webex.bot",
            "WXC_CC_INTEGRATION_CLIENT_ID", "client-id",
            "WXC_CC_INTEGRATION_CLIENT_SECRET", "client-s3cret");

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
        assertEquals(new Secret("client-s3cret"), config.integration().clientSecret());
        assertEquals(DEFAULT_SCOPES, config.integration().scopes());
        assertEquals(Optional.empty(), config.publicUrl());
        assertEquals(Optional.empty(), config.ngrokHost());
        assertEquals(URI.create("http://localhost:6001/redirect"), config.redirectUrl());
        assertEquals(Optional.empty(), config.redis());
        assertEquals("callbot-state.json", config.stateFile().toString());
        assertEquals(List.of(new Secret("client-s3cret")), config.stateKeys());
        assertEquals(List.of(), config.admins());
        assertEquals(List.of(), config.allowed());
        assertEquals(6001, config.port());
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
            PORT                             | http                   | "http", which is no port
            WXC_CC_PUBLIC_URL                | bot.example.com        | begins with https:// or http://
            WXC_CC_PUBLIC_URL                | ftp://bot.example.com  | names a host
            WXC_CC_PUBLIC_URL                | https://               | names a host
            WXC_CC_PUBLIC_URL                | https://a b            | names a host
            HEROKU_APP_DEFAULT_DOMAIN_NAME   | my app.example.com     | is not the name of a host
            HEROKU_APP_DEFAULT_DOMAIN_NAME   | https://x.example.com  | is not the name of a host
            HEROKU_NAME                      | my app                 | is not the name of a host
            HEROKU_NAME                      | my_app                 | is not the name of a host
            NGROK_HOST                       | ng rok                 | is not the name of a host
            NGROK_HOST                       | http://ngrok:4040      | is not the name of a host
            WXC_CC_REDIRECT_URL              | /redirect              | begins with https://
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
        assertTrue(told.startsWith("  - " + name + " is ") && told.contains(cure), told);
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
                expected,
                Config.from(with("WXC_CC_ADMINS", "example.com,ana@example.org,,b@c.d"))
                        .admins());
    }

    @Test
    void theFirstOfSeveralStateKeysSeals() {
        String newer = "a new one " + "x".repeat(32);
        String older = "an old one " + "x".repeat(32);
        assertEquals(
                List.of(new Secret(newer), new Secret(older)),
                Config.from(with("WXC_CC_STATE_KEY", newer + ", " + older + ","))
                        .stateKeys());
        assertEquals(
                List.of(new Secret("client-s3cret")),
                Config.from(with("WXC_CC_STATE_KEY", " , ")).stateKeys());
    }

    @Test
    void aStateKeyThatCanBeGuessedIsRefused() {
        String told = problems(with("WXC_CC_STATE_KEY", "x".repeat(31)));
        assertTrue(told.contains("WXC_CC_STATE_KEY is too easy to guess. Give at least 32 characters"), told);
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
