package callbot;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import callbot.check.Checkup;
import callbot.check.Finding;
import callbot.check.Finding.Result;
import callbot.http.Response;
import callbot.http.Route;
import callbot.http.WebServer;
import callbot.sandbox.webex.FakeWebex;
import callbot.store.StateStore;
import callbot.testing.RealRedis;
import callbot.testing.TlsRedis;
import callbot.tunnel.NgrokTunnel;
import callbot.tunnel.PublicUrl;
import java.io.IOException;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.SecureRandom;
import java.time.Clock;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** What {@code check} finds when one thing is wrong, and that it says nothing when nothing is. */
class CheckTest {

    private static final String REDIRECT = "https://bot.example.com/redirect";
    private static final Checkup.Java GOOD_JAVA = new Checkup.Java(25, 96 << 20);
    private static final String KEY = "state-key-of-32-characters-or-more";

    @TempDir
    private Path directory;

    private final Map<String, String> variables = new HashMap<>();
    private Checkup.Java java = GOOD_JAVA;
    private Clock clock = Clock.systemUTC();
    private FakeWebex webex;
    private final List<Bot> bots = new ArrayList<>();

    @BeforeEach
    void prepare() throws IOException {
        webex = FakeWebex.start(Clock.systemUTC());
        webex.allowRedirect(REDIRECT);
        int port = RealRedis.freePort();
        variables.putAll(Map.of(
                "WXC_CC_BOT_ACCESS_TOKEN", webex.botToken(),
                "WXC_CC_BOT_EMAIL", webex.bot().email(),
                "WXC_CC_INTEGRATION_CLIENT_ID", webex.integration().clientId(),
                "WXC_CC_INTEGRATION_CLIENT_SECRET", webex.integration().clientSecret(),
                "WXC_CC_REDIRECT_URL", REDIRECT,
                "WXC_CC_PUBLIC_URL", "http://127.0.0.1:" + port,
                "WXC_CC_STATE_FILE", directory.resolve("callbot.state").toString(),
                "WXC_CC_STATE_KEY", KEY,
                "WEBEX_API_URL", webex.url(),
                "PORT", Integer.toString(port)));
    }

    @AfterEach
    void end() {
        bots.forEach(bot -> bot.stop(Duration.ZERO));
        webex.close();
    }

    @Test
    void aGoodSetUpIsAllGood() {
        assertEquals(List.of(), check(Result.BAD, Result.ODD, Result.UNKNOWN));
        assertFalse(Files.exists(directory.resolve("callbot.state")), "a check begins no state");
    }

    @Test
    void aGoodSetUpWithRedisIsAllGood() {
        try (RealRedis redis = RealRedis.with()) {
            variables.put("REDIS_URL", redis.address().toString());
            assertEquals(List.of(), check(Result.BAD, Result.ODD, Result.UNKNOWN));
        }
    }

    @Test
    void aBotThatRunsIsAllGood() throws IOException {
        start();
        assertEquals(List.of(), check(Result.BAD, Result.ODD, Result.UNKNOWN));
    }

    @ParameterizedTest(name = "{0}={1}")
    @CsvSource({
        "WXC_CC_BOT_ACCESS_TOKEN,          another-token,               bot token,    regenerate it",
        "WXC_CC_BOT_EMAIL,                 other@webex.bot,             bot token,    belongs to",
        "WXC_CC_INTEGRATION_CLIENT_SECRET, wrong-secret-with-32-letters-x, integration, copy the client id and secret again",
        "WXC_CC_REDIRECT_URL,              https://b.example.com/other, sign-in link, register exactly",
        "WXC_CC_INTEGRATION_CLIENT_SCOPES, spark:calls_read spark:people_read spark:calls_write spark:x, sign-in link, refuses the scopes",
        "WXC_CC_INTEGRATION_CLIENT_SCOPES, spark:calls_read spark:people_read, scopes, spark:calls_write",
        "WXC_CC_STATE_FILE,                /nowhere/at/all/state,       state file,   There is no directory",
        "WXC_CC_PUBLIC_URL,                http://127.0.0.1:1,          address,      Nobody answers at",
        "REDIS_URL,                        redis://127.0.0.1:1,         redis,        cannot be reached",
    })
    void aWrongSettingIsFound(String name, String value, String topic, String words) {
        variables.put(name, value);
        assertOnlyBad(topic, words);
    }

