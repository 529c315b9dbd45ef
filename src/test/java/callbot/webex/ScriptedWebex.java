package callbot.webex;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotNull;

import callbot.MovableClock;
import callbot.contract.Contract;
import callbot.trace.Tracer;
import java.io.IOException;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.TimeUnit;
import java.util.logging.Level;
import java.util.logging.Logger;
import mockwebserver3.MockResponse;
import mockwebserver3.MockWebServer;
import mockwebserver3.RecordedRequest;

/** A Webex that answers what it is told to, one answer after the other, and a client of it whose waits pass at once. */
public final class ScriptedWebex implements AutoCloseable {

    public static final Secret TOKEN = new Secret("canary-token");

    private static final Logger CHATTER = Logger.getLogger(MockWebServer.class.getName());
    private static final String JSON = "application/json";

    public final List<Duration> waits = new CopyOnWriteArrayList<>();
    public final MovableClock clock = new MovableClock();
    public final WebexClient client;

    private final MockWebServer server = new MockWebServer();
    private final Contract contract = Contract.load();

    public ScriptedWebex() {
        this(Duration.ofSeconds(10));
    }

    public ScriptedWebex(Duration attemptLimit) {
        CHATTER.setLevel(Level.WARNING);
        try {
            server.start();
        } catch (IOException e) {
            throw new AssertionError(e);
        }
        client = client(attemptLimit);
    }

    /** A client of a Webex at any address. */
    public static WebexClient client(URI base, Clock clock, Patience.Sleep sleep, Duration attemptLimit) {
        return new WebexClient(base, clock, new Patience(clock, sleep, new Random(1)), new Tracer(clock), attemptLimit);
    }

    private WebexClient client(Duration attemptLimit) {
        return client(base(), clock, this::pass, attemptLimit);
    }

    public URI base() {
        return URI.create("http://127.0.0.1:" + server.getPort() + "/v1");
    }

    /** Lets the time pass on the clock alone. */
    public void pass(Duration time) {
        waits.add(time);
        clock.advance(time);
    }

    public ScriptedWebex answer(MockResponse response) {
        server.enqueue(response);
        return this;
    }

    public ScriptedWebex answer(int status, String json) {
        return answer(response(status, json).build());
    }

    /** An answer in JSON, to be refined. */
    public static MockResponse.Builder response(int status, String json) {
        return new MockResponse.Builder()
                .code(status)
                .setHeader("Content-Type", JSON)
                .body(json);
    }

    /** How many requests have come. */
    public int requests() {
        return server.getRequestCount();
    }

    /** The next request, whatever it is. */
    public RecordedRequest request() throws InterruptedException {
        RecordedRequest request = server.takeRequest(10, TimeUnit.SECONDS);
        assertNotNull(request, "no request came");
        return request;
    }

    /** The next request, which is such that Webex's contract allows it. */
    public RecordedRequest properRequest() throws InterruptedException {
        RecordedRequest request = request();
        List<String> violations = new ArrayList<>(violations(request, 200, ""));
        violations.removeIf(violation -> violation.startsWith("answer:"));
        assertEquals(List.of(), violations);
        return request;
    }

    /** The next request, if it and this answer to it are such that Webex's contract allows both. */
    public RecordedRequest exchange(int status, String answer) throws InterruptedException {
        RecordedRequest request = request();
        assertEquals(List.of(), violations(request, status, answer));
        assertEquals("Bearer " + TOKEN.reveal(), request.getHeaders().get("Authorization"));
        return request;
    }

    public List<String> violations(RecordedRequest request, int status, String answer) {
        String type = request.getHeaders().get("Content-Type");
        return contract.violations(
                request.getMethod(),
                request.getTarget(),
                type == null ? "" : type,
                body(request).getBytes(StandardCharsets.UTF_8),
                status,
                answer.isEmpty() ? "" : JSON,
                answer.getBytes(StandardCharsets.UTF_8));
    }

    public static String body(RecordedRequest request) {
        return request.getBody() == null ? "" : request.getBody().utf8();
    }

    @Override
    public void close() {
        client.close();
        server.close();
    }
}
