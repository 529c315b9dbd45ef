package callbot.sandbox;

import callbot.http.Request;
import callbot.http.Response;
import callbot.json.Json;
import callbot.json.ObjectWriter;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;

/**
 * A request that has been found in order.
 *
 * @param access the token that came with it, absent if none was needed
 * @param path what the placeholders of the path stand for
 * @param request the request itself
 * @param body its JSON body, absent if it has none
 */
record Ask(Optional<Access> access, Map<String, String> path, Request request, Json body) {

    /** Who asks. */
    Person person() {
        return access.orElseThrow().owner();
    }

    /** What this placeholder of the path stands for. */
    String path(String placeholder) {
        return path.get(placeholder);
    }

    /** The value of this query parameter. */
    Optional<String> query(String name) {
        return request.query(name);
    }

    /** An answer with this JSON object. */
    static Response answer(int status, ObjectWriter json) {
        return Response.json(status, json.toString());
    }

    /** An answer that says nothing but that it is done. */
    static Response done() {
        return Response.empty(204);
    }

    /**
     * One page of a list, with a Link header to the next one if there is more (RFC 8288). As long a page as {@code max}
     * asks for, begun behind the item that the cursor names.
     *
     * @param all the whole list
     * @param id of an item, for the cursor
     * @param cursor the query parameter that holds it
     */
    <T> Response page(
            List<T> all, Function<T, String> id, Function<T, ObjectWriter> json, int defaultMax, String cursor) {
        int max = query("max").map(Integer::parseInt).orElse(defaultMax);
        int from = query(cursor)
                .map(after -> all.stream().map(id).toList().indexOf(after) + 1)
                .orElse(0);
        int to = Math.min(all.size(), from + max);
        Response response = answer(
                200,
                Json.object()
                        .put("items", all.subList(from, to).stream().map(json).toList()));
        if (to == all.size()) return response;
        return response.with("Link", "<" + here(cursor, id.apply(all.get(to - 1))) + ">; rel=\"next\"");
    }

    private String here(String cursor, String value) {
        StringBuilder url = new StringBuilder("http://" + request.header("Host").orElse("") + request.path() + "?");
        for (String pair : request.rawQuery().split("&")) {
            if (!pair.isEmpty() && !pair.startsWith(cursor + "="))
                url.append(pair).append('&');
        }
        return url.append(cursor)
                .append('=')
                .append(URLEncoder.encode(value, StandardCharsets.UTF_8))
                .toString();
    }
}
