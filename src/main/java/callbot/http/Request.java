package callbot.http;

import com.sun.net.httpserver.HttpExchange;
import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;

/**
 * An HTTP request as a value.
 *
 * @param method the method, in capitals
 * @param path the path, percent-decoded, without the query
 * @param rawQuery the query as it came, empty if there was none
 * @param headers the headers; names in lower case, values in the order in which they came
 * @param body the body, empty if there was none
 */
public record Request(String method, String path, String rawQuery, Map<String, List<String>> headers, byte[] body) {

    /** The request of this exchange, of which the body has been read. */
    public static Request of(HttpExchange exchange, byte[] body) {
        Map<String, List<String>> headers = new HashMap<>();
        exchange.getRequestHeaders()
                .forEach((name, values) -> headers.put(name.toLowerCase(Locale.ROOT), List.copyOf(values)));
        String query = exchange.getRequestURI().getRawQuery();
        return new Request(
                exchange.getRequestMethod(),
                exchange.getRequestURI().getPath(),
                query == null ? "" : query,
                Map.copyOf(headers),
                body);
    }

    /** The first value of this header, whatever the case of its name. */
    public Optional<String> header(String name) {
        return headers.getOrDefault(name.toLowerCase(Locale.ROOT), List.of()).stream()
                .findFirst();
    }

    /** The first value of this query parameter, decoded. */
    public Optional<String> query(String name) {
        return Optional.ofNullable(parameters(rawQuery).get(name));
    }

    /** The body as text. */
    public String text() {
        return new String(body, StandardCharsets.UTF_8);
    }

    /** The part of the path behind its last slash. */
    public String lastSegment() {
        return path.substring(path.lastIndexOf('/') + 1);
    }

    /** What a query, or a form in a body ({@code application/x-www-form-urlencoded}), holds; the first value of each name. */
    public static Map<String, String> parameters(String encoded) {
        Map<String, String> parameters = new LinkedHashMap<>();
        for (String pair : encoded.split("&")) {
            int equals = pair.indexOf('=');
            String name = equals < 0 ? pair : pair.substring(0, equals);
            String value = equals < 0 ? "" : pair.substring(equals + 1);
            if (!name.isEmpty()) parameters.putIfAbsent(decode(name), decode(value));
        }
        return parameters;
    }

    private static String decode(String encoded) {
        try {
            return URLDecoder.decode(encoded, StandardCharsets.UTF_8);
        } catch (IllegalArgumentException e) {
            return encoded; // a stray percent sign: better taken as it stands than refused
        }
    }
}
