package callbot.sandbox.api;

import callbot.http.Request;
import callbot.http.Response;
import callbot.json.Json;
import callbot.json.ObjectWriter;
import callbot.sandbox.base.Access;
import callbot.sandbox.base.Account;
import callbot.sandbox.base.Refusal;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.BiFunction;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * A request that has been found in order.
 *
 * @param access the token that came with it, absent if none was needed
 * @param path what the placeholders of the path stand for
 * @param request the request itself
 * @param body its JSON body, absent if it has none; of a multipart form the fields that are not files
 * @param uploads the files that came with it
 */
public record Ask(
        Optional<Access> access, Map<String, String> path, Request request, Json body, List<Multipart.Upload> uploads) {

    /** Who asks. */
    public Account person() {
        return access.orElseThrow().owner();
    }

    /** What this placeholder of the path stands for. */
    public String path(String placeholder) {
        return path.get(placeholder);
    }

    /** The value of this query parameter. */
    public Optional<String> query(String name) {
        return request.query(name);
    }

    /** An answer with this JSON object. */
    public static Response answer(int status, ObjectWriter json) {
        return Response.of(status, "application/json; charset=utf-8", json.toString());
    }

    /** An answer that says nothing but that it is done. */
    public static Response done() {
        return Response.empty(204);
    }

    /**
     * One page of a list, as long as {@code max} asks for, with a Link header to the next one if there is more (RFC 8288).
     * The cursor {@code after} names the first item of the next page: it stays good when those before it are deleted.
     *
     * @param all the whole list
     * @param id of an item, for the cursor
     * @throws Refusal if the cursor names nothing in the list
     */
    public <T> Response page(List<T> all, Function<T, String> id, Function<T, ObjectWriter> json, int usualMax) {
        List<T> rest = query("after").map(first -> since(first, all, id)).orElse(all);
        return page(rest, json, usualMax, (last, next) -> parameter("after", id.apply(next)));
    }

    /**
     * One page of a list that begins where it shall.
     *
     * @param cursor makes of the last item of this page and the first of the next one the query parameter that leads there
     */
    public <T> Response page(
            List<T> rest, Function<T, ObjectWriter> json, int usualMax, BiFunction<T, T, String> cursor) {
        int max = query("max").map(Integer::parseInt).orElse(usualMax);
        List<T> page = rest.stream().limit(max).toList();
        Response response =
                answer(200, Json.object().put("items", page.stream().map(json).toList()));
        if (page.size() == rest.size()) return response;
        return response.with(
                "Link", "<" + here(cursor.apply(page.getLast(), rest.get(page.size()))) + ">; rel=\"next\"");
    }

    private static <T> List<T> since(String first, List<T> all, Function<T, String> id) {
        List<T> rest =
                all.stream().dropWhile(item -> !id.apply(item).equals(first)).toList();
        if (rest.isEmpty()) throw Refusal.badRequest("The next page is not there any more.");
        return rest;
    }

    /** A query parameter, encoded. */
    public static String parameter(String name, String value) {
        return name + "=" + URLEncoder.encode(value, StandardCharsets.UTF_8);
    }

    private String here(String cursor) {
        String name = cursor.substring(0, cursor.indexOf('=') + 1);
        String others = Stream.of(request.rawQuery().split("&"))
                .filter(pair -> !pair.isEmpty() && !pair.startsWith(name))
                .map(pair -> pair + "&")
                .collect(Collectors.joining());
        return "http://" + request.header("Host").orElse("") + request.path() + "?" + others + cursor;
    }
}
