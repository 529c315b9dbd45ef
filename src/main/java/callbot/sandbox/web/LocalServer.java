package callbot.sandbox.web;

import callbot.http.Limits;
import callbot.http.Request;
import callbot.http.Response;
import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.io.OutputStream;
import java.lang.System.Logger.Level;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;

/** A web server for this machine alone, which trusts whoever asks. */
public final class LocalServer implements AutoCloseable {

    /** More than anything here takes, in bytes, so that Webex can refuse what is too large in its own way. */
    private static final int MAX_BODY = 16 * 1024 * 1024;

    private final System.Logger log = System.getLogger(LocalServer.class.getName());
    private final ExecutorService threads = Executors.newCachedThreadPool(
            Thread.ofPlatform().daemon().name("sandbox-", 0).factory());
    private final List<Place> places;
    private final HttpServer server;

    private LocalServer(int port, List<Place> places) throws IOException {
        this.places = List.copyOf(places);
        this.server = HttpServer.create(new InetSocketAddress(InetAddress.getByName("127.0.0.1"), port), 0);
    }

    /**
     * Starts to listen and to answer. It keeps to the limits of the bot's server, as do all servers of a process: whichever is
     * made first has them read.
     *
     * @param port the port, 0 for any free one
     * @param places who answers what; the first that takes a request
     * @throws IOException if the port cannot be had
     */
    public static LocalServer start(int port, List<Place> places) throws IOException {
        Limits.set();
        LocalServer local = new LocalServer(port, places);
        local.server.createContext("/", local::exchange);
        local.server.setExecutor(local.threads);
        local.server.start();
        return local;
    }

    /**
     * Lets answers last, so that pages can be told of events for hours. This is the one limit that the sandbox cannot keep to.
     * It holds for all servers of the process, also for that of the bot which runs here; so only a program that is nothing but
     * a sandbox may ask for it, before its first server starts.
     */
    public static void letAnswersLast() {
        System.setProperty("sun.net.httpserver.maxRspTime", "-1"); // Limits leaves alone what is set
    }

    /** The port that it listens on. */
    public int port() {
        return server.getAddress().getPort();
    }

    /** Stops at once. */
    @Override
    public void close() {
        server.stop(0);
        threads.shutdownNow();
    }

    private void exchange(HttpExchange exchange) {
        try (exchange) {
            switch (answer(exchange)) {
                case Answer.Whole(Response response) -> response.send(exchange);
                case Answer.Events(Answer.Feed feed) -> tell(exchange, feed);
                case Answer.Dropped() -> {} // the exchange is closed
            }
        } catch (IOException e) {
            log.log(Level.DEBUG, "event=sandbox.client-gone reason=\"{0}\"", e.getMessage());
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt(); // it stops
        } catch (RuntimeException | Error e) { // thrown on, it would vanish without a line
            log.log(Level.ERROR, "event=sandbox.cut", e);
        }
    }

    private Answer answer(HttpExchange exchange) throws IOException {
        byte[] body = exchange.getRequestBody().readNBytes(MAX_BODY + 1);
        if (body.length > MAX_BODY) return new Answer.Dropped();

        Request request = Request.of(exchange, body);
        try {
            return places.stream()
                    .filter(place -> place.takes().test(request))
                    .findFirst()
                    .map(place -> place.service().apply(request))
                    .orElseGet(() -> new Answer.Whole(Response.text(404, "There is nothing here.\n")));
        } catch (RuntimeException | Error e) { // the edge: the client gets an answer
            log.log(Level.ERROR, "event=sandbox.failed path=" + request.path(), e);
            return new Answer.Whole(Response.text(500, "Something went wrong here. It has been logged.\n"));
        }
    }

    private static void tell(HttpExchange exchange, Answer.Feed feed) throws IOException, InterruptedException {
        exchange.getResponseHeaders().set("Content-Type", "text/event-stream");
        exchange.getResponseHeaders().set("Cache-Control", "no-store");
        exchange.sendResponseHeaders(200, 0); // in chunks
        OutputStream out = exchange.getResponseBody();
        feed.tell(text -> {
            out.write(text.getBytes(StandardCharsets.UTF_8));
            out.flush();
        });
    }
}
