package callbot.bench;

import callbot.sandbox.FakeNgrok;
import callbot.sandbox.FakeWebex;
import callbot.sandbox.FreePort;
import callbot.signin.Tokens;
import callbot.signin.User;
import callbot.signin.Users;
import callbot.store.FileStateStore;
import callbot.store.SealedStateStore;
import callbot.store.StateStore;
import callbot.webex.Secret;
import java.io.File;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.SecureRandom;
import java.time.Clock;
import java.time.Duration;
import java.time.ZoneOffset;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import java.util.concurrent.Executors;

/** How long the real bot takes from the start of its process until it is ready, and how much memory it then has, by users. */
public final class StartBench {

    private static final int ROUNDS = 7;
    private static final List<Integer> USERS = List.of(0, 1_000, 10_000);

    private final FakeWebex webex = FakeWebex.start(Clock.systemUTC());
    private final FakeNgrok ngrok = FakeNgrok.start(new SecureRandom());
    private final HttpClient http = HttpClient.newHttpClient();
    private final int port = FreePort.find(new Random());

    private record Result(long millis, long residentKb) {}

    private StartBench() throws IOException {
        webex.deliveries().reachThrough(ngrok::resolve);
        ngrok.open(port);
    }

    /** Runs it; needs {@code target/callbot.jar}; takes a minute or two. */
    public static void main(String[] arguments) throws Exception {
        StartBench bench = new StartBench();
        for (int users : USERS) {
            Path directory = Files.createTempDirectory("callbot-bench");
            bench.signIn(users, directory.resolve("state.json"));
            Result[] results = new Result[ROUNDS];
            for (int round = 0; round < ROUNDS; round++) results[round] = bench.start(directory);
            System.out.printf(
                    "%6d users: ready after %d ms (%d to %d), %d MB resident (%d to %d)%n",
                    users,
                    sorted(results, true)[ROUNDS / 2],
                    sorted(results, true)[0],
                    sorted(results, true)[ROUNDS - 1],
                    sorted(results, false)[ROUNDS / 2] / 1024,
                    sorted(results, false)[0] / 1024,
                    sorted(results, false)[ROUNDS - 1] / 1024);
        }
        System.exit(0);
    }

    private void signIn(int users, Path stateFile) {
        Clock clock = Clock.systemUTC();
        List<String> key = List.of(webex.integration().clientSecret());
        try (StateStore store = SealedStateStore.over(FileStateStore.open(stateFile, clock), key, new SecureRandom())) {
            Users signedIn = new Users(store);
            try (var threads = Executors.newVirtualThreadPerTaskExecutor()) { // who saves at once shares the write
                for (int i = 0; i < users; i++) {
                    User user = user(i, clock);
                    threads.execute(() -> signedIn.save(user));
                }
            }
        }
    }

    private static User user(int number, Clock clock) {
        Tokens tokens = new Tokens(
                new Secret("access " + "x".repeat(90) + number),
                clock.instant().plus(Duration.ofDays(14)),
                Optional.of(new Secret("refresh " + "x".repeat(90) + number)));
        return new User("person " + "x".repeat(70) + number, number + "@example.com", ZoneOffset.UTC, tokens);
    }

    private Result start(Path directory) throws Exception {
        ProcessBuilder builder = new ProcessBuilder(
                Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                "-XX:+UseSerialGC",
                "-XX:TieredStopAtLevel=1",
                "-XX:MaxRAMPercentage=70",
                "-XX:MaxRAM=512m",
                "-jar",
                Path.of("target", "callbot.jar").toAbsolutePath().toString());
        builder.directory(directory.toFile()).redirectErrorStream(true).redirectOutput(new File("/dev/null"));
        builder.environment()
                .putAll(Map.of(
                        "WXC_CC_BOT_ACCESS_TOKEN", webex.botToken(),
                        "WXC_CC_BOT_EMAIL", webex.bot().email(),
                        "WXC_CC_BOT_NAME", webex.bot().displayName(),
                        "WXC_CC_INTEGRATION_CLIENT_ID", webex.integration().clientId(),
                        "WXC_CC_INTEGRATION_CLIENT_SECRET", webex.integration().clientSecret(),
                        "WXC_CC_STATE_FILE", directory.resolve("state.json").toString(),
                        "WEBEX_API_URL", webex.url(),
                        "NGROK_HOST", ngrok.host(),
                        "PORT", Integer.toString(port)));
        long begun = System.nanoTime();
        Process bot = builder.start();
        try {
            while (!isReady()) {
                if (!bot.isAlive()) throw new IllegalStateException("the bot ended with " + bot.exitValue());
                Thread.sleep(5);
            }
            return new Result((System.nanoTime() - begun) / 1_000_000, residentKb(bot.pid()));
        } finally {
            bot.destroy();
            bot.waitFor();
        }
    }

    private boolean isReady() throws InterruptedException {
        try {
            URI ready = URI.create("http://127.0.0.1:" + port + "/ready");
            return http.send(HttpRequest.newBuilder(ready).build(), BodyHandlers.discarding())
                            .statusCode()
                    == 200;
        } catch (IOException e) {
            return false;
        }
    }

    private static long residentKb(long pid) throws IOException {
        return Files.readAllLines(Path.of("/proc/" + pid + "/status")).stream()
                .filter(line -> line.startsWith("VmRSS:"))
                .mapToLong(line -> Long.parseLong(line.replaceAll("\\D", "")))
                .sum();
    }

    private static long[] sorted(Result[] results, boolean millis) {
        return Arrays.stream(results)
                .mapToLong(millis ? Result::millis : Result::residentKb)
                .sorted()
                .toArray();
    }
}
