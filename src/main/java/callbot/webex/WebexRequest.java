package callbot.webex;

import callbot.json.ObjectWriter;
import java.net.URI;
import java.net.URLEncoder;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.nio.charset.StandardCharsets;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;

/**
 * A request to Webex, ready to be sent, once or again.
 *
 * @param token in whose name; absent for OAuth itself
 * @param contentType empty if there is no body
 * @param body in UTF-8; empty if there is none
 */
public record WebexRequest(String method, URI uri, Optional<Secret> token, String contentType, byte[] body) {

    static WebexRequest of(String method, URI uri, Secret token) {
        return new WebexRequest(method, uri, Optional.of(token), "", new byte[0]);
    }

    static WebexRequest json(String method, URI uri, Secret token, ObjectWriter object) {
        return new WebexRequest(method, uri, Optional.of(token), "application/json", object.toBytes());
    }

    static WebexRequest form(URI uri, Map<String, String> fields) {
        byte[] body = urlEncoded(fields).getBytes(StandardCharsets.US_ASCII);
        return new WebexRequest("POST", uri, Optional.empty(), "application/x-www-form-urlencoded", body);
    }

    /** Whether doing it twice is as good as doing it once (RFC 9110, section 9.2.2). */
    boolean isIdempotent() {
        return !method.equals("POST");
    }

    /** The request as it is sent. */
    HttpRequest toHttp(String trackingId) {
        var request =
                HttpRequest.newBuilder(uri).header("TrackingID", trackingId).header("Accept", "application/json");
        token.ifPresent(secret -> request.header("Authorization", "Bearer " + secret.reveal()));
        if (body.length == 0)
            return request.method(method, BodyPublishers.noBody()).build();
        return request.header("Content-Type", contentType)
                .method(method, BodyPublishers.ofByteArray(body))
                .build();
    }

    /** The fields as a query, or as the body of a form. */
    public static String urlEncoded(Map<String, String> fields) {
        return fields.entrySet().stream()
                .map(field -> encode(field.getKey()) + "=" + encode(field.getValue()))
                .collect(Collectors.joining("&"));
    }

    private static String encode(String text) {
        return URLEncoder.encode(text, StandardCharsets.UTF_8);
    }
}
