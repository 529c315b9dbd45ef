package callbot;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import callbot.json.Json;
import callbot.sandbox.messaging.ChatMessage;
import callbot.sandbox.webex.FakeWebex;
import callbot.testing.Eventually;
import callbot.testing.TlsRedis;
import java.io.IOException;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicReference;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The bot as Heroku runs it: with a dyno's variables and memory, behind its router, with its Redis, in two copies at times. */
class HerokuTest {

    private static final String DOMAIN = "callbot-0123456789ab.herokuapp.com";

    /** What the buildpack makes of a dyno's 512 MB. */
    private static final String SMALL_DYNO = "-Xmx300m -Xss512k -XX:CICompilerCount=2 -Dfile.encoding=UTF-8";

    private static final String GOOD_SECRET = "k3Jx0Qe8vT5mZr1Lw9Ys4Bd7Hn2Pc6Fa";

    @TempDir
    private Path directory;

    @Test
    void itAnswersEachMessageOnceWhileOneDynoTakesOverFromAnother() throws IOException {
        AtomicReference<BotProcess> routed = new AtomicReference<>();
        try (TlsRedis redis = TlsRedis.in(directory);
                FakeWebex webex = FakeWebex.start(Clock.systemUTC());
                Visitor visitor = new Visitor()) {
            webex.deliveries()
                    .reachThrough(address -> Optional.of(address)
                            .filter(asked -> DOMAIN.equals(asked.getHost()))
                            .map(asked -> routed.get().address(asked.getPath())));
            try (BotProcess first = dyno(webex, redis.address())) {
                routed.set(first);
                awaitReady(first, visitor);
                webex.alice().say("/echo to the first");
                awaitAnswer(webex, "to the first");
                try (BotProcess second = dyno(webex, redis.address())) {
                    awaitReady(second, visitor);
                    webex.alice().say("/echo to both");
                    routed.set(second);
                    first.askToEnd();
                    first.askToEnd(); // Heroku may say it several times
                    webex.alice().say("/echo to the second");
                    awaitAnswer(webex, "to the second");
                    assertEquals(143, first.awaitEnd(), first.output());
                    awaitAnswer(webex, "to both");
                    assertEquals(
                            List.of("to both", "to the first", "to the second"),
                            answers(webex).stream().sorted().toList());
                    for (BotProcess bot : List.of(first, second))
                        assertFalse(bot.output().matches("(?s).* (SEVERE|ERROR) .*"), bot.output());
                }
            }
        }
    }

    @Test
    void theButtonAsksForWhatTheBotReadsAndForNothingThatItCanDoWithout() throws IOException {
        Json asked = Json.parse(Files.readString(Path.of("app.json"))).at("env");
        List<String> known = ReadableVariables.all();
        assertTrue(known.containsAll(asked.names()), asked.names()::toString);

        Map<String, String> filledIn = new HashMap<>();
        for (String name : asked.names()) {
            Json variable = asked.at(name);
            boolean isFilledIn = variable.text("value").isPresent()
                    || variable.text("generator").isPresent();
            boolean isOptional = "false".equals(variable.at("required").scalar().orElse("true"));
            if (!isFilledIn && !isOptional)
                filledIn.put(name, name.endsWith("EMAIL") ? "robot@webex.bot" : GOOD_SECRET);
        }
        assertEquals(4, filledIn.size(), filledIn.keySet()::toString);
        assertEquals("robot@webex.bot", Config.from(filledIn).bot().email());
    }

    /** One dyno, with the flags of the Procfile. */
    private static BotProcess dyno(FakeWebex webex, URI redis) throws IOException {
        String[] command = Files.readString(Path.of("Procfile")).strip().split(" ");
        List<String> flags =
                Stream.of(command).filter(word -> word.startsWith("-X")).toList();
        Map<String, String> variables = new HashMap<>(Map.of(
                "WXC_CC_BOT_ACCESS_TOKEN", webex.botToken(),
                "WXC_CC_BOT_EMAIL", webex.bot().email(),
                "WXC_CC_INTEGRATION_CLIENT_ID", webex.integration().clientId(),
                "WXC_CC_INTEGRATION_CLIENT_SECRET", webex.integration().clientSecret(),
                "WXC_CC_ALLOWED", "example.com",
                "WEBEX_API_URL", webex.url()));
        variables.putAll(Map.of(
                "DYNO",
                "web.1",
                "HEROKU_APP_DEFAULT_DOMAIN_NAME",
                DOMAIN,
                "REDIS_URL",
                redis.toString(),
                "REDIS_TLS_VERIFY",
                "false",
                "JAVA_TOOL_OPTIONS",
                SMALL_DYNO));
        return BotProcess.start(variables, flags.toArray(String[]::new));
    }

    private static void awaitReady(BotProcess bot, Visitor visitor) {
        Eventually.isTrue("it is ready: " + bot, () -> bot.isReady(visitor));
    }

    private static void awaitAnswer(FakeWebex webex, String text) {
        Eventually.isTrue("it says " + text, () -> answers(webex).contains(text));
    }

    private static List<String> answers(FakeWebex webex) {
        return webex.alice().messages().stream()
                .filter(message -> message.author().equals(webex.bot()))
                .map(ChatMessage::text)
                .filter(text -> text.startsWith("to "))
                .toList();
    }
}
