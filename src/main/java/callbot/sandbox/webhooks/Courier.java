package callbot.sandbox.webhooks;

import callbot.sandbox.traffic.Begun;
import callbot.sandbox.traffic.Exchange;
import callbot.sandbox.traffic.Wire;
import java.io.IOException;
import java.net.ConnectException;
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
import java.util.stream.Stream;

/** Brings one event to one address, once, and writes down what came of it. */
final class Courier implements AutoCloseable {

    private static final List<String> LOOPBACK = List.of("127.0.0.1", "[::1]");
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
        Begun begun = wire.begin();
        HttpRequest request = signed(URI.create(delivery.target()), delivery);
        try {
            List<URI> addresses = network.apply(URI.create(delivery.target())).stream()
                    .flatMap(Courier::addresses)
                    .toList();
            if (addresses.isEmpty()) throw new IOException("nothing answers at " + delivery.target());
            HttpResponse<String> response = send(addresses, address -> signed(address, delivery));
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

    /** Asks at one address after the other until somebody listens. */
    private HttpResponse<String> send(List<URI> addresses, Function<URI, HttpRequest> request)
            throws IOException, InterruptedException {
        for (URI address : addresses.subList(0, addresses.size() - 1)) {
            try {
                return client.send(request.apply(address), HttpResponse.BodyHandlers.ofString());
            } catch (ConnectException e) {
                // nobody listens there
            }
        }
        return client.send(request.apply(addresses.getLast()), HttpResponse.BodyHandlers.ofString());
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
        return send(
                        addresses(reached).toList(),
                        address -> request(address, body)
                                .header("X-Spark-Signature", signature)
                                .build())
                .statusCode();
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

    private HttpRequest signed(URI address, Delivery delivery) {
        HttpRequest.Builder builder = request(address, delivery.body());
        delivery.signatures().forEach(builder::header);
        return builder.build();
    }

    /** The fake never sends anything to the real internet. */
    private static Optional<URI> onThisMachine(URI target) {
        return Optional.of(target).filter(Deliveries::isOnThisMachine);
    }

    /** The addresses of {@code localhost} are two, one of each kind; who listens there may do so at one of them alone. */
    private static Stream<URI> addresses(URI target) {
        if (!target.getHost().equals("localhost")) return Stream.of(target);
        return LOOPBACK.stream().map(host -> URI.create(target.toString().replaceFirst("//localhost", "//" + host)));
    }
}
