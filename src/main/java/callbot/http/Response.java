package callbot.http;

import com.sun.net.httpserver.HttpExchange;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.HashMap;
import java.util.Map;

/**
 * An HTTP response as a value. Its length follows from its body, so it cannot be wrong.
 *
 * @param status the status code
 * @param headers the headers beside the length
 * @param body what is sent, empty if nothing is
 */
public record Response(int status, Map<String, String> headers, byte[] body) {

    /** @throws IllegalArgumentException if a header would end its line early, or holds more than ASCII */
    public Response {
        headers = Map.copyOf(headers);
        headers.forEach((name, value) -> {
            if (!value.chars().allMatch(c -> c >= ' ' && c <= '~'))
                throw new IllegalArgumentException(
                        "the header " + name + " holds a character that HTTP does not allow");
        });
    }

    /** A response with nothing but a status. */
    public static Response empty(int status) {
        return new Response(status, Map.of(), new byte[0]);
    }

    /** Plain text. */
    public static Response text(int status, String text) {
        return of(status, "text/plain; charset=utf-8", text);
    }

    /**
     * A page that runs no scripts, is stored nowhere, and tells the next site nothing. Without an icon of its own in a
     * {@code data:} address, a browser asks for one, and says on its console that the policy forbids that.
     */
    public static Response page(int status, String html) {
        return of(status, "text/html; charset=utf-8", html)
                .with(
                        "Content-Security-Policy",
                        "default-src 'none'; style-src 'unsafe-inline'; img-src data:; frame-ancestors 'none'")
                .with("Cache-Control", "no-store")
                .with("Referrer-Policy", "no-referrer")
                .with("X-Content-Type-Options", "nosniff");
    }

    /** A response of this content type. */
    public static Response of(int status, String contentType, String text) {
        return new Response(status, Map.of("Content-Type", contentType), text.getBytes(StandardCharsets.UTF_8));
    }

    /** The same response with one more header. */
    public Response with(String header, String value) {
        Map<String, String> more = new HashMap<>(headers);
        more.put(header, value);
        return new Response(status, more, body);
    }

    /**
     * Sends it as the answer of this exchange; to {@code HEAD} without the body.
     *
     * @throws IOException when the client is gone
     */
    public void send(HttpExchange exchange) throws IOException {
        headers.forEach(exchange.getResponseHeaders()::set);
        if (exchange.getRequestMethod().equals("HEAD")) {
            exchange.getResponseHeaders().set("Content-Length", Integer.toString(body.length));
            exchange.sendResponseHeaders(status, -1);
        } else {
            exchange.sendResponseHeaders(status, body.length == 0 ? -1 : body.length); // 0 would mean chunks
            if (body.length > 0) exchange.getResponseBody().write(body);
        }
    }
}
