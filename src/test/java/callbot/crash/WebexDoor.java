package callbot.crash;

import static org.junit.jupiter.api.Assertions.assertTrue;

import callbot.http.Request;
import callbot.http.Response;
import callbot.sandbox.web.Answer;
import callbot.sandbox.web.LocalServer;
import callbot.sandbox.web.Place;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.util.List;
import java.util.Queue;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;

/** The way from the bot to Webex: counts what comes through it, and stops a request before Webex sees it, or the answer. */
final class WebexDoor implements AutoCloseable {

    private static final List<String> PASSED_ON = List.of("authorization", "content-type", "trackingid", "link");

    private final URI webex;
    private final HttpClient http = HttpClient.newHttpClient();
    private final Queue<String> requests = new ConcurrentLinkedQueue<>();
    private final LocalServer server;
    private volatile Stop stop = new Stop(Side.BEFORE, "nothing");

    /** Where a request is stopped. */
    enum Side {
        /** Webex never sees it. */
        BEFORE,
        /** Webex has done what it asks for, but its answer goes no further. */
        AFTER
    }

    /** A request that is stopped here until the bot has died of it; then its connection is closed. */
    final class Stop {

        private final Side side;
        private final String begin;
        private final CountDownLatch reached = new CountDownLatch(1);
        private final CountDownLatch over = new CountDownLatch(1);

        private Stop(Side side, String begin) {
            this.side = side;
            this.begin = begin;
        }

        /** Returns when the request is here. */
        void await() {
            try {
                assertTrue(reached.await(10, TimeUnit.SECONDS), () -> "no " + begin + " among " + requests);
            } catch (InterruptedException e) {
                throw new IllegalStateException(e);
            }
        }

        private boolean stops(Side here, String request) throws InterruptedException {
            if (side != here || !request.startsWith(begin)) return false;
            reached.countDown();
            over.await();
            return true;
        }
    }

    private WebexDoor(URI webex) throws IOException {
        this.webex = webex;
        server = LocalServer.start(0, List.of(Place.beneath("/v1/", this::pass)));
    }

    static WebexDoor to(String webex) throws IOException {
        return new WebexDoor(URI.create(webex));
    }

    String url() {
        return "http://127.0.0.1:" + server.port() + "/v1";
    }

    /** How many requests that begin so, such as {@code POST /telephony}, have come. */
    long count(String begin) {
        return requests.stream().filter(request -> request.startsWith(begin)).count();
    }

    /** Stops the requests that begin so from now on. */
    Stop stop(Side side, String begin) {
        stop = new Stop(side, begin);
        return stop;
    }

    /** Everything may pass again. */
    void open() {
        Stop before = stop;
        stop = new Stop(Side.BEFORE, "nothing");
        before.over.countDown();
    }

    @Override
    public void close() {
        open();
        server.close();
        http.shutdownNow();
    }

    private Answer pass(Request request) {
        String line = request.method() + " " + request.path().substring("/v1".length());
        Stop now = stop;
        requests.add(line);
        try {
            if (now.stops(Side.BEFORE, line)) return new Answer.Dropped();
            HttpResponse<String> answer = http.send(forwarded(request), BodyHandlers.ofString());
            return now.stops(Side.AFTER, line) ? new Answer.Dropped() : new Answer.Whole(passedOn(answer));
        } catch (IOException | InterruptedException e) {
            return new Answer.Dropped();
        }
    }

    private HttpRequest forwarded(Request request) {
        String query = request.rawQuery().isEmpty() ? "" : "?" + request.rawQuery();
        HttpRequest.Builder builder = HttpRequest.newBuilder(webex.resolve(request.path() + query))
                .method(
                        request.method(),
                        request.body().length == 0
                                ? BodyPublishers.noBody()
                                : BodyPublishers.ofByteArray(request.body()));
        PASSED_ON.forEach(name -> request.header(name).ifPresent(value -> builder.header(name, value)));
        return builder.build();
    }

    private static Response passedOn(HttpResponse<String> answer) {
        Response response = answer.statusCode() == 204
                ? Response.empty(204)
                : Response.of(answer.statusCode(), "application/json", answer.body());
        for (String name : List.of("trackingid", "link")) {
            for (String value : answer.headers().allValues(name)) response = response.with(name, value);
        }
        return response;
    }
}
