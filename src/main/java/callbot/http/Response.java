package callbot.http;

import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.util.HashMap;
import java.util.Map;

/**
 * An HTTP response as a value. Its length follows from its body, so it cannot be wrong.
 *
 * @param status the status code
 * @param headers the headers beside the length
 * @param body what is sent
 */
public record Response(int status, Map<String, String> headers, Body body) {

    /** @throws IllegalArgumentException if a header would end its line early, or holds more than ASCII */
    public Response {
        headers = Map.copyOf(headers);
        headers.forEach((name, value) -> {
            if (!value.chars().allMatch(c -> c >= ' ' && c <= '~'))
                throw new IllegalArgumentException(
                        "the header " + name + " holds a character that HTTP does not allow");
        });
    }

    /** What a response carries. */
    public sealed interface Body {

        /** All of it, at once. */
        record Whole(byte[] bytes) implements Body {}

        /** Written bit by bit, for as long as the writer likes, for example server-sent events. */
        record Stream(Writer writer) implements Body {}

        /** Not even a status line: the connection is closed, as if the server had died. */
        record Dropped() implements Body {}
    }

    /** Writes a body bit by bit. */
    @FunctionalInterface
    public interface Writer {

        /**
         * Writes the body, which ends when this returns. What shall arrive at once needs a {@code flush}.
         *
         * @throws IOException when the client is gone
         */
        void write(OutputStream out) throws IOException;
    }

    /** A response with nothing but a status. */
    public static Response empty(int status) {
        return new Response(status, Map.of(), new Body.Whole(new byte[0]));
    }

    /** No answer at all: the connection is closed. */
    public static Response dropped() {
        return new Response(0, Map.of(), new Body.Dropped());
    }

    /** Plain text. */
    public static Response text(int status, String text) {
        return of(status, "text/plain; charset=utf-8", text);
    }

    /** A JSON document. */
    public static Response json(int status, String json) {
        return of(status, "application/json; charset=utf-8", json);
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

    /** A redirect to another place, with GET (status 302). */
    public static Response redirect(String location) {
        return empty(302).with("Location", location);
    }

    /** A response of this content type. */
    public static Response of(int status, String contentType, String text) {
        return new Response(
                status, Map.of("Content-Type", contentType), new Body.Whole(text.getBytes(StandardCharsets.UTF_8)));
    }

    /** The same response with one more header. */
    public Response with(String header, String value) {
        Map<String, String> more = new HashMap<>(headers);
        more.put(header, value);
        return new Response(status, more, body);
    }
}
