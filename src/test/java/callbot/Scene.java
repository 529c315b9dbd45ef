package callbot;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.junit.jupiter.api.Assertions.fail;

import callbot.contract.Contract;
import callbot.sandbox.ChatMessage;
import callbot.sandbox.Exchange;
import callbot.sandbox.FakeNgrok;
import callbot.sandbox.FakeUser;
import callbot.sandbox.FakeWebex;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.ServerSocket;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.SecureRandom;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.locks.Condition;
import java.util.concurrent.locks.ReentrantLock;
import java.util.function.BooleanSupplier;
import java.util.function.Supplier;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * The whole bot, in a simulated world: Webex, ngrok, two users with phones, a browser. Everything is real but Webex. When the
 * scene is closed, all that went over the wire is held against Webex's contract.
 */
public final class Scene implements AutoCloseable {

    /** What the bot's welcome begins with. */
    public static final String WELCOME = "Hello! I control";

    private static final Duration PATIENCE = Duration.ofSeconds(20);
    private static final Pattern LINK = Pattern.compile("\\]\\((http[^)]+)\\)");

    /** One contract for all scenes, so that it can be said which operations they have used. */
    public static final Contract CONTRACT = Contract.load();

    private final MovableClock clock = new MovableClock();
    private final FakeWebex webex = FakeWebex.start(clock);
    private final FakeNgrok ngrok = FakeNgrok.start(new SecureRandom());
    private final HttpClient browser = HttpClient.newHttpClient();
    private final Path directory = Files.createTempDirectory("callbot-test");
    private final int port = freePort();
    private final Map<String, String> variables = new HashMap<>();
    private final ReentrantLock lock = new ReentrantLock();
    private final Condition changed = lock.newCondition();
    private boolean contractMatters = true;
    private Bot bot;

    private Scene() throws IOException {
        webex.deliveries().reachThrough(ngrok::resolve);
        webex.whenChanged(this::wake);
        webex.wire().listen(exchange -> wake());
        webex.allowRedirect(redirect());
        ngrok.open(port);
        variables.putAll(Map.of(
                "WXC_CC_BOT_ACCESS_TOKEN", webex.botToken(),
                "WXC_CC_BOT_EMAIL", webex.bot().email(),
                "WXC_CC_BOT_NAME", webex.bot().displayName(),
                "WXC_CC_INTEGRATION_CLIENT_ID", webex.integration().clientId(),
                "WXC_CC_INTEGRATION_CLIENT_SECRET", webex.integration().clientSecret(),
                "NGROK_HOST", ngrok.host(),
                "WXC_CC_STATE_FILE", stateFile().toString(),
                "WXC_CC_REDIRECT_URL", redirect(),
                "WEBEX_API_URL", webex.url(),
                "PORT", Integer.toString(port)));
    }

