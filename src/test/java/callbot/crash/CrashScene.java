package callbot.crash;

import static org.junit.jupiter.api.Assertions.assertEquals;

import callbot.sandbox.FakeNgrok;
import callbot.sandbox.calls.PhoneCall;
import callbot.sandbox.messaging.ChatMessage;
import callbot.sandbox.traffic.Exchange;
import callbot.sandbox.webex.FakeUser;
import callbot.sandbox.webex.FakeWebex;
import callbot.signin.Tokens;
import callbot.signin.User;
import callbot.signin.Users;
import callbot.testing.Eventually;
import callbot.testing.RealRedis;
import callbot.webex.Secret;
import java.io.IOException;
import java.net.URI;
import java.nio.file.Path;
import java.security.SecureRandom;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Pattern;

/** A bot in a process of its own that is killed again and again, and Alice, who has signed in and goes on talking to it. */
final class CrashScene implements AutoCloseable {

    private static final Pattern BESIDES = Pattern.compile("ping \\d|Hello! I control");

    private final FakeWebex webex = FakeWebex.start(Clock.systemUTC());
    private final WebexDoor door = WebexDoor.to(webex.url());
    private final FakeNgrok ngrok = FakeNgrok.start(new SecureRandom());
    private final int port = RealRedis.freePort();
    private final FakeUser alice = webex.alice();
    private final String secret = webex.integration().clientSecret();
    private final Path directory;
    private final Memory memory;
    private ChildBot bot;
    private int echoes;

    /** A scene in which the bot runs and knows Alice. */
    CrashScene(Memory.Kind kind, Path directory) throws IOException {
        this.directory = directory;
        this.memory = Memory.of(kind, directory);
        webex.deliveries().reachThrough(ngrok::resolve);
        ngrok.open(port);
        var grant = alice.grant(webex.integration().scopes());
        Tokens tokens = new Tokens(
                new Secret(grant.accessToken()),
                Instant.now().plus(grant.expiresIn()),
                Optional.of(new Secret(grant.refreshToken())),
                Optional.empty(),
                Optional.empty());
        User user = new User(alice.person().id(), alice.person().email(), ZoneOffset.UTC, tokens, false);
        memory.with(secret, store -> new Users(store).save(user));
        start();
        awaitEcho();
    }

    WebexDoor door() {
        return door;
    }

    FakeUser alice() {
        return alice;
    }

    ChildBot bot() {
        return bot;
    }

    /** From now on Webex keeps its events to itself. */
    void holdBack() {
        webex.deliveries().holdBack();
    }

    /** Kills the bot. */
    void kill() {
        bot.kill();
        door.open();
    }

    /** Starts the bot again when it has been away for so long. */
    void startAfter(Duration absence) {
        memory.forgetWhoLived(secret);
        if (absence.isPositive()) memory.age(secret, absence);
        start();
        webex.deliveries().release();
    }

    /** What the bot has said to Alice so far, but neither what it said of echoes, nor the welcome, which comes when it likes. */
    List<ChatMessage> told() {
        return alice.messages().stream()
                .filter(message -> message.author().equals(webex.bot()))
                .filter(message -> !BESIDES.matcher(message.text()).find())
                .toList();
    }

    /** Has the bot repeat something: what it was given before that is done when this returns. */
    void awaitEcho() {
        String word = "ping " + ++echoes;
        alice.say("/echo " + word);
        Eventually.isTrue(
                "the bot says " + word,
                () -> alice.messages().stream()
                        .anyMatch(message -> message.text().equals(word)));
    }

    /** Waits until the bot has acknowledged this message. */
    void awaitAcknowledgement(String messageId) {
        Eventually.isTrue(
                messageId + " is acknowledged",
                () -> delivery(messageId).filter(one -> one.status() == 200).isPresent());
    }

    /** Webex delivers this message once more, as it does when it has not heard the acknowledgement. */
    void deliverAgain(String messageId) throws IOException, InterruptedException {
        Eventually.isTrue(
                messageId + " has been delivered", () -> delivery(messageId).isPresent());
        Exchange first = delivery(messageId).orElseThrow();
        String signature = first.requestHeaders().get("x-spark-signature").getFirst();
        assertEquals(200, webex.deliveries().forge(URI.create(first.target()), first.requestBody(), signature));
    }

    /** Alice's phone is free again. */
    void hangUp() {
        alice.phone().calls().stream().map(PhoneCall::id).forEach(alice.phone()::hangUp);
    }

    @Override
    public void close() {
        bot.close();
        door.close();
        webex.close();
        ngrok.close();
        memory.close();
    }

    private void start() {
        Map<String, String> variables = new HashMap<>(memory.variables());
        variables.putAll(Map.of(
                "WXC_CC_BOT_ACCESS_TOKEN", webex.botToken(),
                "WXC_CC_BOT_EMAIL", webex.bot().email(),
                "WXC_CC_BOT_NAME", webex.bot().displayName(),
                "WXC_CC_INTEGRATION_CLIENT_ID", webex.integration().clientId(),
                "WXC_CC_INTEGRATION_CLIENT_SECRET", secret,
                "NGROK_HOST", ngrok.host(),
                "WEBEX_API_URL", door.url(),
                "PORT", Integer.toString(port)));
        bot = ChildBot.start(directory, variables);
    }

    private Optional<Exchange> delivery(String messageId) {
        return webex.exchanges().stream()
                .filter(one -> one.direction() == Exchange.Direction.TO_BOT)
                .filter(one -> one.requestBody().contains(messageId))
                .findFirst();
    }
}
