package callbot.tunnel;

import java.io.IOException;
import java.net.URI;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.logging.Level;
import java.util.logging.Logger;
import mockwebserver3.Dispatcher;
import mockwebserver3.MockResponse;
import mockwebserver3.MockWebServer;
import mockwebserver3.RecordedRequest;

/** The local API of an ngrok agent, which says what it is told to; what it is not told about is not found. */
final class FakeAgent implements AutoCloseable {

    private static final Logger CHATTER = Logger.getLogger(MockWebServer.class.getName());
    private static final Logger REPORTS = Logger.getLogger("callbot.tunnel");

    private final MockWebServer server = new MockWebServer();
    private final Map<String, String> answers = new ConcurrentHashMap<>();
    private final List<String> asked = new CopyOnWriteArrayList<>();
    private volatile Runnable onAsked = () -> {};

    FakeAgent() throws IOException {
        CHATTER.setLevel(Level.WARNING);
        REPORTS.setLevel(Level.WARNING);
        server.setDispatcher(new Dispatcher() {
            @Override
            public MockResponse dispatch(RecordedRequest request) {
                asked.add(request.getTarget());
                onAsked.run();
                String body = answers.get(request.getTarget());
                return new MockResponse.Builder()
                        .code(body == null ? 404 : 200)
                        .body(body == null ? "404 page not found" : body)
                        .build();
            }
        });
        server.start();
    }

    /** Answers this path so from now on. */
    FakeAgent says(String path, String json) {
        answers.put(path, json);
        return this;
    }

    /** Has these endpoints from now on, each written as {@code url -> upstream}. */
    FakeAgent leads(String... endpoints) {
        List<String> items = List.of(endpoints).stream()
                .map(endpoint -> endpoint.split(" -> "))
                .map(parts ->
                        "{\"name\": \"n\", \"url\": \"%s\", \"upstream\": {\"url\": \"%s\", \"protocol\": \"http1\"}}"
                                .formatted(parts[0], parts[1]))
                .toList();
        return says("/api/endpoints", "{\"endpoints\": [" + String.join(",", items) + "]}");
    }

    /** Does this before each answer. */
    void whenAsked(Runnable action) {
        onAsked = action;
    }

    /** The paths that were asked for, in order. */
    List<String> asked() {
        return asked;
    }

    String host() {
        return "127.0.0.1:" + server.getPort();
    }

    URI address() {
        return URI.create("http://" + host());
    }

    @Override
    public void close() {
        REPORTS.setLevel(null);
        server.close();
    }
}
