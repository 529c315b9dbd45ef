package callbot.webex;

import static callbot.webex.ScriptedWebex.TOKEN;
import static callbot.webex.ScriptedWebex.response;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTimeoutPreemptively;
import static org.junit.jupiter.api.Assertions.assertTrue;

import callbot.MovableClock;
import callbot.trace.Tracer;
import callbot.webex.calling.Calls;
import java.io.IOException;
import java.io.OutputStream;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.net.URI;
import java.time.Duration;
import java.util.Optional;
import java.util.Random;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import java.util.function.Function;
import mockwebserver3.MockResponse;
import mockwebserver3.SocketEffect;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.function.Executable;

/** Answers that take their time, and callers who cannot wait. */
class SlowAnswersTest {

    private static final Duration LIMIT = Duration.ofMillis(300);
    private static final Duration LONG = Duration.ofSeconds(20);
    private static final Duration AT_MOST = Duration.ofSeconds(10);
    private static final MockResponse SILENCE = new MockResponse.Builder()
            .onResponseStart(SocketEffect.Stall.INSTANCE)
            .build();
    private static final MockResponse OK = response(200, "{}").build();

    private final ScriptedWebex webex = new ScriptedWebex(LIMIT);

    @AfterEach
    void close() {
        webex.close();
    }

    @Test
    void aPostThatIsNotAnsweredInTimeIsNotRepeated() {
        webex.answer(SILENCE).answer(OK);

        var failure = assertThrows(
                WebexException.Unanswered.class, () -> new Calls(webex.client).dial(TOKEN, "5", Optional.empty()));

        assertTrue(failure.getMessage().startsWith("Webex did not answer: no answer within "), failure.getMessage());
        assertTrue(webex.requests() <= 1); // none, if a slow machine has spent the time on connecting
    }

    @Test
    void aGetThatIsNotAnsweredInTimeIsRepeated() {
        webex.answer(SILENCE).answer(OK);

        assertTrue(webex.client.<Boolean>get(TOKEN, "/x", json -> json.isObject()));

        assertEquals(2, webex.requests());
    }

    @Test
    void whoseTimeForTheWholeEventIsUpAsksOnceMoreAndNoMore() {
        for (int i = 0; i < 6; i++) webex.answer(503, "{}");
        Tracer tracer = new Tracer(webex.clock);
        Patience patience = new Patience(webex.clock, webex::pass, new Random(1));
        try (var client = new WebexClient(webex.base(), webex.clock, patience, tracer, AT_MOST)) {
            Executable read = () -> client.get(TOKEN, "/x", Function.identity());
            tracer.follow("12345678", webex.clock.instant(), () -> {
                assertThrows(WebexException.Refused.class, read);
                assertEquals(3, webex.requests());
                webex.clock.advance(Duration.ofSeconds(20));
                assertThrows(WebexException.Refused.class, read);
                assertEquals(4, webex.requests());
            });
        }
    }

    @Test
    void theTimeLimitCoversTheBodyThatDrips() throws IOException {
        try (var dripping = new ServerSocket(0, 10, InetAddress.getLoopbackAddress())) {
            Thread.startVirtualThread(() -> {
                while (!dripping.isClosed()) drip(dripping);
            });
            URI base = URI.create("http://127.0.0.1:" + dripping.getLocalPort() + "/v1");
            try (var client = ScriptedWebex.client(base, webex.clock, webex::pass, LIMIT)) {
                assertTimeoutPreemptively(
                        AT_MOST,
                        () -> assertThrows(
                                WebexException.Unanswered.class, () -> client.get(TOKEN, "/x", Function.identity())));
            }
        }
    }