    /** The world, in which the bot has not been started yet. */
    public static Scene prepared() {
        try {
            return new Scene();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** The world with a bot in it. */
    public static Scene started() {
        Scene scene = prepared();
        scene.start();
        return scene;
    }

    /** Sets one of the bot's variables before it is started. */
    public Scene with(String name, String value) {
        variables.put(name, value);
        return this;
    }

    /** Starts the bot. */
    public Scene start() {
        try {
            bot = Bot.start(Config.from(variables), clock, new SecureRandom());
            return this;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** Stops the bot as SIGTERM does. */
    public void stop() {
        bot.close();
    }

    /** From here on answers may be broken on purpose, so the contract is not held up to them. */
    public void breakContract() {
        contractMatters = false;
    }

    public FakeWebex webex() {
        return webex;
    }

    public FakeNgrok ngrok() {
        return ngrok;
    }

    public FakeUser alice() {
        return webex.alice();
    }

    public FakeUser bob() {
        return webex.bob();
    }

    public MovableClock clock() {
        return clock;
    }

    public Path stateFile() {
        return directory.resolve("state.json");
    }

    public int port() {
        return port;
    }

    public URI address(String path) {
        return URI.create("http://127.0.0.1:" + port + path);
    }

    /** What the bot answers to this. */
    public ChatMessage ask(FakeUser user, String text) {
        int before = fromBot(user).size();
        user.say(text);
        return awaitMessage(user, before);
    }

    /** What the bot answers to a press of this button. */
    public ChatMessage press(FakeUser user, ChatMessage message, String button) {
        int before = fromBot(user).size();
        user.press(message.id(), button);
        return awaitMessage(user, before);
    }

    /** The bot's messages to this user, oldest first; the welcome, which comes when it likes, is left out. */
    public List<ChatMessage> fromBot(FakeUser user) {
        return user.messages().stream()
                .filter(message -> message.author().equals(webex.bot()))
                .filter(message -> !message.text().contains(WELCOME))
                .toList();
    }

    /** The bot's message to this user with this index, when it has come. */
    public ChatMessage awaitMessage(FakeUser user, int index) {
        return await(
                () -> fromBot(user).stream().skip(index).findFirst(),
                "a message to " + user.person().displayName());
    }

    /** The bot's first message to this user that contains this text, when it has come. */
    public ChatMessage awaitMessage(FakeUser user, String text) {
        return await(
                () -> fromBot(user).stream()
                        .filter(message -> message.text().contains(text))
                        .findFirst(),
                "a message with \"" + text + "\"; there were "
                        + fromBot(user).stream().map(ChatMessage::text).toList());
    }

    /** Signs this user in, and says so. */
    public void signIn(FakeUser user) {
        ChatMessage invitation = ask(user, "/auth");
        int before = fromBot(user).size();
        assertEquals(200, open(redirected(user, invitation)).statusCode());
        assertTrue(awaitMessage(user, before).text().contains("You are signed in"));
    }

    /** Where the browser is sent when this user follows a sign-in link and agrees. */
    public URI redirected(FakeUser user, ChatMessage invitation) {
        try {
            return user.authorize(link(invitation));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } catch (InterruptedException e) {
            throw new IllegalStateException(e);
        }
    }

    /** The first link in a message. */
    public static String link(ChatMessage message) {
        Matcher link = LINK.matcher(message.markdown().orElseThrow());
        assertTrue(link.find(), "no link in " + message.text());
        return link.group(1);
    }

    /** Opens a page, as a browser does. */
    public HttpResponse<String> open(URI page) {
        try {
            return browser.send(HttpRequest.newBuilder(page).build(), HttpResponse.BodyHandlers.ofString());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } catch (InterruptedException e) {
            throw new IllegalStateException(e);
        }
    }

    /** The bot's requests to Webex so far. */
    public List<Exchange> requests() {
        return webex.exchanges().stream()
                .filter(exchange -> exchange.direction() == Exchange.Direction.TO_WEBEX)
                .toList();
    }

    /** How many requests of this method to a path that begins so were made. */
    public long requests(String method, String path) {
        return requests().stream()
                .filter(one -> one.method().equals(method) && one.target().startsWith("/v1" + path))
                .count();
    }

    /** Waits until it is so. */
    public void await(BooleanSupplier condition, String what) {
        await(() -> condition.getAsBoolean() ? Optional.of(true) : Optional.empty(), what);
    }

    /** Waits until it is there. */
    public <T> T await(Supplier<Optional<T>> wanted, String what) {
        long deadline = System.nanoTime() + PATIENCE.toNanos();
        lock.lock();
        try {
            while (true) {
                Optional<T> found = wanted.get();
                if (found.isPresent()) return found.get();
                if (System.nanoTime() > deadline) return fail("in vain waited for " + what);
                changed.awaitNanos(Duration.ofMillis(50).toNanos());
            }
        } catch (InterruptedException e) {
            throw new IllegalStateException(e);
        } finally {
            lock.unlock();
        }
    }

    /** Ends everything, and holds what went over the wire against the contract. */
    @Override
    public void close() {
        if (bot != null) bot.close();
        webex.close();
        ngrok.close();
        browser.close();
        if (contractMatters) assertEquals(List.of(), violations());
    }

    private List<String> violations() {
        List<String> violations = new ArrayList<>();
        for (Exchange exchange : webex.exchanges()) {
            List<String> found = exchange.direction() == Exchange.Direction.TO_BOT
                    ? CONTRACT.deliveryViolations(utf8(exchange.requestBody()))
                    : judge(exchange);
            found.forEach(violation -> violations.add(exchange + ": " + violation));
        }
        return violations;
    }

    private static List<String> judge(Exchange exchange) {
        if (exchange.status() == 0 || exchange.target().startsWith("/v1/authorize")) return List.of();
        return CONTRACT.violations(
                exchange.method(),
                exchange.target(),
                header(exchange.requestHeaders()),
                utf8(exchange.requestBody()),
                exchange.status(),
                header(exchange.responseHeaders()),
                utf8(exchange.responseBody()));
    }

    private static String header(Map<String, List<String>> headers) {
        return headers.entrySet().stream()
                .filter(header -> header.getKey().equalsIgnoreCase("content-type"))
                .flatMap(header -> header.getValue().stream())
                .findFirst()
                .orElse("");
    }

    private static byte[] utf8(String text) {
        return text.getBytes(StandardCharsets.UTF_8);
    }

    private String redirect() {
        return "http://127.0.0.1:" + port + "/redirect";
    }

    private void wake() {
        lock.lock();
        try {
            changed.signalAll();
        } finally {
            lock.unlock();
        }
    }

    private static int freePort() throws IOException {
        try (ServerSocket socket = new ServerSocket(0)) {
            return socket.getLocalPort();
        }
    }
}
