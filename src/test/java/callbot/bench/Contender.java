package callbot.bench;

import callbot.store.JournalStateStore;
import callbot.store.RedisStateStore;
import callbot.store.SealedStateStore;
import callbot.store.StateStore;
import callbot.testing.Eventually;
import callbot.testing.RealRedis;
import java.io.BufferedInputStream;
import java.io.IOException;
import java.net.Socket;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;

/** A bot that takes part: a process that runs as it is shipped, with a Webex and a store of its own. */
final class Contender implements AutoCloseable {

    private static final String CLIENT_SECRET = "7d1f0c5a93e84b26a1c9f37e58d2604bb8e1a47c02f95d36";
    private static final Duration START_LIMIT = Duration.ofMinutes(2);

    private final Kind kind;
    private final int port = RealRedis.freePort();
    private final Path directory;
    private final StandInWebex webex = new StandInWebex();
    private final List<RealRedis> redis;
    private final List<String> flags;
    private JavaProcess process;

    /** What there is to compare. */
    enum Kind {
        BARE("bare bot"),
        FILE("callbot, state file"),
        REDIS("callbot, Redis");

        private final String label;

        Kind(String label) {
            this.label = label;
        }

        @Override
        public String toString() {
            return label;
        }
    }

    /** One as it is shipped, that has not been started yet; these flags come after the shipped ones. */
    Contender(Kind kind, String... moreFlags) throws IOException {
        this(
                kind,
                Stream.concat(JavaProcess.shippedFlags().stream(), Stream.of(moreFlags))
                        .toList());
    }

    /** One with these flags instead of the shipped ones. */
    Contender(Kind kind, List<String> flags) throws IOException {
        this.kind = kind;
        this.directory = Files.createTempDirectory("callbot-bench");
        this.redis = kind == Kind.REDIS ? List.of(RealRedis.with()) : List.of();
        this.flags = flags;
    }

    /** Starts it. How long it took until it was ready. */
    Duration start() throws IOException {
        long begun = System.nanoTime();
        process = new JavaProcess(command(), directory, variables());
        Eventually.isTrue("the bot is ready; see " + directory, START_LIMIT, () -> isReady() || !process.isAlive());
        Duration took = Duration.ofNanos(System.nanoTime() - begun);
        if (!process.isAlive()) throw new IOException("the bot has ended; see " + directory);
        return took;
    }

    Kind kind() {
        return kind;
    }

    int port() {
        return port;
    }

    StandInWebex webex() {
        return webex;
    }

    JavaProcess process() {
        return process;
    }

    /** What it remembers, while it does not run. */
    StateStore memory() {
        StateStore store = switch (kind) {
            case FILE -> JournalStateStore.open(stateFile(), Clock.systemUTC());
            case REDIS -> RedisStateStore.at(redis.getFirst().address(), true).connected();
            case BARE -> throw new IllegalStateException("it remembers nothing");
        };
        return SealedStateStore.over(store, List.of(CLIENT_SECRET));
    }

    /** Ends the process; what it remembers stays. */
    void stop() {
        process.close();
    }

    @Override
    public void close() throws IOException {
        stop();
        webex.close();
        redis.forEach(RealRedis::close);
        try (var files = Files.list(directory)) {
            for (Path file : files.toList()) Files.delete(file);
        }
        Files.delete(directory);
    }

    private Path stateFile() {
        return directory.resolve("state");
    }

    private List<String> command() {
        List<String> command = new ArrayList<>(flags);
        Path jar = Path.of("target", "callbot.jar").toAbsolutePath();
        switch (kind) {
            case BARE ->
                command.addAll(List.of("-classpath", System.getProperty("java.class.path"), BareBot.class.getName()));
            case FILE, REDIS -> command.addAll(List.of("-jar", jar.toString()));
        }
        return command;
    }

    private Map<String, String> variables() {
        Map<String, String> variables = new HashMap<>(Map.of(
                "WXC_CC_BOT_ACCESS_TOKEN",
                "bench-token-of-the-bot",
                "WXC_CC_BOT_EMAIL",
                StandInWebex.BOT_EMAIL,
                "WXC_CC_INTEGRATION_CLIENT_ID",
                "client",
                "WXC_CC_INTEGRATION_CLIENT_SECRET",
                CLIENT_SECRET,
                "WXC_CC_PUBLIC_URL",
                "http://127.0.0.1:" + port,
                "WXC_CC_STATE_FILE",
                stateFile().toString(),
                "WEBEX_API_URL",
                webex.url(),
                "PORT",
                Integer.toString(port)));
        redis.forEach(one -> variables.put("REDIS_URL", one.address().toString()));
        return variables;
    }

    private boolean isReady() {
        try (Socket socket = new Socket("127.0.0.1", port)) {
            new HttpMessage("GET /ready HTTP/1.1", new byte[0]).write(socket.getOutputStream(), "Host: bench\r\n");
            return HttpMessage.read(new BufferedInputStream(socket.getInputStream()))
                    .filter(answer -> answer.target().equals("200"))
                    .isPresent();
        } catch (IOException e) {
            return false;
        }
    }
}
