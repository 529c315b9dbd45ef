package callbot.http;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.junit.jupiter.params.provider.Arguments.arguments;

import callbot.testing.RecordedLog;
import java.io.IOException;
import java.net.SocketException;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/**
 * Requests that no proper client sends. Each is answered in HTTP or its connection is closed, nothing of it is an error of
 * ours, and the next client is served. Which of the broken ones are served and which refused is the JDK's own decision, and
 * differs between its updates; only what we decide ourselves is held to a status.
 */
class BrokenRequestsTest {

    private static final String HEAD = " HTTP/1.1\r\nHost: x\r\n";
    private static final String CHUNKED = "POST /" + HEAD + "Transfer-Encoding: chunked\r\n";
    private static final String HUNG_UP = "";
    private static final String REFUSED = "(4\\d\\d|50[15])?";
    private static final String SERVED_OR_REFUSED = "200|" + REFUSED;

    private final RecordedLog log = new RecordedLog(WebServer.class);
    private WebServer server;

    @BeforeEach
    void start() throws IOException {
        Handler length = request -> Response.text(200, "a body of " + request.body().length);
        server =
                WebServer.start("127.0.0.1", 0, List.of(new Route("GET", "/", length), new Route("POST", "/", length)));
    }

    @AfterEach
    void stop() {
        server.close();
        log.close();
        assertEquals(List.of(), log.errors(), "a client's fault is no error of ours");
    }

    static List<Arguments> requests() {
        return List.of(
                arguments("a stray percent sign", "GET /?state=%zz" + HEAD + "\r\n", REFUSED),
                arguments("a character that must be escaped", "GET /?a|b" + HEAD + "\r\n", REFUSED),
                arguments("no version", "GET /\r\n\r\n", REFUSED),
                arguments("no path", "GET\r\n\r\n", REFUSED),
                arguments("a path without slash", "GET hello" + HEAD + "\r\n", REFUSED),
                arguments("a host for a path", "GET //other" + HEAD + "\r\n", REFUSED),
                arguments("an address of another kind", "GET mailto:x" + HEAD + "\r\n", REFUSED),
                arguments("a tunnel", "CONNECT example.com:443" + HEAD + "\r\n", REFUSED),
                arguments("no path but a star", "OPTIONS *" + HEAD + "\r\n", REFUSED),
                arguments("a path that is not UTF-8", "GET /%FF%FE" + HEAD + "\r\n", "404"),
                arguments("an unknown method", "BREW /" + HEAD + "\r\n", "405"),
                arguments("a version of its own", "GET / HTTP/9.9\r\n\r\n", SERVED_OR_REFUSED),
                arguments("an old version", "GET / HTTP/1.0\r\n\r\n", "200"),
                arguments("no host", "GET / HTTP/1.1\r\n\r\n", SERVED_OR_REFUSED),
                arguments("a blank before a colon", "GET / HTTP/1.1\r\nHost : x\r\n\r\n", REFUSED),
                arguments("two kinds of length", CHUNKED + "Content-Length: 3\r\n\r\n0\r\n\r\n", REFUSED),
                arguments(
                        "two lengths", "POST /" + HEAD + "Content-Length: 3\r\nContent-Length: 4\r\n\r\nabcd", REFUSED),
                arguments("a negative length", "POST /" + HEAD + "Content-Length: -1\r\n\r\n", REFUSED),
                arguments("a length in words", "POST /" + HEAD + "Content-Length: many\r\n\r\n", REFUSED),
                arguments("an unknown encoding", "POST /" + HEAD + "Transfer-Encoding: gzip\r\n\r\nabc", REFUSED),
                arguments("a chunk without a length", CHUNKED + "\r\nzz\r\nabc\r\n0\r\n\r\n", REFUSED),
                arguments("a chunk of absurd length", CHUNKED + "\r\nFFFFFFFFFFFF\r\nabc", REFUSED),
                arguments("101 headers", "GET /" + HEAD + headers(100) + "\r\n", REFUSED),
                arguments(
                        "a header of 17,000 bytes", "GET /" + HEAD + "X: " + "y".repeat(17_000) + "\r\n\r\n", REFUSED),
                arguments("a body where none belongs", "GET /" + HEAD + "Content-Length: 3\r\n\r\nabc", "200"));
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("requests")
    void survives(String what, String request, String expected) throws IOException {
        String fate = fate(request);
        assertTrue(fate.matches(expected), what + ": " + fate);
        assertEquals("200", fate("GET /" + HEAD + "\r\n"), "the next request");
    }

    private static String headers(int count) {
        return IntStream.range(0, count).mapToObj(i -> "X-" + i + ": y\r\n").collect(Collectors.joining());
    }

    /** The status of the answer, or {@link #HUNG_UP}. */
    private String fate(String request) throws IOException {
        try (var client = new RawClient(server.port()).send(request)) {
            String line = client.line();
            return line.isEmpty() ? HUNG_UP : line.split(" ")[1];
        } catch (SocketException e) { // reset, since it had not read all that was sent
            return HUNG_UP;
        }
    }
}
