package callbot.webex;

import callbot.json.Json;
import callbot.json.JsonException;
import callbot.json.ObjectWriter;
import callbot.trace.Tracer;
import java.net.URI;
import java.net.http.HttpResponse;
import java.time.Clock;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;

/**
 * Sends requests to Webex and reads the JSON that comes back, {@linkplain Json#lenient leniently}: a field of an unusual type
 * is no reason to do without the rest.
 *
 * <p>How long that may take, and what is repeated, see {@link Attempts}.
 *
 * @see <a href="https://developer.webex.com/docs/basics">REST API basics</a>
 */
public final class WebexClient implements AutoCloseable {

    private static final Duration ATTEMPT_LIMIT = Duration.ofSeconds(10);

    private final URI base;
    private final Attempts attempts;

    /**
     * A client of the Webex at this address.
     *
     * @param base for example {@code https://webexapis.com/v1}
     * @param tracer gives each request its tracking id, and is told what came of it
     */
    public WebexClient(URI base, Clock clock, Patience patience, Tracer tracer) {
        this(base, clock, patience, tracer, ATTEMPT_LIMIT);
    }

    WebexClient(URI base, Clock clock, Patience patience, Tracer tracer, Duration attemptLimit) {
        this(base, new Attempts(clock, patience, tracer, attemptLimit));
    }

    private WebexClient(URI base, Attempts attempts) {
        this.base = base;
        this.attempts = attempts;
    }

    /**
     * This client for what can just as well be done later: it waits for nothing and repeats nothing, so that one token that was
     * told to wait holds nobody up. It ends with this client.
     */
    public WebexClient impatient() {
        return new WebexClient(base, attempts.once());
    }

    /** Reads what is at this path. */
    public <T> T get(Secret token, String path, Function<Json, T> reader) {
        return read(attempts.send(WebexRequest.of("GET", at(path), token)), reader);
    }

    /** Reads all pages of a list, following the {@code Link} header (RFC 8288). */
    public <T> List<T> list(Secret token, String path, Function<Json, T> reader) {
        List<T> items = new ArrayList<>();
        Set<URI> pages = new HashSet<>();
        Optional<URI> page = Optional.of(at(path));
        while (page.isPresent() && pages.add(page.get())) {
            HttpResponse<byte[]> answer = attempts.send(WebexRequest.of("GET", page.get(), token));
            items.addAll(
                    read(answer, json -> json.list("items").stream().map(reader).toList()));
            page = NextPage.after(answer.uri(), answer.headers());
        }
        return items;
    }

    /** Posts nothing but the wish itself. Not repeated once it may have arrived. Yes is enough, whatever comes with it. */
    public void post(Secret token, String path) {
        attempts.send(WebexRequest.of("POST", at(path), token));
    }

    /** Posts a JSON object. Not repeated once it may have arrived. Yes is enough, whatever comes with it. */
    public void post(Secret token, String path, ObjectWriter object) {
        attempts.send(WebexRequest.json("POST", at(path), token, object));
    }

    /** Posts a JSON object and reads the answer. Not repeated once it may have arrived. */
    public <T> T post(Secret token, String path, ObjectWriter object, Function<Json, T> reader) {
        return read(attempts.send(WebexRequest.json("POST", at(path), token, object)), reader);
    }

    /** The same, where an answer that says nothing is one too. */
    public <T> Optional<T> postForMaybe(Secret token, String path, ObjectWriter object, Function<Json, T> reader) {
        HttpResponse<byte[]> answer = attempts.send(WebexRequest.json("POST", at(path), token, object));
        try {
            return Optional.of(reader.apply(Json.parse(answer.body()).lenient()));
        } catch (JsonException | IllegalArgumentException e) {
            return Optional.empty();
        }
    }

    /** Replaces what is at this path. Yes is enough, whatever comes with it. */
    public void put(Secret token, String path, ObjectWriter object) {
        attempts.send(WebexRequest.json("PUT", at(path), token, object));
    }

    /** Deletes what is at this path. */
    public void delete(Secret token, String path) {
        attempts.send(WebexRequest.of("DELETE", at(path), token));
    }

    /** Posts a form without a token, as OAuth does. */
    public <T> T postForm(String path, Map<String, String> fields, Function<Json, T> reader) {
        return read(attempts.send(WebexRequest.form(at(path), fields)), reader);
    }

    /** Lets as much time pass as before a request is repeated for the first, second ... time. */
    public void backOff(int attempt) {
        attempts.backOff(attempt);
    }

    /** The address of a page of Webex, for a browser. */
    public URI link(String path, Map<String, String> query) {
        return URI.create(at(path) + "?" + WebexRequest.urlEncoded(query));
    }

    /** Ends the requests under way. */
    @Override
    public void close() {
        attempts.close();
    }

    private static <T> T read(HttpResponse<byte[]> answer, Function<Json, T> reader) {
        try {
            return reader.apply(
                    answer.statusCode() == 204
                            ? Json.object().toJson()
                            : Json.parse(answer.body()).lenient());
        } catch (JsonException | IllegalArgumentException e) {
            throw new WebexException.Unanswered(
                    "what came cannot be read: " + e.getMessage(), Attempts.trackingId(answer));
        }
    }

    private URI at(String path) {
        return URI.create(base + path);
    }
}