    @Test
    void aWrongClientIdIsFound() {
        variables.put("WXC_CC_INTEGRATION_CLIENT_ID", "C0000");
        List<String> topics =
                run().stream().filter(Finding::isBad).map(Finding::topic).toList();
        assertEquals(List.of("integration", "sign-in link"), topics);
    }

    @Test
    void aPersonsTokenIsToldFromABots() {
        variables.put("WXC_CC_BOT_ACCESS_TOKEN", webex.alice().personalToken());
        variables.put("WXC_CC_BOT_EMAIL", webex.alice().person().email());
        assertHas(Result.ODD, "bot token", "does not look like a bot");
    }

    @Test
    void aRedirectToThisMachineIsPointedOut() {
        webex.allowLocalRedirects();
        variables.put("WXC_CC_REDIRECT_URL", "http://localhost:6001/redirect");
        assertHas(Result.ODD, "redirect", "only in a browser on this machine");
    }

    @Test
    void withoutWebexTheRestIsStillLookedAt() {
        variables.put("WEBEX_API_URL", "http://127.0.0.1:1/v1");
        assertOnlyBad("webex", "Nobody answers");
        assertHas(Result.UNKNOWN, "bot token", "Only Webex can say");
        assertHas(Result.GOOD, "address", "leads here");
    }

    @ParameterizedTest
    @CsvSource({"120, ahead of", "-120, behind"})
    void aClockThatIsWrongIsFound(long seconds, String words) {
        clock = Clock.offset(clock, Duration.ofSeconds(seconds));
        assertOnlyBad("clock", words);
    }

    @Test
    void anOldJavaAndASmallHeapAreFound() {
        java = new Checkup.Java(21, 64 << 20);
        assertOnlyBad("heap", "-Xmx96m");
        assertHas(Result.ODD, "java", "Java 21");
    }

    @Test
    void aStateFileThatIsNoneIsFound() throws IOException {
        Files.writeString(directory.resolve("callbot.state"), "this is none");
        assertOnlyBad("state file", "damaged");
    }

    @Test
    void anotherStateKeyThanThatOfTheStateIsFound() throws IOException {
        start().stop(Bot.PATIENCE);
        assertHas(Result.GOOD, "state key", "It opens");
        variables.put("WXC_CC_STATE_KEY", "another-key-of-32-characters-or-more," + KEY);
        assertHas(Result.GOOD, "state key", "It opens");
        variables.put("WXC_CC_STATE_KEY", "another-key-of-32-characters-or-more");
        assertOnlyBad("state key", "behind the one in WXC_CC_STATE_KEY");
    }

    @Test
    void aRedisThatForgetsIsFound() {
        try (RealRedis redis = RealRedis.with("--maxmemory-policy", "allkeys-lru")) {
            variables.put("REDIS_URL", redis.address().toString());
            assertOnlyBad("redis", "allkeys-lru");
        }
    }

    @Test
    void aRedisThatDoesNotKnowThePasswordIsFound() {
        try (RealRedis redis = RealRedis.with("--requirepass", "passw0rd")) {
            variables.put("REDIS_URL", "redis://:wr0ngpassw0rd@127.0.0.1:" + redis.port());
            assertOnlyBad("redis", "refuses the bot");
            variables.put("REDIS_URL", redis.address().toString());
            assertOnlyBad("redis", "must name a password");
        }
    }

    @Test
    void aRedisUserWithTooFewRightsIsFoundAndOneThatMayNotAskForTheVersionIsNot() {
        String users =
                "--user bot on >passw0rd ~callbot:* +get +mget +set +del +pttl +scan +eval +evalsha +time +zadd +zrem"
                        + " +zrange +zremrangebyscore +persist +pexpire +hello +select +ping"
                        + " --user reader on >passw0rd ~callbot:* +get +set";
        try (RealRedis redis = RealRedis.with(users.split(" "))) {
            String at = ":passw0rd@127.0.0.1:" + redis.port();
            variables.put("REDIS_URL", "redis://bot" + at);
            assertHas(Result.GOOD, "redis", "not told to this user");
            variables.put("REDIS_URL", "redis://reader" + at);
            assertOnlyBad("redis", "refuses the bot");
        }
    }

