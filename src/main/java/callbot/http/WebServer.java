package callbot.http;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.io.InputStream;
import java.lang.System.Logger.Level;
import java.net.InetSocketAddress;
import java.time.Duration;
import java.util.Arrays;
import java.util.List;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Semaphore;
import java.util.concurrent.ThreadFactory;

/** The JDK's HTTP server, bounded: so many connections, so many bytes, so much patience with a slow client. */
public final class WebServer implements AutoCloseable {

    /** No body that the bot takes is larger, in bytes. */
    public static final int MAX_BODY = 64 * 1024;

    /** How the names of the threads begin in which requests are answered. */
    public static final String THREADS = "http-";

    /** A body of fewer bytes, as all are that Webex sends, is taken however many others there are. */
    private static final int SMALL_BODY = 8 * 1024;

    /** How much of a body that is too large is read and thrown away, in bytes, so that the client gets to read its 413. */
    private static final int MAX_SKIPPED = 1024 * 1024;

    private static final int BACKLOG = 1024;

    /** Since this version of Java a virtual thread that waits within synchronized code lets its carrier go (JEP 491). */
    private static final int FIRST_WITHOUT_PINNING = 24;

    private final System.Logger log = System.getLogger(WebServer.class.getName());
    private final HttpServer server;
    private final ExecutorService executor;
    private final List<Route> routes;
    private final Semaphore roomForLargeBodies =
            new Semaphore(Limits.largeBodies(Runtime.getRuntime().maxMemory()));

    private WebServer(HttpServer server, ExecutorService executor, List<Route> routes) {
        this.server = server;
        this.executor = executor;
        this.routes = routes;
    }

    /**
     * Starts to listen and to answer.
     *
     * @param host the address to listen on, {@code 0.0.0.0} for all
     * @param port the port, 0 for any free one
     * @param routes who answers what; the first that matches
     * @throws IOException if the port cannot be had
     */
    public static WebServer start(String host, int port, List<Route> routes) throws IOException {
        Limits.set();
        HttpServer server = HttpServer.create(new InetSocketAddress(host, port), BACKLOG);
        ExecutorService executor = Executors.newThreadPerTaskExecutor(threads());
        WebServer webServer = new WebServer(server, executor, List.copyOf(routes));
        server.createContext("/", webServer::exchange);
        server.setExecutor(executor);
        server.start();
        return webServer;
    }

    /** The port that it listens on. */
    public int port() {
        return server.getAddress().getPort();
    }

    /**
     * Takes no new connections, and gives the exchanges under way so long to end; those that have not are cut off and
     * their handlers interrupted. Returns as soon as the last one has ended; a request of which only a part has come
     * uses up all the patience.
     *
     * @param patience how long, in whole seconds
     */
    public void stop(Duration patience) {
        server.stop(Math.toIntExact(patience.toSeconds()));
        executor.shutdownNow();
    }

    /** Stops at once. */
    @Override
    public void close() {
        stop(Duration.ZERO);
    }

    private static ThreadFactory threads() {
        return Runtime.version().feature() < FIRST_WITHOUT_PINNING
                ? Thread.ofPlatform().daemon().name(THREADS, 0).factory()
                : Thread.ofVirtual().name(THREADS, 0).factory();
    }

    private void exchange(HttpExchange exchange) {
        try (exchange) {
            answer(exchange).send(exchange);
        } catch (IOException e) {
            log.log(Level.DEBUG, "event=http.client-gone reason=\"{0}\"", e.getMessage());
        } catch (RuntimeException | Error e) { // thrown on, it would vanish without a line
            log.log(Level.ERROR, "event=http.cut", e); // without the path, which anybody can fill
        }
    }

    private Response answer(HttpExchange exchange) throws IOException {
        String path = exchange.getRequestURI().getPath();
        List<Route> matching =
                routes.stream().filter(route -> route.matchesPath(path)).toList();
        if (matching.isEmpty()) return unread(exchange, Response.text(404, "There is nothing here.\n"));

        String method = exchange.getRequestMethod().equals("HEAD") ? "GET" : exchange.getRequestMethod();
        for (Route route : matching) {
            if (route.method().equals(method)) return answer(exchange, route);
        }
        String allowed = String.join(", ", matching.stream().map(Route::method).toList());
        return unread(
                exchange,
                Response.text(405, "Here you can only " + allowed + ".\n").with("Allow", allowed));
    }

    /** Small bodies are always taken; for a large one there must be room in memory until it has been handled. */
    private Response answer(HttpExchange exchange, Route route) throws IOException {
        InputStream in = exchange.getRequestBody();
        byte[] start = read(in, SMALL_BODY);
        if (start.length < SMALL_BODY) return handle(exchange, route, start);

        if (!roomForLargeBodies.tryAcquire()) {
            return Response.text(503, "There is too much to do just now.\n").with("Retry-After", "5");
        }
        try {
            byte[] rest = read(in, MAX_BODY + 1 - SMALL_BODY);
            if (start.length + rest.length <= MAX_BODY) return handle(exchange, route, joined(start, rest));
        } finally {
            roomForLargeBodies.release();
        }
        return unread(exchange, Response.text(413, "A body of more than " + MAX_BODY + " bytes is not taken here.\n"));
    }

    private Response handle(HttpExchange exchange, Route route, byte[] body) {
        try {
            return route.handler().handle(Request.of(exchange, body));
        } catch (RuntimeException | Error e) { // the edge: whatever goes wrong in a handler, the client gets an answer
            log.log(Level.ERROR, "event=http.failed path=" + route.path(), e);
            return Response.text(500, "Something went wrong here. It has been logged.\n");
        }
    }

    private static byte[] read(InputStream in, int most) throws IOException {
        try {
            return in.readNBytes(most);
        } catch (IndexOutOfBoundsException e) { // what the server makes of a chunk length that is none
            throw new IOException("broken chunk", e);
        }
    }

    private static byte[] joined(byte[] start, byte[] rest) {
        byte[] whole = Arrays.copyOf(start, start.length + rest.length);
        System.arraycopy(rest, 0, whole, start.length, rest.length);
        return whole;
    }

    /** This answer, once what nobody wants of the body is out of the way: a client that is still sending would not read it. */
    private static Response unread(HttpExchange exchange, Response answer) throws IOException {
        int skipped = 0;
        while (skipped < MAX_SKIPPED && read(exchange.getRequestBody(), SMALL_BODY).length == SMALL_BODY)
            skipped += SMALL_BODY;
        return answer;
    }
}
