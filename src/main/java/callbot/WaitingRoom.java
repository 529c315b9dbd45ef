package callbot;

import callbot.http.Response;
import callbot.http.Route;
import callbot.http.WebServer;
import callbot.signin.RedirectEndpoint;
import callbot.store.RedisStateStore;
import callbot.store.StoreUnavailableException;
import java.io.IOException;
import java.lang.System.Logger.Level;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;

/**
 * Where the bot waits when Redis is not there yet. Whoever asks is told that it is alive and not ready, and Webex that it shall
 * try again; why, is in the log.
 */
final class WaitingRoom {

    private static final Duration BETWEEN_LOOKS = Duration.ofSeconds(2);

    private final System.Logger log = System.getLogger(WaitingRoom.class.getName());
    private final Config config;
    private final Config.Redis redis;
    private volatile String trouble = "";

    private WaitingRoom(Config config, Config.Redis redis) {
        this.config = config;
        this.redis = redis;
    }

    /**
     * Returns when Redis is there, at once if none is needed.
     *
     * @throws IOException if the port cannot be had
     */
    static void awaitRedis(Config config) throws IOException, InterruptedException {
        if (config.redis().isPresent()) new WaitingRoom(config, config.redis().get()).await();
    }

    private void await() throws IOException, InterruptedException {
        if (isThere()) return;
        try (WebServer server = WebServer.start(config.listenOn(), config.port(), routes())) {
            while (!isThere()) {
                log.log(Level.WARNING, "event=start.waiting port={0} reason=\"{1}\"", "" + server.port(), trouble);
                Thread.sleep(BETWEEN_LOOKS);
            }
        }
    }

    private boolean isThere() {
        try (RedisStateStore store = RedisStateStore.at(redis.address(), redis.verifyTls())) {
            store.connected();
            return true;
        } catch (StoreUnavailableException e) {
            trouble = e.reason().sentence();
            return false;
        }
    }

    private List<Route> routes() {
        List<Route> routes = new ArrayList<>(List.of(
                new Route("GET", "/health", request -> Response.text(200, "I am alive.\n")),
                new Route("GET", "/ready", request -> notYet()),
                new Route("POST", "/webhook", request -> notYet()),
                new Route("POST", "/webhook/calls/*", request -> notYet())));
        for (String path : config.redirectPaths())
            routes.add(new Route("GET", path, request -> RedirectEndpoint.NO_MEMORY.toResponse(503)));
        return routes;
    }

    /** What exactly is wrong may name a host, which is nobody's business: the log has it. */
    private Response notYet() {
        return Response.text(503, "I wait for Redis. " + trouble + "\n").with("Retry-After", "5");
    }
}
