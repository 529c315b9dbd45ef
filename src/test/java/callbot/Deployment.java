package callbot;

import callbot.sandbox.FakeNgrok;
import callbot.sandbox.webex.FakeWebex;
import callbot.testing.RealRedis;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.SecureRandom;
import java.time.Clock;
import java.util.HashMap;
import java.util.Map;

/** A bot in the simulated world, with settings, a port, a tunnel to it, and a state file. */
final class Deployment implements AutoCloseable {

    private final Clock clock;
    private final int port = RealRedis.freePort();
    private final Path stateFile = freshDirectory().resolve("state.json");
    private final Map<String, String> variables = new HashMap<>();
    private Bot bot;

    Deployment(FakeWebex webex, FakeNgrok ngrok, Clock clock) {
        this.clock = clock;
        String redirect = address("/redirect").toString();
        webex.allowRedirect(redirect);
        ngrok.open(port);
        variables.putAll(Map.of(
                "WXC_CC_BOT_ACCESS_TOKEN", webex.botToken(),
                "WXC_CC_BOT_EMAIL", webex.bot().email(),
                "WXC_CC_BOT_NAME", webex.bot().displayName(),
                "WXC_CC_INTEGRATION_CLIENT_ID", webex.integration().clientId(),
                "WXC_CC_INTEGRATION_CLIENT_SECRET", webex.integration().clientSecret(),
                "NGROK_HOST", ngrok.host(),
                "WXC_CC_STATE_FILE", stateFile.toString(),
                "WXC_CC_REDIRECT_URL", redirect,
                "WEBEX_API_URL", webex.url(),
                "PORT", Integer.toString(port)));
    }

    /** Sets a variable for the next start. */
    void set(String name, String value) {
        variables.put(name, value);
    }

    void start() {
        try {
            bot = Bot.start(Config.from(variables), clock, new SecureRandom(), store -> store);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** Has the bot do now what it does every few minutes. */
    void upkeep() {
        bot.upkeep();
    }

    int port() {
        return port;
    }

    Path stateFile() {
        return stateFile;
    }

    /** Where a page of the bot is. */
    URI address(String path) {
        return URI.create("http://127.0.0.1:" + port + path);
    }

    /** Stops the bot, if it runs, as SIGTERM does. */
    @Override
    public void close() {
        if (bot != null) bot.stop(Bot.PATIENCE);
    }

    private static Path freshDirectory() {
        try {
            return Files.createTempDirectory("callbot-test");
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