    @Test
    void aCertificateThatNobodyHasSignedIsFound() {
        try (TlsRedis redis = TlsRedis.in(directory)) {
            variables.put("REDIS_URL", redis.address().toString());
            assertOnlyBad("redis", "REDIS_TLS_VERIFY=false");
            variables.put("REDIS_TLS_VERIFY", "false");
            assertEquals(List.of(), check(Result.BAD, Result.UNKNOWN));
        }
    }

    @Test
    void anAddressThatLeadsElsewhereIsFound() throws IOException {
        Route route = new Route("GET", "/health", request -> Response.text(200, "I am somebody else."));
        try (WebServer other = WebServer.start("127.0.0.1", 0, List.of(route))) {
            variables.put("WXC_CC_PUBLIC_URL", "http://127.0.0.1:" + other.port());
            assertOnlyBad("address", "somebody else answers");
        }
    }

    @Test
    void anotherCopyOfTheBotIsFound() throws IOException {
        Bot other = start();
        int port = RealRedis.freePort();
        variables.putAll(Map.of(
                "PORT", Integer.toString(port),
                "WXC_CC_PUBLIC_URL", "http://127.0.0.1:" + port,
                "WXC_CC_STATE_FILE", directory.resolve("other.state").toString()));
        assertOnlyBad("webhooks", "another copy of this bot, which is alive");
        other.stop(Duration.ZERO);
        assertHas(Result.ODD, "webhooks", "where nobody answers");
    }

    @Test
    void webhooksThatAreMissingOrSwitchedOffAreFound() throws IOException {
        start().stop(Duration.ZERO);
        variables.put("WXC_CC_STATE_FILE", directory.resolve("other.state").toString()); // who was killed has it still
        try (Visitor visitor = new Visitor()) {
            Hooks hooks = new Hooks(visitor, URI.create(webex.url() + "/webhooks"), webex.botToken());
            hooks.delete(hooks.list().getFirst());
            assertOnlyBad("webhooks", "There are 2 of 3");
        }
        webex.deactivateWebhooks(webex.bot());
        assertOnlyBad("webhooks", "switched them off");
    }

    @Test
    void aTunnelThatIsNotThereIsFound() {
        Config config = Config.from(variables);
        PublicUrl tunnel = NgrokTunnel.at("127.0.0.1:1", config.port(), Duration.ofMillis(10));
        try (Checkup checkup = new Checkup(config, tunnel, java, clock)) {
            Finding bad = checkup.findings().stream()
                    .filter(Finding::isBad)
                    .findFirst()
                    .orElseThrow();
            assertEquals("address", bad.topic());
            assertTrue(bad.cure().contains("ngrok"), bad.cure());
        }
    }

    private Bot start() throws IOException {
        bots.add(Bot.start(Config.from(variables), Clock.systemUTC(), new SecureRandom(), (StateStore store) -> store));
        return bots.getLast();
    }

    private void assertOnlyBad(String topic, String words) {
        List<Finding> bad = run().stream().filter(Finding::isBad).toList();
        assertEquals(List.of(topic), bad.stream().map(Finding::topic).toList(), bad.toString());
        assertTrue(bad.getFirst().toText().contains(words), bad.toString());
        assertFalse(bad.getFirst().cure().isEmpty(), bad.toString());
    }

    private void assertHas(Result result, String topic, String words) {
        List<Finding> findings = run();
        assertTrue(
                findings.stream()
                        .anyMatch(finding -> finding.result() == result
                                && finding.topic().equals(topic)
                                && finding.what().contains(words)),
                findings.toString());
    }

    private List<Finding> check(Result... wanted) {
        return run().stream()
                .filter(finding -> List.of(wanted).contains(finding.result()))
                .toList();
    }

    /** All that a check finds; none of it names a secret. */
    private List<Finding> run() {
        Config config = Config.from(variables);
        PublicUrl address = PublicUrl.fixed(config.publicUrl().orElseThrow());
        try (Checkup checkup = new Checkup(config, address, java, clock)) {
            List<Finding> findings = checkup.findings();
            for (Finding finding : findings) {
                String told = finding.toText() + finding.toJson();
                for (String name :
                        List.of("WXC_CC_BOT_ACCESS_TOKEN", "WXC_CC_INTEGRATION_CLIENT_SECRET", "WXC_CC_STATE_KEY"))
                    assertFalse(told.contains(variables.get(name)), told);
                assertFalse(told.contains("passw0rd"), told);
            }
            return findings;
        }
    }
}
