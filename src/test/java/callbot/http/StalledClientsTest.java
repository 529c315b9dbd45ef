package callbot.http;

import static java.util.concurrent.TimeUnit.SECONDS;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

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
                    honest.send("POST / HTTP/1.1\r\nHost: x\r\nContent-Length: 2\r\n\r\nhi");
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

    /** The server reads its limits once in the life of a process, so another process shows what they do. */
    @Test
    void areCutOffInTimeAndBoundInNumber() throws Exception {
        Process process = new ProcessBuilder(
                        Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                        "-Dsun.net.httpserver.maxReqTime=1",
                        "-Djdk.httpserver.maxConnections=2",
                        "-classpath",
                        System.getProperty("java.class.path"),
                        Program.class.getName())
                .redirectError(ProcessBuilder.Redirect.INHERIT)
                .start();
        try {
            int port = Integer.parseInt(process.inputReader().readLine());
            RawClient head = stall(port, HALF_A_HEAD);
            RawClient body = stall(port, HALF_A_BODY);
            RawClient oneTooMany = stall(port, "");
            assertEquals("", oneTooMany.rest());
            assertEquals("", restOrReset(head));
            assertEquals("", restOrReset(body));
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

    private static String restOrReset(RawClient client) throws IOException {
        try {
            return client.rest();
        } catch (SocketException e) {
            return "";
        }
    }
}
