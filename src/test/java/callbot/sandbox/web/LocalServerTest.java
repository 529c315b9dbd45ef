package callbot.sandbox.web;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import callbot.http.Response;
import callbot.testing.RecordedLog;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandler;
import java.net.http.HttpResponse.BodyHandlers;
import java.time.Duration;
import java.util.Iterator;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class LocalServerTest {

    private final HttpClient client = HttpClient.newHttpClient();
    private final RecordedLog log = new RecordedLog(LocalServer.class);
    private final CountDownLatch goOn = new CountDownLatch(1);
    private final CompletableFuture<Boolean> interrupted = new CompletableFuture<>();
    private LocalServer server;

    @BeforeEach
    void start() throws IOException {
        server = LocalServer.start(
                0,
                List.of(
                        Place.get("/hello", request -> text("hello")),
                        Place.post("/length", request -> text("" + request.body().length)),
                        Place.beneath("/all/", request -> text(request.method() + " " + request.path())),
                        Place.get("/dropped", request -> new Answer.Dropped()),
                        Place.get("/failing", request -> {
                            throw new IllegalStateException("a secret");
                        }),
                        Place.get("/events", request -> new Answer.Events(this::twoEvents)),
                        Place.get(
                                "/broken",
                                request -> new Answer.Events(page -> {
                                    throw new IllegalStateException("no more events");
                                }))));
    }

    @AfterEach
    void stop() {
        server.close();
        client.close();
        log.close();
    }

    @ParameterizedTest
    @CsvSource({
        "GET, /hello, 200, hello",
        "GET, /hello?x=y, 200, hello",
        "GET, /hello/, 404,",
        "POST, /hello, 404,",
        "GET, /length, 404,",
        "POST, /length, 200, 0",
        "GET, /all/a/b, 200, GET /all/a/b",
        "DELETE, /all/, 200, DELETE /all/",
        "GET, /all, 404,",
    })
    void answersWhatThereIsAPlaceFor(String method, String path, int status, String body) throws Exception {
        var answer = send(method, path, BodyHandlers.ofString());
        assertEquals(status, answer.statusCode());
        assertEquals(body == null ? "There is nothing here.\n" : body, answer.body());
    }

    @Test
    void takesBodiesOfMegabytes() throws Exception {
        var large = HttpRequest.newBuilder(address("/length"))
                .POST(BodyPublishers.ofByteArray(new byte[11 << 20]))
                .build();
        assertEquals(
                "" + (11 << 20), client.send(large, BodyHandlers.ofString()).body());
    }

    @Test
    void hangsUpWithoutAWordIfToldTo() {
        assertThrows(IOException.class, () -> send("GET", "/dropped", BodyHandlers.ofString()));
    }

    @Test
    void ofWhatFailsTheLogKnowsMoreThanTheClient() throws Exception {
        var answer = send("GET", "/failing", BodyHandlers.ofString());
        assertEquals(500, answer.statusCode());
        assertEquals("Something went wrong here. It has been logged.\n", answer.body());
        assertEquals("event=sandbox.failed path=/failing", log.nextError());
        assertEquals(200, send("GET", "/broken", BodyHandlers.ofString()).statusCode());
        assertEquals("event=sandbox.cut", log.nextError());
    }

    @Test
    void sendsEachEventWhenItHappens() throws Exception {
        var answer = send("GET", "/events", BodyHandlers.ofLines());
        assertEquals(
                "text/event-stream", answer.headers().firstValue("Content-Type").orElseThrow());
        assertEquals("no-store", answer.headers().firstValue("Cache-Control").orElseThrow());
        Iterator<String> lines = answer.body().iterator();
        assertEquals("data: one", lines.next());
        goOn.countDown();
        assertEquals(List.of("", "data: two", ""), List.of(lines.next(), lines.next(), lines.next()));
    }

    @Test
    void endsItsEventsWhenItStops() throws Exception {
        Iterator<String> lines =
                send("GET", "/events", BodyHandlers.ofLines()).body().iterator();
        assertEquals("data: one", lines.next());
        server.close();
        assertTrue(interrupted.get(10, TimeUnit.SECONDS));
    }

    private void twoEvents(Answer.Page page) throws IOException, InterruptedException {
        page.send("data: one\n\n");
        try {
            goOn.await();
        } catch (InterruptedException e) {
            interrupted.complete(true);
            throw e;
        }
        page.send("data: two\n\n");
    }

    private static Answer text(String text) {
        return new Answer.Whole(Response.text(200, text));
    }

    private <T> HttpResponse<T> send(String method, String path, BodyHandler<T> as) throws Exception {
        var request = HttpRequest.newBuilder(address(path))
                .timeout(Duration.ofSeconds(10))
                .method(method, BodyPublishers.noBody())
                .build();
        return client.send(request, as);
    }

    private URI address(String path) {
        return URI.create("http://127.0.0.1:" + server.port() + path);
    }
}
