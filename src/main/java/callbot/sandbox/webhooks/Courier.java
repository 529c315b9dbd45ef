package callbot.sandbox.webhooks;

import callbot.sandbox.traffic.Begun;
import callbot.sandbox.traffic.Exchange;
import callbot.sandbox.traffic.Wire;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;

/** Brings one event to one address, once, and writes down what came of it. */
final class Courier implements AutoCloseable {

    private static final Duration USUAL_PATIENCE = Duration.ofSeconds(5);

    private final Wire wire;
    private final HttpClient client = HttpClient.newBuilder()
            .version(HttpClient.Version.HTTP_1_1)
            .connectTimeout(USUAL_PATIENCE)
            .build();
    private volatile Duration patience = USUAL_PATIENCE;
    private volatile Function<URI, Optional<URI>> network = Courier::onThisMachine;

    Courier(Wire wire) {
        this.wire = wire;
    }

    void reachThrough(Function<URI, Optional<URI>> network) {
        this.network = network;
    }

    void patience(Duration patience) {
        this.patience = patience;
    }

    /** Brings it; says whether it was taken (status 2xx). */
    boolean bring(Delivery delivery) {
        Optional<URI> reached = network.apply(URI.create(delivery.target()));
        HttpRequest.Builder builder =
                request(reached.orElse(URI.create("http://unreachable.invalid/")), delivery.body());
        delivery.signatures().forEach(builder::header);
        HttpRequest request = builder.build();
        Begun begun = wire.begin();
        try {
            if (reached.isEmpty()) throw new IOException("nothing answers at " + delivery.target());
            HttpResponse<String> response = client.send(request, HttpResponse.BodyHandlers.ofString());
            record(
                    begun,
                    request,
                    delivery,
                    response.statusCode(),
                    response.headers().map(),
                    response.body());
            return response.statusCode() / 100 == 2;
        } catch (IOException e) {
            record(begun, request, delivery, 0, Map.of(), e.toString());
            return false;
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            return false;
        }
    }

    private void record(
            Begun begun,
            HttpRequest request,
            Delivery delivery,
            int status,
            Map<String, List<String>> headers,
            String answer) {
        Map<String, List<String>> sent = new LinkedHashMap<>();
        request.headers().map().forEach((name, values) -> sent.put(name.toLowerCase(Locale.ROOT), values));
        wire.record(new Exchange(
                begun.number(),
                begun.time(),
                Exchange.Direction.TO_BOT,
                request.method(),
                delivery.target(),
                sent,
                delivery.body(),
                status,
                headers,
                answer,
                begun.elapsed(),
                delivery.fault()));
    }

    /** Brings what does not come from Webex, with this as its signature; gives the status. */
    int forge(URI target, String body, String signature) throws IOException, InterruptedException {
        URI reached = network.apply(target).orElseThrow(() -> new IOException("nothing answers at " + target));
        HttpRequest request =
                request(reached, body).header("X-Spark-Signature", signature).build();
        return client.send(request, HttpResponse.BodyHandlers.ofString()).statusCode();
    }

    @Override
    public void close() {
        client.shutdownNow();
    }

    private HttpRequest.Builder request(URI reached, String body) {
        return HttpRequest.newBuilder(reached)
                .timeout(patience)
                .header("Content-Type", "application/json; charset=utf-8")
                .POST(HttpRequest.BodyPublishers.ofString(body));
    }

    /** The fake never sends anything to the real internet. */
    private static Optional<URI> onThisMachine(URI target) {
        return Optional.of(target)
                .filter(uri ->
                        uri.getHost().equals("127.0.0.1") || uri.getHost().equals("localhost"));
    }
}
