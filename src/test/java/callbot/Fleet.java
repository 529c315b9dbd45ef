package callbot;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import callbot.http.Request;
import callbot.http.Response;
import callbot.http.Route;
import callbot.http.WebServer;
import callbot.sandbox.messaging.ChatMessage;
import callbot.sandbox.webex.FakeUser;
import callbot.sandbox.webex.FakeWebex;
import callbot.testing.Eventually;
import callbot.testing.RealRedis;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.time.Clock;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.BooleanSupplier;
import java.util.stream.IntStream;
import java.util.stream.Stream;

/** Three processes of the bot on one Redis, behind one public address that sends what comes to each of them in turn. */
final class Fleet implements AutoCloseable {

    private static final String WELCOME = "Hello! I control";

    private final RealRedis redis = RealRedis.with();
    private final FakeWebex webex;
    private final WebServer front;
    private final List<BotProcess> bots;
    private final Visitor visitor = new Visitor();
    private final AtomicInteger turn = new AtomicInteger();
    private volatile List<BotProcess> inService;
    private volatile boolean everythingToAll;

    private Fleet() throws IOException {
        webex = FakeWebex.start(Clock.systemUTC());
        front = WebServer.start(
                "127.0.0.1",
                0,
                Stream.of("/webhook", "/webhook/calls/*", "/redirect")
                        .flatMap(path -> Stream.of("GET", "POST").map(method -> new Route(method, path, this::forward)))
                        .toList());
        String address = "http://127.0.0.1:" + front.port();
        webex.allowRedirect(address + "/redirect");
        Map<String, String> variables = Map.of(
                "WXC_CC_BOT_ACCESS_TOKEN", webex.botToken(),
                "WXC_CC_BOT_EMAIL", webex.bot().email(),
                "WXC_CC_BOT_NAME", webex.bot().displayName(),
                "WXC_CC_INTEGRATION_CLIENT_ID", webex.integration().clientId(),
                "WXC_CC_INTEGRATION_CLIENT_SECRET", webex.integration().clientSecret(),
                "WXC_CC_PUBLIC_URL", address,
                "WXC_CC_REDIRECT_URL", address + "/redirect",
                "REDIS_URL", redis.address().toString(),
                "WEBEX_API_URL", webex.url());
        bots = IntStream.range(0, 3).mapToObj(n -> BotProcess.start(variables)).toList();
        inService = bots;
        bots.forEach(bot -> Eventually.isTrue("it is ready: " + bot.output(), () -> bot.isReady(visitor)));
    }

    /** The three, when all are ready. */
    static Fleet started() {
        try {
            return new Fleet();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    FakeWebex webex() {
        return webex;
    }

    Visitor visitor() {
        return visitor;
    }

    /** From now on everything goes to these, in turn. */
    void use(Integer... numbers) {
        inService = Stream.of(numbers).map(bots::get).toList();
    }

    /** From now on everything goes to all at once; what the first answers is the answer. */
    void sendEverythingToAll() {
        everythingToAll = true;
    }

    /** Ends one of them with SIGKILL. */
    void kill(int number) {
        bots.get(number).kill();
    }

    /** Ends those that are in use with SIGTERM, which waits for their work. */
    void stop() {
        List<BotProcess> ending = inService;
        inService = List.of();
        ending.forEach(BotProcess::askToEnd);
        ending.forEach(bot -> assertEquals(128 + 15, bot.awaitEnd(), bot.output()));
        ending.forEach(bot -> assertTrue(bot.output().contains("event=bot.stopped all-work-done=true"), bot.output()));
    }

    /** What the bot has told this user, oldest first, but for the welcome. */
    List<String> told(FakeUser user) {
        return fromBot(user).stream().map(ChatMessage::text).toList();
    }

    /** What the bot answers to this. */
    ChatMessage ask(FakeUser user, String text) {
        int before = fromBot(user).size();
        user.say(text);
        await(() -> fromBot(user).size() > before, "an answer to " + text);
        return fromBot(user).get(before);
    }

    void signIn(FakeUser user) {
        visitor.open(visitor.agree(user, ask(user, "/auth")));
        await(() -> told(user).toString().contains("You are signed in"), "the sign-in");
    }

    /** How many requests of this method to a path that begins so were made. */
    long requests(String method, String path) {
        return webex.exchanges().stream()
                .filter(one -> one.method().equals(method) && one.target().startsWith("/v1" + path))
                .count();
    }

    void await(BooleanSupplier condition, String what) {
        Eventually.isTrue(what + "; they said: " + bots, condition);
    }

    /** Waits for what comes of a silence between instances. */
    void awaitLong(BooleanSupplier condition, String what) {
        Eventually.isTrue(what + "; they said: " + bots, Duration.ofSeconds(100), condition);
    }

    @Override
    public void close() {
        bots.forEach(BotProcess::close);
        webex.close();
        front.close();
        visitor.close();
        redis.close();
        assertEquals(List.of(), ContractCheck.violations(webex.exchanges()));
    }

    private List<ChatMessage> fromBot(FakeUser user) {
        return user.messages().stream()
                .filter(message -> message.author().equals(webex.bot()))
                .filter(message -> !message.text().contains(WELCOME))
                .toList();
    }

    private Response forward(Request request) {
        List<BotProcess> candidates = inService;
        if (candidates.isEmpty()) return Response.empty(503);
        if (everythingToAll) {
            return candidates.parallelStream()
                    .map(bot -> bot.forward(visitor, request))
                    .toList()
                    .getFirst();
        }
        return candidates
                .get(Math.floorMod(turn.getAndIncrement(), candidates.size()))
                .forward(visitor, request);
    }
}
