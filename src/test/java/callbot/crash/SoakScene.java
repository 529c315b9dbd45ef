package callbot.crash;

import callbot.sandbox.FakeNgrok;
import callbot.sandbox.api.Faults;
import callbot.sandbox.base.Habit;
import callbot.sandbox.calls.PhoneCall;
import callbot.sandbox.traffic.Exchange;
import callbot.sandbox.webex.FakeUser;
import callbot.sandbox.webex.FakeWebex;
import callbot.signin.Tokens;
import callbot.signin.User;
import callbot.signin.Users;
import callbot.store.JournalStateStore;
import callbot.store.RedisStateStore;
import callbot.store.SealedStateStore;
import callbot.store.StateStore;
import callbot.testing.Eventually;
import callbot.testing.RealRedis;
import callbot.webex.Secret;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.security.SecureRandom;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Queue;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.locks.ReentrantLock;
import java.util.stream.IntStream;
import java.util.stream.Stream;

/** A bot in a process of its own, a Redis that keeps what it has stored, and people who have signed in. */
final class SoakScene implements AutoCloseable {

    private static final int USERS = 6;

    /** So long Webex may need until it has delivered a message, or given up. */
    private static final Duration DELIVERY = Duration.ofSeconds(15);

    private final FakeWebex webex = FakeWebex.start(Clock.systemUTC());
    private final FakeNgrok ngrok = FakeNgrok.start(new SecureRandom());
    private final int port = RealRedis.freePort();
    private final Path directory;
    private final Store kind;
    private final Optional<RealRedis> redis;
    private final List<FakeUser> users;
    private final Queue<Exchange> dials = new ConcurrentLinkedQueue<>();
    private final ReentrantLock life = new ReentrantLock();
    private final AtomicInteger echoes = new AtomicInteger();
    private ChildBot bot;

    /** Where the bot keeps its state. */
    enum Store {
        /** In a file. */
        FILE,
        /** In Redis, which has each change on disk before it answers. */
        REDIS
    }

    SoakScene(Store kind, Path directory) throws IOException {
        this.kind = kind;
        this.directory = directory;
        this.redis = kind == Store.REDIS
                ? Optional.of(RealRedis.with("--appendonly", "yes", "--appendfsync", "always"))
                : Optional.empty();
        webex.wire().listen(exchange -> {
            if (exchange.target().endsWith("/telephony/calls/dial")) dials.add(exchange);
        });
        webex.deliveries().reachThrough(ngrok::resolve);
        webex.habits().set(Habit.GIVES_UP_ON_WEBHOOKS, false); // a webhook that is switched off is another story
        ngrok.open(port);
        users = IntStream.range(0, USERS).mapToObj(i -> webex.hire("User " + i)).toList();
        try (StateStore store = store(directory.resolve("state"))) {
            users.forEach(user -> new Users(store).save(signedIn(user)));
        }
        start();
    }

    List<FakeUser> users() {
        return users;
    }

    Faults faults() {
        return webex.faults();
    }

    /** All requests to dial, and what Webex said. */
    Stream<Exchange> dials() {
        return dials.stream();
    }

    /** Ends Redis as a crash would, and starts it again; nothing happens if there is none. */
    void restartRedis() {
        redis.ifPresent(one -> {
            one.stop();
            one.start();
        });
    }

    /** Ends the bot with SIGKILL, and starts it again. */
    void killBot() {
        life.lock();
        try {
            bot.kill();
            start();
        } finally {
            life.unlock();
        }
    }

    /** The same, with nothing going wrong meanwhile. */
    void startAnew() {
        killBot();
    }

    /** Whether the bot has accepted this message; if not, Webex does not send it again. */
    boolean awaitAcceptance(String messageId) {
        try {
            Eventually.isTrue(
                    "the message is delivered",
                    DELIVERY,
                    () -> delivery(messageId).isPresent());
        } catch (AssertionError e) {
            return false;
        }
        return delivery(messageId).filter(one -> one.status() == 200).isPresent();
    }

