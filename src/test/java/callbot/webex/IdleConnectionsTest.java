package callbot.webex;

import static callbot.webex.ScriptedWebex.TOKEN;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import callbot.MovableClock;
import callbot.json.Json;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.OutputStream;
import java.io.Writer;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Duration;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

/** What happens to a command if whatever is in front of Webex has given up the idle connection. Real sockets do as told. */
@Timeout(60)
class IdleConnectionsTest {

    /** What becomes of a connection after its first answer. */
    private enum Then {
        /** It is closed, and says so. */
        CLOSED,
        /** It is reset. */
        RESET,
        /** It is forgotten: whatever comes is swallowed, as a firewall does. */
        FORGOTTEN
    }

    private final MovableClock clock = new MovableClock();
    private final AtomicInteger dialled = new AtomicInteger();
    private volatile Then then = Then.CLOSED;
    private ServerSocket server;
    private WebexClient webex;

    @BeforeEach
    void listen() throws IOException {
        server = new ServerSocket(0, 50, InetAddress.getLoopbackAddress());
        Thread.ofVirtual().start(this::accept);
        var base = URI.create("http://127.0.0.1:" + server.getLocalPort() + "/v1");
        webex = ScriptedWebex.client(base, clock, clock::advance, Duration.ofSeconds(10));
    }

    @AfterEach
    void close() throws IOException {
        webex.close();
        server.close();
    }

    /** In a process of its own, since the JDK reads once how long an idle connection is kept. */
    @Test
    void aCommandAfterAWhileIsSentOverANewConnection() throws Exception {
        Process process = new ProcessBuilder(
                        Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                        "-cp",
                        System.getProperty("java.class.path"),
                        IdleConnectionsTest.class.getName())
                .redirectErrorStream(true)
                .start();
        String said = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
        assertEquals(0, process.waitFor(), said);
        assertEquals("dialled 1", said.strip());
    }

    /** Asks, waits for four seconds, since the JDK's client measures idle time by its own clock, and dials. */
    public static void main(String... none) throws Exception {
        var test = new IdleConnectionsTest();
        test.listen();
        test.then = Then.FORGOTTEN;
        test.webex.get(TOKEN, "/people/me", Json::isObject);
        Thread.sleep(4_000);
        test.dial();
        System.out.println("dialled " + test.dialled.get());
        test.close();
    }

    @Test
    void aCommandIsNeverDoneTwiceThoughTheConnectionGoesAtTheSameMoment() {
        int told = 0;
        for (int i = 0; i < 200; i++) {
            then = i % 2 == 0 ? Then.CLOSED : Then.RESET;
            webex.get(TOKEN, "/people/me", Json::isObject);
            int before = dialled.get();
            try {
                dial();
                told++;
                assertEquals(1, dialled.get() - before, "what is said to be done was done once");
            } catch (WebexException e) {
                int done = dialled.get() - before;
                assertTrue(done == 0 || done == 1 && e.mayHaveHappened(), done + " times, and then " + e);
            }
        }
        assertTrue(told > 0, "at least now and then it gets through");
    }

    private void dial() {
        webex.post(TOKEN, "/telephony/calls/dial", Json.object());
    }

    private void accept() {
        try {
            while (true) {
                Socket socket = server.accept();
                Thread.ofVirtual().start(() -> serve(socket));
            }
        } catch (IOException e) {
            // the test is over
        }
    }

    private void serve(Socket socket) {
        try {
            var in = new BufferedReader(new InputStreamReader(socket.getInputStream(), StandardCharsets.US_ASCII));
            String request = in.readLine();
            if (request == null) return;
            for (String header = in.readLine(); !header.isEmpty(); ) header = in.readLine();
            if (request.startsWith("POST")) dialled.incrementAndGet();
            OutputStream out = socket.getOutputStream();
            out.write("HTTP/1.1 200 OK\r\nContent-Length: 2\r\n\r\n{}".getBytes(StandardCharsets.US_ASCII));
            out.flush();
            switch (then) {
                case CLOSED -> socket.close();
                case RESET -> {
                    socket.setSoLinger(true, 0);
                    socket.close();
                }
                case FORGOTTEN -> in.transferTo(Writer.nullWriter());
            }
        } catch (IOException e) {
            // the client is gone
        }
    }
}
