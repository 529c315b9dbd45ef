package callbot;

import static java.nio.charset.StandardCharsets.US_ASCII;
import static java.util.concurrent.TimeUnit.SECONDS;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import callbot.sandbox.webex.FakeWebex;
import callbot.testing.Eventually;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.Socket;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.time.Clock;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** What strangers can do to the memory of a bot in the smallest heap that the README recommends. */
@Timeout(60)
class FloodTest {

    private static final int STRANGERS = 1990;
    private static final int HONEST = 20;
    private static final int TOLD = 65_000;
    private static final int SENT = 64_000;

    /** The second is the largest that the server lets in. */
    @ParameterizedTest
    @CsvSource({"60 headers of 1000 bytes, 60", "15 headers of 1000 bytes, 15"})
    void leavesRoomForTheHonestAndTheBotAlive(String what, int headers) throws Exception {
        byte[] unfinished = ("POST /webhook HTTP/1.1\r\nHost: x\r\n"
                        + ("X-" + "y".repeat(16) + ": " + "z".repeat(980) + "\r\n").repeat(headers) + "Content-Length: "
                        + TOLD + "\r\n\r\n" + "b".repeat(SENT))
                .getBytes(US_ASCII);
        try (FakeWebex webex = FakeWebex.start(Clock.systemUTC());
                Visitor visitor = new Visitor();
                BotProcess bot = BotProcess.start(
                        variables(webex), "-Xmx96m", "-XX:+UseSerialGC", "-XX:+ExitOnOutOfMemoryError");
                ExecutorService strangers = Executors.newVirtualThreadPerTaskExecutor()) {
            Eventually.isTrue("it is ready: " + bot.output(), () -> bot.isReady(visitor));
            CountDownLatch underWay = new CountDownLatch(STRANGERS / 2);
            CountDownLatch over = new CountDownLatch(1);
            for (int i = 0; i < STRANGERS; i++) strangers.submit(() -> hold(bot.port(), unfinished, underWay, over));
            underWay.await();

            List<Integer> during = honest(bot);
            over.countDown();
            strangers.shutdown();
            assertTrue(strangers.awaitTermination(20, SECONDS));
            assertTrue(served(during) >= HONEST * 3 / 4, "only now and then all places are taken: " + during);
            assertTrue(bot.isAlive(), bot.output());
            // Their places are free as soon as the bot has noticed that they have gone.
            Eventually.isTrue("everybody is served again", () -> served(honest(bot)) == HONEST);
            assertFalse(bot.output().contains("OutOfMemoryError"), bot.output());
        }
    }

    /** What this many visitors with an unsigned delivery, each on a connection of its own, are told. */
    private static List<Integer> honest(BotProcess bot) {
        return IntStream.range(0, HONEST)
                .mapToObj(i -> {
                    try (Visitor visitor = new Visitor()) {
                        return visitor.send(HttpRequest.newBuilder(bot.address("/webhook"))
                                        .POST(BodyPublishers.ofString("{}"))
                                        .build())
                                .statusCode();
                    } catch (UncheckedIOException e) {
                        return -1;
                    }
                })
                .toList();
    }

    private static long served(List<Integer> statuses) {
        return statuses.stream().filter(status -> status == 401).count();
    }

    /** Sends what never ends, and stays until the bot hangs up or all is over. */
    private static void hold(int port, byte[] unfinished, CountDownLatch underWay, CountDownLatch over) {
        try (Socket socket = new Socket(InetAddress.getLoopbackAddress(), port)) {
            socket.getOutputStream().write(unfinished);
            underWay.countDown();
            over.await();
        } catch (IOException | InterruptedException e) {
            underWay.countDown(); // it has hung up
        }
    }

    private static Map<String, String> variables(FakeWebex webex) {
        return Map.of(
                "WXC_CC_BOT_ACCESS_TOKEN", webex.botToken(),
                "WXC_CC_BOT_EMAIL", webex.bot().email(),
                "WXC_CC_INTEGRATION_CLIENT_ID", webex.integration().clientId(),
                "WXC_CC_INTEGRATION_CLIENT_SECRET", webex.integration().clientSecret(),
                "WXC_CC_PUBLIC_URL", "http://127.0.0.1:1",
                "WEBEX_API_URL", webex.url());
    }
}