    @Test
    void anEndlessAnswerIsCutOffBeforeItsTime() throws IOException {
        try (var flooding = new ServerSocket(0, 10, InetAddress.getLoopbackAddress())) {
            Thread.startVirtualThread(() -> {
                while (!flooding.isClosed()) flood(flooding);
            });
            URI base = URI.create("http://127.0.0.1:" + flooding.getLocalPort() + "/v1");
            try (var client = ScriptedWebex.client(base, webex.clock, webex::pass, LONG)) {
                var failure = assertTimeoutPreemptively(
                        AT_MOST,
                        () -> assertThrows(
                                WebexException.Unanswered.class, () -> client.get(TOKEN, "/x", Function.identity())));
                assertTrue(failure.getMessage().contains("more than 1048576 bytes"), failure.getMessage());
            }
        }
    }

    @Test
    void whoIsInterruptedWhileAskingComesBackAtOnceAndStaysInterrupted() throws Exception {
        webex.answer(SILENCE);
        try (var client = ScriptedWebex.client(webex.base(), webex.clock, webex::pass, LONG)) {
            var asking = new Asking(client);

            webex.request();
            asking.interrupt();

            assertInstanceOf(WebexException.Unanswered.class, asking.failure());
            assertTrue(asking.isStillInterrupted());
        }
    }

    @Test
    void whoIsInterruptedWhileWaitingStaysInterruptedAndAsksNoMore() throws Exception {
        webex.answer(response(429, "").setHeader("Retry-After", "9").build()).answer(OK);
        var waiting = new CompletableFuture<Duration>();
        Patience.Sleep sleep = time -> {
            waiting.complete(time);
            Thread.sleep(Duration.ofSeconds(60));
        };
        try (var client = ScriptedWebex.client(webex.base(), new MovableClock(), sleep, AT_MOST)) {
            var asking = new Asking(client);

            waiting.get(10, TimeUnit.SECONDS);
            asking.interrupt();

            assertInstanceOf(WebexException.Unanswered.class, asking.failure());
            assertTrue(asking.isStillInterrupted());
            assertEquals(1, webex.requests());
        }
    }

    @Test
    void closingTheClientEndsWhatIsUnderWay() throws Exception {
        webex.answer(SILENCE);
        var client = ScriptedWebex.client(webex.base(), webex.clock, webex::pass, LONG);
        var asking = new Asking(client);
        webex.request();

        client.close();

        assertInstanceOf(WebexException.Unanswered.class, asking.failure());
    }

    /** Somebody who asks in another thread. */
    private static final class Asking {

        private final CompletableFuture<RuntimeException> failure = new CompletableFuture<>();
        private final CompletableFuture<Boolean> interrupted = new CompletableFuture<>();
        private final Thread thread;

        Asking(WebexClient client) {
            thread = Thread.startVirtualThread(() -> {
                try {
                    new Calls(client).dial(TOKEN, "5", Optional.empty());
                } catch (RuntimeException e) {
                    failure.complete(e);
                }
                interrupted.complete(Thread.currentThread().isInterrupted());
            });
        }

        void interrupt() {
            thread.interrupt();
        }

        RuntimeException failure() throws Exception {
            return failure.get(10, TimeUnit.SECONDS);
        }

        boolean isStillInterrupted() throws Exception {
            return interrupted.get(10, TimeUnit.SECONDS);
        }
    }

    private static void drip(ServerSocket server) {
        answer(server, "HTTP/1.1 200 OK\r\nContent-Length: 100000\r\n\r\n", " ", Duration.ofMillis(20));
    }

    private static void flood(ServerSocket server) {
        answer(server, "HTTP/1.1 200 OK\r\nConnection: close\r\n\r\n", " ".repeat(100_000), Duration.ZERO);
    }

    /** Sends a head and then the same text again and again, until the client has had enough. */
    private static void answer(ServerSocket server, String head, String text, Duration pause) {
        try (Socket client = server.accept()) {
            OutputStream out = client.getOutputStream();
            out.write(head.getBytes());
            while (true) {
                out.write(text.getBytes());
                out.flush();
                Thread.sleep(pause);
            }
        } catch (IOException e) {
            // the client has gone
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }
}
