package callbot.sandbox;

import callbot.http.Request;
import callbot.http.Response;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;

/** Writes exchanges of either direction down for the {@link Wire}. */
final class Recorder {

    private final Wire wire;

    Recorder(Wire wire) {
        this.wire = wire;
    }

    /** An exchange begins. */
    Begun begin() {
        return wire.begin();
    }

    /** Somebody asked Webex. */
    void request(Begun begun, Request request, Response response, Optional<String> fault) {
        String query = request.rawQuery().isEmpty() ? "" : "?" + request.rawQuery();
        Map<String, List<String>> headers = new LinkedHashMap<>();
        response.headers().forEach((name, value) -> headers.put(name.toLowerCase(Locale.ROOT), List.of(value)));
        String body = switch (response.body()) {
            case Response.Body.Whole(byte[] bytes) -> new String(bytes, StandardCharsets.UTF_8);
            case Response.Body.Stream(Response.Writer writer) -> "(a stream)";
            case Response.Body.Dropped() -> "(no answer)";
        };
        wire.record(new Exchange(
                begun.number(),
                begun.time(),
                Exchange.Direction.TO_WEBEX,
                request.method(),
                request.path() + query,
                request.headers(),
                request.text(),
                response.status(),
                headers,
                body,
                begun.elapsed(),
                fault));
    }

    /** Webex delivered an event, and got an answer. */
    void delivery(Begun begun, HttpRequest request, Parcel parcel, HttpResponse<String> response) {
        delivery(
                begun,
                request,
                parcel,
                response.statusCode(),
                response.headers().map(),
                response.body());
    }

    /** Webex tried to deliver an event, and got no answer. */
    void failedDelivery(Begun begun, HttpRequest request, Parcel parcel, String reason) {
        delivery(begun, request, parcel, 0, Map.of(), reason);
    }

    private void delivery(
            Begun begun,
            HttpRequest request,
            Parcel parcel,
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
                parcel.target(),
                sent,
                parcel.body(),
                status,
                headers,
                answer,
                begun.elapsed(),
                parcel.fault()));
    }
}
