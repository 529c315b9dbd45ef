package callbot.sandbox;

import callbot.http.Request;
import callbot.http.Response;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;

/** Writes exchanges of either direction down for the {@link Wire}. */
final class Recorder {

    private final Clock clock;
    private final Wire wire;

    Recorder(Clock clock, Wire wire) {
        this.clock = clock;
        this.wire = wire;
    }

    /** Somebody asked Webex. */
    void request(Request request, Response response, Duration duration) {
        String query = request.rawQuery().isEmpty() ? "" : "?" + request.rawQuery();
        Map<String, List<String>> headers = new LinkedHashMap<>();
        response.headers().forEach((name, value) -> headers.put(name.toLowerCase(Locale.ROOT), List.of(value)));
        String body = switch (response.body()) {
            case Response.Body.Whole(byte[] bytes) -> new String(bytes, StandardCharsets.UTF_8);
            case Response.Body.Stream(Response.Writer writer) -> "(a stream)";
            case Response.Body.Dropped() -> "(no answer)";
        };
        wire.record(new Exchange(
                clock.instant().minus(duration),
                Exchange.Direction.TO_WEBEX,
                request.method(),
                request.path() + query,
                request.headers(),
                request.text(),
                response.status(),
                headers,
                body,
                duration));
    }

    /** Webex delivered an event, and got an answer. */
    void delivery(HttpRequest request, String target, String body, HttpResponse<String> response, Duration duration) {
        delivery(
                request, target, body, response.statusCode(), response.headers().map(), response.body(), duration);
    }

    /** Webex tried to deliver an event, and got no answer. */
    void failedDelivery(HttpRequest request, String target, String body, String reason, Duration duration) {
        delivery(request, target, body, 0, Map.of(), reason, duration);
    }

    private void delivery(
            HttpRequest request,
            String target,
            String body,
            int status,
            Map<String, List<String>> headers,
            String answer,
            Duration duration) {
        Map<String, List<String>> sent = new LinkedHashMap<>();
        request.headers().map().forEach((name, values) -> sent.put(name.toLowerCase(Locale.ROOT), values));
        wire.record(new Exchange(
                clock.instant().minus(duration),
                Exchange.Direction.TO_BOT,
                request.method(),
                target,
                sent,
                body,
                status,
                headers,
                answer,
                duration));
    }
}
