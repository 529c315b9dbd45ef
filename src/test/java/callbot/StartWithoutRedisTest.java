package callbot;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import callbot.sandbox.webex.FakeWebex;
import callbot.testing.Eventually;
import callbot.testing.RealRedis;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.http.HttpResponse;
import java.time.Clock;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;

/** A bot that is started before its Redis. */
class StartWithoutRedisTest {

    @Test
    void itSaysThatItWaitsAndGoesOnByItselfWhenRedisIsThere() throws IOException {
        try (RealRedis redis = RealRedis.with();
                FakeWebex webex = FakeWebex.start(Clock.systemUTC());
                Visitor visitor = new Visitor()) {
            redis.stop();
            try (BotProcess bot = BotProcess.start(variables(webex, redis))) {
                Eventually.isTrue("it answers", () -> ready(bot, visitor).isPresent());
                HttpResponse<String> ready = ready(bot, visitor).orElseThrow();
                assertEquals(503, ready.statusCode(), bot.output());
                assertEquals("I wait for Redis. Redis cannot be reached.\n", ready.body());
                assertEquals(200, visitor.open(bot.address("/health")).statusCode());
                HttpResponse<String> redirect = visitor.open(bot.address("/redirect?code=1&state=2"));
                assertEquals(503, redirect.statusCode());
                assertTrue(redirect.body().contains("Open this page again"), redirect.body());

                redis.start();
                Eventually.isTrue("it is ready: " + bot.output(), () -> bot.isReady(visitor));
                assertTrue(bot.output().contains("event=start.waiting"), bot.output());
                assertTrue(bot.output().contains("Redis cannot be reached"), bot.output());
            }
        }
    }

    private static Optional<HttpResponse<String>> ready(BotProcess bot, Visitor visitor) {
        try {
            return Optional.of(visitor.open(bot.address("/ready")));
        } catch (UncheckedIOException e) {
            return Optional.empty();
        }
    }

    private static Map<String, String> variables(FakeWebex webex, RealRedis redis) {
        return Map.of(
                "WXC_CC_BOT_ACCESS_TOKEN", webex.botToken(),
                "WXC_CC_BOT_EMAIL", webex.bot().email(),
                "WXC_CC_INTEGRATION_CLIENT_ID", webex.integration().clientId(),
                "WXC_CC_INTEGRATION_CLIENT_SECRET", webex.integration().clientSecret(),
                "WXC_CC_PUBLIC_URL", "http://127.0.0.1:1",
                "REDIS_URL", redis.address().toString(),
                "WEBEX_API_URL", webex.url());
    }
}
