package callbot;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.net.URI;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Where the bot is reached, what it asks users for, and that none of its secrets are told. */
class ConfigAddressesTest {

    @Test
    void aHostedBotIsReachedAtItsDomain() {
        Map<String, String> variables = ConfigTest.with("HEROKU_NAME", "my-app");
        assertEquals(
                Optional.of(URI.create("https://my-app.herokuapp.com")),
                Config.from(variables).publicUrl());
        variables.put("HEROKU_APP_DEFAULT_DOMAIN_NAME", "my-app-1234.herokuapp.com");
        assertEquals(
                Optional.of(URI.create("https://my-app-1234.herokuapp.com")),
                Config.from(variables).publicUrl());
        variables.put("WXC_CC_PUBLIC_URL", "https://bot.example.com/");
        assertEquals(
                Optional.of(URI.create("https://bot.example.com")),
                Config.from(variables).publicUrl());
    }

    @ParameterizedTest
    @CsvSource({
        "HEROKU_NAME,         my-app,                      https://my-app.herokuapp.com/redirect",
        "WXC_CC_PUBLIC_URL,   https://bot.example.com,     https://bot.example.com/redirect",
        "WXC_CC_PUBLIC_URL,   https://example.com/bot//,   https://example.com/bot/redirect",
        "WXC_CC_REDIRECT_URL, https://x.example.com/back,  https://x.example.com/back",
        "WXC_CC_REDIRECT_URL, https://x.example.com/back/, https://x.example.com/back/",
        "PORT,                7000,                        http://localhost:7000/redirect",
        "NGROK_HOST,          ngrok,                       http://localhost:6001/redirect"
    })
    void signInsEndWhereTheBotIsReachedUnlessSaidOtherwise(String name, String value, String redirect) {
        assertEquals(
                URI.create(redirect), Config.from(ConfigTest.with(name, value)).redirectUrl());
    }

    @ParameterizedTest
    @CsvSource({
        "WXC_CC_PUBLIC_URL, https://bot.example.com,     0.0.0.0",
        "WXC_CC_PUBLIC_URL, https://127.0.0.1.example.com, 0.0.0.0",
        "WXC_CC_PUBLIC_URL, http://127.0.0.1:8080,       127.0.0.1",
        "WXC_CC_PUBLIC_URL, http://localhost,            127.0.0.1",
        "NGROK_HOST,        ngrok:4040,                  0.0.0.0",
        "NGROK_HOST,        localhost:4040,              127.0.0.1",
        "WXC_CC_LISTEN,     192.168.1.2,                 192.168.1.2",
        "WXC_CC_LISTEN,     ::,                          '::'",
        "WXC_CC_LISTEN,     localhost,                   localhost",
        "PORT,              6001,                        127.0.0.1"
    })
    void nobodyButThisMachineReachesABotWhoseWayInIsHere(String name, String value, String address) {
        assertEquals(address, Config.from(ConfigTest.with(name, value)).listenOn());
    }

    @ParameterizedTest
    @ValueSource(strings = {"ngrok", "ngrok:4041", "my_ngrok:4040", "127.0.0.1:4040"})
    void ngrokHostMayNameAPort(String host) {
        assertEquals(
                Optional.of(host),
                Config.from(ConfigTest.with("NGROK_HOST", host)).ngrokHost());
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "spark:kms spark:calls_read",
                "spark:kms,spark:calls_read",
                "  spark:kms   spark:calls_read ",
                "spark%3Akms%20spark%3Acalls_read",
                "spark%3Akms+spark%3Acalls_read",
                "scope=spark%3Akms%20spark%3Acalls_read&state=set_state_here",
                "https://webexapis.com/v1/authorize?client_id=x&response_type=code"
                        + "&redirect_uri=http%3A%2F%2Flocalhost%3A6001%2Fredirect"
                        + "&scope=spark%3Akms%20spark%3Acalls_read&state=set_state_here"
            })
    void scopesAreTakenInEveryFormInWhichTheyAreShown(String given) {
        Config config = Config.from(ConfigTest.with("WXC_CC_INTEGRATION_CLIENT_SCOPES", given));
        assertEquals(
                List.of("spark:kms", "spark:calls_read"), config.integration().scopes());
    }

    @Test
    void secretsAreNeverShown() {
        Map<String, String> variables = ConfigTest.with(
                "WXC_CC_STATE_KEY", "s3aling" + ConfigTest.SECRET + ",0lder-s3aling" + ConfigTest.SECRET);
        variables.put("REDIS_URL", "rediss://us3r:passw0rd@redis.example.com:6380/1");
        String shown = Config.from(variables).toString();
        for (String secret : List.of("bot-t0ken", "s3cret", "s3aling", "us3r", "passw0rd")) {
            assertFalse(shown.contains(secret), shown);
        }
        assertFalse(Config.from(ConfigTest.with("PORT", "1")).toString().contains("s3cret"));
        assertTrue(shown.contains("rediss://redis.example.com"), shown);
    }

    @Test
    void problemsNeverQuoteWhatMayBeSecret() {
        Map<String, String> wrong = new HashMap<>();
        for (String name : ReadableVariables.all()) wrong.put(name, "://us3r:passw0rd@ x\\");
        String told = assertThrows(Config.InvalidException.class, () -> Config.from(wrong))
                .getMessage();
        assertFalse(told.contains("us3r") || told.contains("passw0rd"), told);
        assertTrue(told.lines().count() > 8, told);
    }
}
