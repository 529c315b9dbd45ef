package callbot.sandbox;

import callbot.json.Json;
import callbot.json.ObjectWriter;
import callbot.sandbox.api.Ask;
import callbot.sandbox.base.Ids;
import callbot.sandbox.web.Answer;
import callbot.sandbox.web.LocalServer;
import callbot.sandbox.web.Place;
import callbot.sandbox.webhooks.Deliveries;
import java.io.IOException;
import java.net.URI;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.random.RandomGenerator;

/**
 * A stand-in for ngrok: its local API, which tells the public addresses, and its cloud, which leads from such an address
 * to a port of this machine. Hand {@link #resolve} to {@link Deliveries#reachThrough}.
 */
public final class FakeNgrok implements AutoCloseable {

    private final Ids ids;
    private final List<Tunnel> tunnels = new CopyOnWriteArrayList<>();
    private LocalServer server;

    private record Tunnel(String name, String url, String upstream) {}

    private FakeNgrok(Ids ids) {
        this.ids = ids;
    }

    /**
     * Starts its local API on any free port, without tunnels.
     *
     * @throws IOException if it cannot listen
     */
    public static FakeNgrok start(RandomGenerator random) throws IOException {
        FakeNgrok ngrok = new FakeNgrok(new Ids(random));
        ngrok.server = LocalServer.start(
                0,
                List.of(
                        Place.get("/api/endpoints", request -> ngrok.endpoints()),
                        Place.get("/api/tunnels", request -> ngrok.tunnels())));
        return ngrok;
    }

    /** Where its local API is, such as {@code 127.0.0.1:54321}. */
    public String host() {
        return "127.0.0.1:" + server.port();
    }

    /** Opens a tunnel to this port of this machine; gives its public address. */
    public String open(int port) {
        Tunnel tunnel = new Tunnel("command_line", freshUrl(), "http://127.0.0.1:" + port);
        tunnels.add(tunnel);
        return tunnel.url();
    }

    /** Opens a tunnel for another program, which is listed before all others. */
    public String openForAnotherProgram(int port) {
        Tunnel tunnel = new Tunnel("another", freshUrl(), "http://127.0.0.1:" + port);
        tunnels.add(0, tunnel);
        return tunnel.url();
    }

    /** Gives the tunnel to this port a new address; the old one leads nowhere from now on. */
    public String change(int port) {
        close(port);
        return open(port);
    }

    /** Closes the tunnel to this port. */
    public void close(int port) {
        tunnels.removeIf(tunnel -> tunnel.upstream().endsWith(":" + port));
    }

    /** Where on this machine a public address leads; addresses of this machine lead to themselves, others nowhere. */
    public Optional<URI> resolve(URI address) {
        String origin = address.getScheme() + "://" + address.getAuthority();
        if (Deliveries.isOnThisMachine(address)) return Optional.of(address);
        return tunnels.stream()
                .filter(tunnel -> tunnel.url().equals(origin))
                .findFirst()
                .map(tunnel -> URI.create(tunnel.upstream() + address.toString().substring(origin.length())));
    }

    /** Stops at once. */
    @Override
    public void close() {
        server.close();
    }

    private String freshUrl() {
        return "https://" + ids.uuid().substring(0, 8) + ".ngrok-free.app";
    }

    private Answer endpoints() {
        List<ObjectWriter> list = new ArrayList<>();
        for (Tunnel tunnel : tunnels) {
            list.add(Json.object()
                    .put("name", tunnel.name())
                    .put("uri", "/api/endpoints/" + tunnel.name())
                    .put("url", tunnel.url())
                    .put("upstream", Json.object().put("url", tunnel.upstream()).put("protocol", "http1"))
                    .put("inspect", true));
        }
        return new Answer.Whole(
                Ask.answer(200, Json.object().put("endpoints", list).put("uri", "/api/endpoints")));
    }

    private Answer tunnels() {
        List<ObjectWriter> list = new ArrayList<>();
        for (Tunnel tunnel : tunnels) {
            list.add(Json.object()
                    .put("name", tunnel.name())
                    .put("uri", "/api/tunnels/" + tunnel.name())
                    .put("public_url", tunnel.url())
                    .put("proto", "https")
                    .put("config", Json.object().put("addr", tunnel.upstream()).put("inspect", true)));
        }
        return new Answer.Whole(
                Ask.answer(200, Json.object().put("tunnels", list).put("uri", "/api/tunnels")));
    }
}
