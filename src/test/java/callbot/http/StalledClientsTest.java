package callbot.http;

import static java.util.concurrent.TimeUnit.SECONDS;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import callbot.testing.Eventually;
import java.io.IOException;
import java.net.SocketException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CountDownLatch;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Clients that begin and do not go on may keep their connection for a while, but nobody else waiting. */
class StalledClientsTest {

    private static final int STALLED = 200;
    private static final String HALF_A_HEAD = "POST / HTTP/1.1\r\nHost: x\r\nX-Spark-Sig";
    private static final String HALF_A_BODY = "POST / HTTP/1.1\r\nHost: x\r\nContent-Length: 100\r\n\r\n{\"id\":";

    private static final String SMALL = "POST / HTTP/1.1\r\nHost: x\r\nContent-Length: 2\r\n\r\nhi";
    private static final String LARGE =
            "POST / HTTP/1.1\r\nHost: x\r\nContent-Length: 20000\r\n\r\n" + "x".repeat(20_000);

    private final List<RawClient> clients = new ArrayList<>();

    @AfterEach
    void hangUp() throws IOException {
        for (RawClient client : clients) client.close();
    }

    @ParameterizedTest
    @ValueSource(strings = {HALF_A_HEAD, HALF_A_BODY})
    void doNotKeepAnHonestOneWaitingForASecond(String half) throws IOException {
        try (var server = serve()) {
            for (int i = 0; i < STALLED; i++) stall(server.port(), half);
            for (int i = 0; i < 10; i++) {
                try (var honest = new RawClient(server.port(), Duration.ofSeconds(1))) {
                    honest.send(SMALL);
                    assertEquals("hi", honest.reply().body());
                }
            }
        }
    }

    @Test
    void areServedWhenTheyGoOn() throws IOException {
        try (var server = serve()) {
            RawClient client = stall(server.port(), HALF_A_BODY);
            String rest = "x".repeat(100 - "{\"id\":".length());
            assertEquals("{\"id\":" + rest, client.send(rest).reply().body());
        }
    }

    @Test
    void areCutOffInTimeAndBoundInNumber() throws Exception {
        inAnotherProcess(List.of("-Dsun.net.httpserver.maxReqTime=1", "-Djdk.httpserver.maxConnections=3"), port -> {
            RawClient silent = stall(port, "");
            RawClient head = stall(port, HALF_A_HEAD);
            RawClient body = stall(port, HALF_A_BODY);
            RawClient oneTooMany = stall(port, "");
            for (RawClient client : List.of(oneTooMany, silent, head, body)) assertEquals("", restOrReset(client));
        });
    }

    @Test
    void withLargeBodiesTakeOnlySoMuchMemoryAndNothingFromSmallOnes() throws Exception {
        // It lets them stall for long, so that they are all there however slow the machine is.
        List<String> flags = List.of("-Xmx96m", "-XX:+UseSerialGC", "-Dsun.net.httpserver.maxReqTime=60");
        inAnotherProcess(flags, port -> {
            int places = Limits.largeBodies(96 << 20);
            String almostAll = LARGE.substring(0, LARGE.length() - 1);
            for (int i = 0; i < places; i++) stall(port, almostAll);

            // Whoever asks may have the place of one of them, who is sent away then; so there must be one more.
            for (int i = 0; i < places && status(port, LARGE) != 503; i++) stall(port, almostAll);
            assertEquals(503, status(port, LARGE));
            assertEquals(200, status(port, SMALL));
            hangUp();
            Eventually.isTrue("there is room again", () -> status(port, LARGE) == 200);
        });
    }

    @Test
    void whoDoNotReadAreCutOffToo() throws Exception {
        inAnotherProcess(List.of("-Dsun.net.httpserver.maxRspTime=1"), port -> {
            RawClient deaf = stall(port, "");
            assertThrows(SocketException.class, () -> {
                while (true) deaf.send(LARGE);
            });
        });
    }

    private interface Attack {
        void on(int port) throws Exception;
    }

    /** The server reads its limits once in the life of a process, so another process shows what they do. */
    private static void inAnotherProcess(List<String> flags, Attack attack) throws Exception {
        List<String> command = new ArrayList<>();
        command.add(Path.of(System.getProperty("java.home"), "bin", "java").toString());
        command.addAll(flags);
        command.addAll(List.of("-classpath", System.getProperty("java.class.path"), Program.class.getName()));
        Process process = new ProcessBuilder(command)
                .redirectError(ProcessBuilder.Redirect.INHERIT)
                .start();
        try {
            attack.on(Integer.parseInt(process.inputReader().readLine()));
        } finally {
            process.destroyForcibly();
            assertTrue(process.waitFor(10, SECONDS));
        }
    }

    static final class Program {

        public static void main(String[] arguments) throws Exception {
            try (var server = serve()) {
                System.out.println(server.port());
                new CountDownLatch(1).await();
            }
        }
    }

    private static WebServer serve() throws IOException {
        return WebServer.start(
                "127.0.0.1", 0, List.of(new Route("POST", "/", request -> Response.text(200, request.text()))));
    }

    private RawClient stall(int port, String half) throws IOException {
        RawClient client = new RawClient(port);
        clients.add(client);
        return client.send(half);
    }

    private static int status(int port, String request) {
        try (RawClient client = new RawClient(port).send(request)) {
            return client.reply().status();
        } catch (IOException e) {
            return 503; // it was refused before it was sent to the end
        }
    }

    private static String restOrReset(RawClient client) throws IOException {
        try {
            return client.rest();
        } catch (SocketException e) {
            return "";
        }
    }
}