    /** How many messages the bot has written to this user. */
    int answersTo(FakeUser user) {
        return (int) user.messages().stream()
                .filter(message -> message.author().equals(webex.bot()))
                .count();
    }

    /** This user's phones are free again. */
    void hangUp(FakeUser user) {
        for (PhoneCall call : user.phone().calls()) {
            try {
                user.phone().hangUp(call.id());
            } catch (IllegalStateException e) {
                // it has ended meanwhile
            }
        }
    }

    /** Has the first user say this, and waits for the answer. */
    void chat(String text) {
        FakeUser user = users.getFirst();
        int before = answersTo(user);
        user.say(text + " " + echoes.incrementAndGet());
        Eventually.isTrue(text + " is answered", () -> answersTo(user) > before);
    }

    /** Waits until the bot has ended all work, and nothing is left of it in the store. */
    void awaitNothingOpen() {
        Eventually.isTrue("everything is answered", Duration.ofSeconds(60), () -> {
            try (StateStore store = store(copyOfTheFile())) {
                return openEvents(store) == 0;
            }
        });
    }

    /** The bot goes on with its file meanwhile; to be killed for each look, it would end nothing. */
    private Path copyOfTheFile() {
        Path copy = directory.resolve("copy");
        if (kind == Store.REDIS) return copy; // it has none
        try {
            return Files.copy(directory.resolve("state"), copy, StandardCopyOption.REPLACE_EXISTING);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    int openFiles() {
        return entries("fd");
    }

    int threads() {
        return entries("task");
    }

    @Override
    public void close() {
        bot.close();
        webex.close();
        ngrok.close();
        redis.ifPresent(RealRedis::close);
    }

    private static long openEvents(StateStore store) {
        return store.keys("instance:").stream()
                .map(instance -> "event:" + instance.substring("instance:".length()) + ":")
                .mapToLong(family -> store.keys(family).size())
                .sum();
    }

    private int entries(String folder) {
        try (Stream<Path> all = Files.list(Path.of("/proc", Long.toString(bot.pid()), folder))) {
            return (int) all.count();
        } catch (IOException e) {
            throw new IllegalStateException(e);
        }
    }

    private Optional<Exchange> delivery(String messageId) {
        return webex.exchanges().stream()
                .filter(one -> one.direction() == Exchange.Direction.TO_BOT)
                .filter(one -> one.requestBody().contains(messageId))
                .findFirst();
    }

    private StateStore store(Path file) {
        StateStore below = redis.<StateStore>map(one -> RedisStateStore.at(one.address(), true))
                .orElseGet(() -> JournalStateStore.open(file, Clock.systemUTC()));
        return SealedStateStore.over(below, List.of(webex.integration().clientSecret()));
    }

    private User signedIn(FakeUser user) {
        var grant = user.grant(webex.integration().scopes());
        Tokens tokens = new Tokens(
                new Secret(grant.accessToken()),
                Instant.now().plus(grant.expiresIn()),
                Optional.of(new Secret(grant.refreshToken())),
                Optional.empty(),
                Optional.empty());
        return new User(user.person().id(), user.person().email(), ZoneOffset.UTC, tokens, false);
    }

    private void start() {
        Map<String, String> variables = new HashMap<>(Map.of(
                "WXC_CC_BOT_ACCESS_TOKEN", webex.botToken(),
                "WXC_CC_BOT_EMAIL", webex.bot().email(),
                "WXC_CC_BOT_NAME", webex.bot().displayName(),
                "WXC_CC_INTEGRATION_CLIENT_ID", webex.integration().clientId(),
                "WXC_CC_INTEGRATION_CLIENT_SECRET", webex.integration().clientSecret(),
                "NGROK_HOST", ngrok.host(),
                "WXC_CC_STATE_FILE", directory.resolve("state").toString(),
                "WEBEX_API_URL", webex.url(),
                "PORT", Integer.toString(port)));
        redis.ifPresent(one -> variables.put("REDIS_URL", one.address().toString()));
        bot = ChildBot.start(directory, variables);
    }
}
