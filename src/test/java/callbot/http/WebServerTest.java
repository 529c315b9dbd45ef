package callbot.http;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import callbot.testing.RecordedLog;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublisher;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class WebServerTest {

    private final HttpClient client =
            HttpClient.newBuilder().version(HttpClient.Version.HTTP_1_1).build();
    private final RecordedLog log = new RecordedLog(WebServer.class);
    private WebServer server;

    @BeforeEach
    void start() throws IOException {
        Handler hello = request -> Response.text(200, "hello");
        server = WebServer.start(
                "127.0.0.1",
                0,
                List.of(
                        new Route("GET", "/hello", hello),
                        new Route("GET", "/both", hello),
                        new Route("POST", "/both", hello),
                        new Route("GET", "/calls/*", request -> Response.text(200, request.lastSegment())),
                        new Route(
                                "GET",
                                "/state",
                                request -> Response.text(
                                        200, request.query("state").orElse("none"))),
                        new Route(
                                "GET",
                                "/agent",
                                request -> Response.text(
                                        200, request.header("USER-agent").orElseThrow())),
                        new Route("POST", "/length", request -> Response.text(200, "" + request.body().length)),
                        new Route("GET", "/empty", request -> Response.empty(200)),
                        new Route("GET", "/away", request -> Response.empty(302).with("Location", "/hello")),
                        new Route("GET", "/failing", WebServerTest::fail),
                        new Route("GET", "/overflowing", WebServerTest::overflow),
                        new Route(
                                "GET",
                                "/splitting",
                                request -> Response.empty(302)
                                        .with("Location", request.query("to").orElseThrow()))));
    }

    @AfterEach
    void stop() {
        server.close();
        log.close();
        client.close();
    }

    @ParameterizedTest
    @CsvSource({
        "/hello, 200",
        "/hello?x=y, 200",
        "/hel%6Co, 200",
        "/hello/, 404",
        "/hellos, 404",
        "/hello/../hello, 404",
        "/HELLO, 404",
        "/, 404",
        "/calls/key, 200",
        "/calls/, 404",
        "/calls, 404",
        "/calls/key/more, 404",
        "/calls/key%2Fmore, 404"
    })
    void answersExactlyTheRoutesItHas(String path, int status) throws Exception {
        assertEquals(status, get(path).statusCode());
    }

    @Test
    void saysWhichMethodsAPathTakes() throws Exception {
        var response = send("DELETE", "/both", BodyPublishers.noBody());
        assertEquals(405, response.statusCode());
        assertEquals(Optional.of("GET, POST"), response.headers().firstValue("Allow"));
    }

    @ParameterizedTest
    @CsvSource({"/hello, 200, 5", "/nothing, 404, 23", "/length, 405, 24"})
    void answersHeadWithTheHeadAlone(String path, int status, String length) throws Exception {
        var response = send("HEAD", path, BodyPublishers.noBody());
        assertEquals(status, response.statusCode());
        assertEquals("", response.body());
        assertEquals(Optional.of(length), response.headers().firstValue("Content-Length"));
    }

    @Test
    void decodesTheQuery() throws Exception {
        assertEquals("a=b c", get("/state?code=1&state=a=b+c").body());
        assertEquals("none", get("/state").body());
    }

    @Test
    void findsHeadersInWhateverCase() throws Exception {
        assertTrue(get("/agent").body().startsWith("Java-http-client"), "the user agent of the client in use");
    }

    @ParameterizedTest
    @CsvSource({"/empty, 200", "/away, 302"})
    void saysThatAnEmptyAnswerIsEmpty(String path, int status) throws Exception {
        var response = get(path);
        assertEquals(status, response.statusCode());
        assertEquals(Optional.of("0"), response.headers().firstValue("Content-Length"));
    }

    @ParameterizedTest
    @ValueSource(ints = {0, 1, WebServer.MAX_BODY})
    void takesABodyUpToItsBoundWhetherItsLengthIsToldOrNot(int length) throws Exception {
        assertEquals("" + length, send("POST", "/length", told(length)).body());
        assertEquals("" + length, send("POST", "/length", chunked(length)).body());
    }

    @ParameterizedTest
    @ValueSource(ints = {WebServer.MAX_BODY + 1, 2 * WebServer.MAX_BODY, 1024 * 1024})
    void refusesALargerBodyInAWayThatTheClientCanRead(int length) throws Exception {
        String reason = "A body of more than 65536 bytes is not taken here.\n";
        for (var body : List.of(told(length), chunked(length))) {
            var response = send("POST", "/length", body);
            assertEquals(413, response.statusCode());
            assertEquals(reason, response.body());
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"/failing", "/overflowing", "/splitting?to=/%0d%0aSet-Cookie:%20a=b"})
    void answersForAHandlerThatFailsAndTellsOnlyTheLog(String path) throws Exception {
        var response = get(path);
        assertEquals(500, response.statusCode());
        assertEquals("Something went wrong here. It has been logged.\n", response.body());
        assertEquals(List.of("event=http.failed path=" + URI.create(path).getPath()), log.errors());
        assertEquals(200, get("/hello").statusCode());
    }

    @Test
    void readsItsLimitsFromPropertiesThatItHasSetItself() {
        assertEquals("true", System.getProperty("sun.net.httpserver.nodelay"));
        assertEquals("10", System.getProperty("sun.net.httpserver.maxReqTime"));
        assertEquals("60", System.getProperty("sun.net.httpserver.maxRspTime"));
        assertEquals("16384", System.getProperty("sun.net.httpserver.maxReqHeaderSize"));
        assertEquals("0", System.getProperty("sun.net.httpserver.drainAmount"));
    }

    private static Response fail(Request request) {
        throw new IllegalStateException("a secret of " + request.path());
    }

    private static Response overflow(Request request) {
        return overflow(request).with("never", "reached");
    }

    private static BodyPublisher told(int length) {
        return BodyPublishers.ofByteArray("x".repeat(length).getBytes(UTF_8));
    }

    private static BodyPublisher chunked(int length) {
        return BodyPublishers.ofInputStream(
                () -> new ByteArrayInputStream("x".repeat(length).getBytes(UTF_8)));
    }

    private HttpResponse<String> get(String path) throws IOException, InterruptedException {
        return send("GET", path, BodyPublishers.noBody());
    }

    private HttpResponse<String> send(String method, String path, BodyPublisher body)
            throws IOException, InterruptedException {
        var request = HttpRequest.newBuilder(URI.create("http://127.0.0.1:" + server.port() + path))
                .timeout(Duration.ofSeconds(10))
                .method(method, body)
                .build();
        return client.send(request, BodyHandlers.ofString());
    }
}
