package callbot.http;

import static java.util.concurrent.TimeUnit.SECONDS;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTimeout;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.net.ConnectException;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CountDownLatch;
import org.junit.jupiter.api.Test;

/** What happens on one connection over time: keeping it open, stopping. */
class ConnectionTest {

    private static final String GET = "GET / HTTP/1.1\r\nHost: localhost\r\n\r\n";

    private final CountDownLatch begun = new CountDownLatch(1);
    private final CountDownLatch goOn = new CountDownLatch(1);

    @Test
    void readsToTheEndWhatItRefusesSoThatTheClientIsNotCutOff() throws Exception {
        try (var server = start(request -> Response.empty(200));
                var client = new RawClient(server.port())) {
            String head = "GET / HTTP/1.1\r\nHost: x\r\nContent-Length: 1048576\r\n\r\n";
            assertEquals(413, client.send(head + "x".repeat(1048576)).reply().status());
            assertEquals(200, client.send(GET).reply().status());
        }
    }

    @Test
    void answersManyRequestsOnOneConnection() throws Exception {
        try (var server = start(request -> Response.text(200, "hello"));
                var client = new RawClient(server.port())) {
            for (int i = 0; i < 3; i++) {
                assertEquals("hello", client.send(GET).reply().body());
            }
            client.send(GET + GET);
            assertEquals("hello", client.reply().body());
            assertEquals("hello", client.reply().body());
        }
    }

    @Test
    void answersWithoutWaitingForADelayedAcknowledgement() throws Exception {
        String large = "x".repeat(9000); // more than the server buffers; each would cost 40 ms, 4 s in all
        try (var server = start(request -> Response.text(200, large));
                var client = new RawClient(server.port())) {
            assertTimeout(Duration.ofSeconds(2), () -> {
                for (int i = 0; i < 100; i++)
                    assertEquals(large, client.send(GET).reply().body());
            });
        }
    }

    @Test
    void answersManyRequestsOnOneConnectionWhateverTheyGot() throws Exception {
        try (var server = start(request -> Response.text(200, "hello"));
                var client = new RawClient(server.port())) {
            assertEquals(
                    404, client.send(GET.replace("/ ", "/nothing ")).reply().status());
            assertEquals(
                    405,
                    client.send("POST / HTTP/1.1\r\nHost: x\r\nContent-Length: 2\r\n\r\nhi")
                            .reply()
                            .status());
            assertEquals(
                    404,
                    client.send("HEAD /nothing HTTP/1.1\r\nHost: x\r\n\r\n")
                            .head()
                            .status());
            assertEquals(200, client.send(GET).reply().status());
        }
    }

    @Test
    void stopLetsTheExchangeUnderWayEndAndThenTakesNoOther() throws Exception {
        try (var server = start(this::slowly);
                var client = new RawClient(server.port()).send(GET)) {
            assertTrue(begun.await(10, SECONDS));
            int port = server.port();
            var stopping = Thread.ofPlatform().start(() -> server.stop(Duration.ofSeconds(30)));
            while (stopping.isAlive() && stopping.getState() != Thread.State.TIMED_WAITING) Thread.onSpinWait();
            goOn.countDown();
            assertEquals("done", client.reply().body());
            assertTrue(stopping.join(Duration.ofSeconds(10)));
            assertThrows(ConnectException.class, () -> new RawClient(port));
        }
    }

    @Test
    void stopCutsOffWhatHasNotEndedInTime() throws Exception {
        var interrupted = new CompletableFuture<Boolean>();
        Handler handler = request -> {
            begun.countDown();
            interrupted.complete(isInterrupted(goOn));
            return Response.text(200, "too late");
        };
        try (var server = start(handler);
                var client = new RawClient(server.port()).send(GET)) {
            assertTrue(begun.await(10, SECONDS));
            server.stop(Duration.ZERO);
            assertEquals("", client.rest());
            assertTrue(interrupted.get(10, SECONDS));
        }
    }

    private static WebServer start(Handler handler) throws IOException {
        return WebServer.start("127.0.0.1", 0, List.of(new Route("GET", "/", handler)));
    }

    private Response slowly(Request request) {
        begun.countDown();
        return Response.text(200, isInterrupted(goOn) ? "interrupted" : "done");
    }

    private static boolean isInterrupted(CountDownLatch awaited) {
        try {
            return !awaited.await(30, SECONDS);
        } catch (InterruptedException e) {
            return true;
        }
    }
}
