package callbot.bench;

import callbot.json.Json;
import java.io.BufferedInputStream;
import java.io.IOException;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.time.Duration;
import java.util.HexFormat;
import java.util.Optional;
import java.util.Queue;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.ThreadLocalRandom;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.concurrent.atomic.AtomicLong;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;

/**
 * Users who write {@code /help} to one bot, each the next one when the last one has been answered, and perhaps after a pause. What a
 * user waits for is measured from the sending of the webhook until the bot's answer reaches Webex.
 */
final class Load {

    private static final Duration PATIENCE = Duration.ofSeconds(20);

    private final Contender bot;
    private final int size;
    private final Duration pause;
    private final AtomicLong messages = new AtomicLong(System.nanoTime() & 0xff_ffff_ffffL); // no id comes twice

    /**
     * What came of it.
     *
     * @param failures how many users gave up
     * @param cpu the bot's processor time
     * @param latency from the sending of a webhook until the answer
     * @param away how long Webex took for each answer
     */
    record Result(long failures, Duration took, Duration cpu, long residentMb, Percentiles latency, Duration away) {

        long answered() {
            return latency.sorted().length;
        }

        double perSecond() {
            return answered() / (took.toNanos() / 1e9);
        }

        /** The bot's processor time for each answer, in milliseconds. */
        double cpuMillis() {
            return cpu.toNanos() / 1e6 / answered();
        }

        /** What this share of the users waited for beside Webex, which is asked for the message first, in milliseconds. */
        double ownShare(double share) {
            return latency.at(share) - away.toMillis();
        }
    }

    /**
     * So many users of this bot.
     *
     * @param pause what a user waits on average before writing again; zero for not at all
     */
    Load(Contender bot, int size, Duration pause) {
        this.bot = bot;
        this.size = size;
        this.pause = pause;
    }

    /** Has them write for so long, and waits for the last answers. */
    Result run(Duration time) throws IOException {
        Queue<Long> nanos = new ConcurrentLinkedQueue<>();
        Queue<Exception> failures = new ConcurrentLinkedQueue<>();
        Duration cpuBefore = bot.process().cpu();
        long begun = System.nanoTime();
        try (ExecutorService threads = Executors.newVirtualThreadPerTaskExecutor()) {
            for (int user = 0; user < size; user++) {
                int number = user;
                threads.execute(() -> write(number, begun + time.toNanos(), nanos, failures));
            }
        }
        failures.stream().limit(1).forEach(why -> System.out.println(bot.kind() + ", a user gave up: " + why));
        return new Result(
                failures.size(),
                Duration.ofNanos(System.nanoTime() - begun),
                bot.process().cpu().minus(cpuBefore),
                bot.process().residentMb(),
                Percentiles.ofNanos(nanos),
                bot.webex().distance());
    }

    private void write(int user, long end, Queue<Long> nanos, Queue<Exception> failures) {
        try (Connection connection = new Connection()) {
            Mac mac = Mac.getInstance("HmacSHA1");
            byte[] secret = bot.webex().messageSecret().reveal().getBytes(StandardCharsets.UTF_8);
            mac.init(new SecretKeySpec(secret, "HmacSHA1"));
            for (rest(end); System.nanoTime() < end; rest(end)) {
                CompletableFuture<Long> answer = bot.webex().nextAnswer(user);
                long sent = System.nanoTime();
                byte[] body = webhook(user).getBytes(StandardCharsets.UTF_8);
                String signature = HexFormat.of().formatHex(mac.doFinal(body));
                String status = connection.post(body, signature);
                if (!status.equals("200")) throw new IOException("the webhook was answered with " + status);
                nanos.add(answer.get(PATIENCE.toMillis(), TimeUnit.MILLISECONDS) - sent);
            }
        } catch (IOException | GeneralSecurityException | ExecutionException | TimeoutException e) {
            failures.add(e); // this user has had enough
        } catch (InterruptedException e) {
            throw new IllegalStateException(e);
        }
    }

    /** Goes on with another when a bot has closed it, as it may when nothing comes for a while. */
    private final class Connection implements AutoCloseable {

        private Socket socket = new Socket("127.0.0.1", bot.port());
        private BufferedInputStream in = opened();

        private Connection() throws IOException {}

        private BufferedInputStream opened() throws IOException {
            socket.setTcpNoDelay(true);
            return new BufferedInputStream(socket.getInputStream());
        }

        /** The status of the answer. */
        String post(byte[] body, String signature) throws IOException {
            Optional<HttpMessage> answer = tryToPost(body, signature);
            if (answer.isEmpty()) {
                socket.close();
                socket = new Socket("127.0.0.1", bot.port());
                in = opened();
                answer = tryToPost(body, signature);
            }
            return answer.orElseThrow(() -> new IOException("closed")).target();
        }

        private Optional<HttpMessage> tryToPost(byte[] body, String signature) {
            try {
                new HttpMessage("POST /webhook HTTP/1.1", body)
                        .write(
                                socket.getOutputStream(),
                                "Host: bench\r\nContent-Type: application/json\r\nX-Spark-Signature: " + signature
                                        + "\r\n");
                return HttpMessage.read(in);
            } catch (IOException e) {
                return Optional.empty();
            }
        }

        @Override
        public void close() throws IOException {
            socket.close();
        }
    }

    private void rest(long end) throws InterruptedException {
        if (pause.isZero()) return;
        Duration left = Duration.ofNanos(end - System.nanoTime());
        Duration rest = Duration.ofMillis(ThreadLocalRandom.current().nextLong(2 * pause.toMillis()));
        Thread.sleep(rest.compareTo(left) < 0 ? rest : left);
    }

    private String webhook(int user) {
        return Json.object()
                .put("id", "webhook")
                .put("resource", "messages")
                .put("event", "created")
                .put(
                        "data",
                        Json.object()
                                .put("id", StandInWebex.message(user, messages.incrementAndGet()))
                                .put("roomId", StandInWebex.room(user))
                                .put("roomType", "direct")
                                .put("personId", StandInWebex.person(user))
                                .put("personEmail", user + "@example.com"))
                .toString();
    }
}
