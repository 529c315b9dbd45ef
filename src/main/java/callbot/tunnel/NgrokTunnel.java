package callbot.tunnel;

import callbot.json.Json;
import callbot.json.JsonException;
import java.io.IOException;
import java.io.InputStream;
import java.lang.System.Logger.Level;
import java.net.Proxy;
import java.net.URI;
import java.net.URLConnection;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * A tunnel by ngrok to this machine. Its local API says at which address; of several tunnels the one to our port counts.
 *
 * @see <a href="https://ngrok.com/docs/agent/api">ngrok's agent API</a>
 */
public final class NgrokTunnel implements PublicUrl {

    private static final Duration ASK_LIMIT = Duration.ofSeconds(2);
    private static final int MAX_ANSWER = 1 << 20;
    private static final Duration POLL = Duration.ofMillis(250);

    private final System.Logger log = System.getLogger(NgrokTunnel.class.getName());
    private final String api;
    private final int port;
    private final Duration patience;
    private final Optional<NgrokProcess> process;
    private volatile Optional<URI> found = Optional.empty();

    private record Tunnel(String publicUrl, String upstream) {

        boolean leadsTo(int port) {
            return publicUrl.startsWith("https://") && (upstream.endsWith(":" + port) || upstream.equals("" + port));
        }
    }

    /** @param api host and port */
    private NgrokTunnel(String api, int port, Duration patience, Optional<NgrokProcess> process) {
        this.api = api;
        this.port = port;
        this.patience = patience;
        this.process = process;
    }

    /**
     * A tunnel that somebody else keeps up.
     *
     * @param host where ngrok's API is: a host, its port being 4040, or {@code host:port}
     * @param port where the tunnel must lead
     * @param patience how long to wait for it to come up
     */
    public static NgrokTunnel at(String host, int port, Duration patience) {
        String authority = host.matches(".*:\\d+") ? host : host + ":4040";
        return new NgrokTunnel(authority, port, patience, Optional.empty());
    }

    /**
     * A tunnel on this machine, for which ngrok is started unless it runs already.
     *
     * @param variables what ngrok finds in its environment, beside what every program needs
     */
    public static NgrokTunnel local(List<String> command, Map<String, String> variables, int port, Duration patience) {
        return local("127.0.0.1:4040", command, variables, port, patience);
    }

    static NgrokTunnel local(
            String api, List<String> command, Map<String, String> variables, int port, Duration patience) {
        return new NgrokTunnel(api, port, patience, Optional.of(new NgrokProcess(command, variables)));
    }

    @Override
    public URI current() {
        return found.orElseGet(this::refresh);
    }

    @Override
    public URI refresh() {
        Optional<URI> now = find();
        if (now.isEmpty()) {
            process.ifPresent(NgrokProcess::startIfNeeded);
            now = awaitTunnel();
        }
        if (!now.equals(found)) log.log(Level.INFO, "event=tunnel.found url={0}", now.get());
        found = now;
        return now.get();
    }

    @Override
    public void close() {
        process.ifPresent(NgrokProcess::close);
    }

    private Optional<URI> awaitTunnel() {
        long deadline = System.nanoTime() + patience.toNanos();
        while (System.nanoTime() < deadline
                && process.map(NgrokProcess::isAlive).orElse(true)) {
            Optional<URI> now = find();
            if (now.isPresent()) return now;
            try {
                Thread.sleep(POLL);
            } catch (InterruptedException e) {
                Thread.currentThread().interrupt();
                break;
            }
        }
        throw new TunnelException(process.map(NgrokProcess::explain)
                .orElse("ngrok at " + api + " has no https tunnel to port " + port + ". Start one there (ngrok http "
                        + port + "), or set WXC_CC_PUBLIC_URL."));
    }

    /** The newer list first; versions of ngrok that do not have it have the older one. */
    private Optional<URI> find() {
        return ask(
                        "/api/endpoints",
                        "endpoints",
                        endpoint -> new Tunnel(
                                endpoint.text("url").orElse(""),
                                endpoint.at("upstream").text("url").orElse("")))
                .or(() -> ask(
                        "/api/tunnels",
                        "tunnels",
                        tunnel -> new Tunnel(
                                tunnel.text("public_url").orElse(""),
                                tunnel.at("config").text("addr").orElse(""))));
    }

    private interface Reader {
        Tunnel read(Json json);
    }

    /** With the older of the JDK's clients: the newer one reaches no host with an underscore, as containers often have one. */
    private Optional<URI> ask(String path, String list, Reader reader) {
        String at = process.flatMap(NgrokProcess::api).orElse(api);
        try {
            URLConnection connection = URI.create("http://" + at + path).toURL().openConnection(Proxy.NO_PROXY);
            connection.setConnectTimeout((int) ASK_LIMIT.toMillis());
            connection.setReadTimeout((int) ASK_LIMIT.toMillis());
            byte[] answer;
            try (InputStream body = connection.getInputStream()) { // only a good answer has one
                answer = body.readNBytes(MAX_ANSWER);
            }
            return Json.parse(answer).list(list).stream()
                    .map(reader::read)
                    .filter(tunnel -> tunnel.leadsTo(port))
                    .map(tunnel -> URI.create(tunnel.publicUrl()))
                    .findFirst();
        } catch (IOException | JsonException | IllegalArgumentException e) {
            return Optional.empty();
        }
    }
}
