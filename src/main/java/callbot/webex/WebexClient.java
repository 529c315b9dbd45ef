package callbot.webex;

import callbot.json.Json;
import callbot.json.JsonException;
import callbot.json.ObjectWriter;
import java.io.IOException;
import java.lang.System.Logger.Level;
import java.net.ConnectException;
import java.net.URI;
import java.net.http.HttpConnectTimeoutException;
import java.net.http.HttpResponse;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import javax.net.ssl.SSLHandshakeException;

/**
 * Sends requests to Webex and reads the JSON that comes back.
 *
 * <p>An attempt may take 10 seconds. What is safe to repeat is repeated, up to three attempts within 30 seconds: GET, PUT
 * and DELETE after a broken connection or a 502, 503 or 504; every method if the request surely did not arrive, or was
 * refused with 423 or 429.
 *
 * @see <a href="https://developer.webex.com/docs/basics">REST API basics</a>
 */
public final class WebexClient implements AutoCloseable {

    private static final Duration ATTEMPT_LIMIT = Duration.ofSeconds(10);
    private static final Duration TOTAL_LIMIT = Duration.ofSeconds(30);
    private static final int MAX_ATTEMPTS = 3;
    private static final Set<Integer> TEMPORARY = Set.of(502, 503, 504);
    private static final Set<Integer> NOT_DONE_YET = Set.of(423, 429);
    private static final Pattern NEXT_PAGE = Pattern.compile("<([^>]+)>\\s*;\\s*rel=\"?next\"?");

    private final System.Logger log = System.getLogger(WebexClient.class.getName());
    private final URI base;
    private final Clock clock;
    private final Patience patience;
    private final Transport transport;

    /**
     * A client of the Webex at this address.
     *
     * @param base for example {@code https://webexapis.com/v1}
     */
    public WebexClient(URI base, Clock clock, Patience patience) {
        this(base, clock, patience, ATTEMPT_LIMIT);
    }

    WebexClient(URI base, Clock clock, Patience patience, Duration attemptLimit) {
        this.base = base;
        this.clock = clock;
        this.patience = patience;
        this.transport = new Transport(attemptLimit);
    }

    /** Reads what is at this path. */
    public Json get(Secret token, String path) {
        return read(send(WebexRequest.of("GET", at(path), token)));
    }

    /** Reads all pages of a list, following the {@code Link} header (RFC 8288). */
    public List<Json> list(Secret token, String path) {
        List<Json> items = new ArrayList<>();
        Optional<URI> page = Optional.of(at(path));
        while (page.isPresent()) {
            HttpResponse<byte[]> answer = send(WebexRequest.of("GET", page.get(), token));
            items.addAll(read(answer).list("items"));
            page = nextPage(answer);
        }
        return items;
    }

    /** Posts a JSON object. Not repeated once it may have arrived. */
    public Json post(Secret token, String path, ObjectWriter object) {
        return read(send(WebexRequest.json("POST", at(path), token, object)));
    }

    /** Replaces what is at this path. */
    public Json put(Secret token, String path, ObjectWriter object) {
        return read(send(WebexRequest.json("PUT", at(path), token, object)));
    }

    /** Deletes what is at this path. */
    public void delete(Secret token, String path) {
        send(WebexRequest.of("DELETE", at(path), token));
    }

    /** Posts a form without a token, as OAuth does. */
    public Json postForm(String path, Map<String, String> fields) {
        return read(send(WebexRequest.form(at(path), fields)));
    }

    /** The address of a page of Webex, for a browser. */
    public URI link(String path, Map<String, String> query) {
        return URI.create(at(path) + "?" + WebexRequest.urlEncoded(query));
    }

    /** Ends the requests under way. */
    @Override
    public void close() {
        transport.close();
    }

    private HttpResponse<byte[]> send(WebexRequest request) {
        Instant deadline = clock.instant().plus(TOTAL_LIMIT);
        Duration wait = patience.beforeFirst(request);
        if (wait.compareTo(TOTAL_LIMIT) > 0) // nobody waits that long for an answer
        throw new WebexException.Refused(429, "", Optional.of(wait), "callbot_" + UUID.randomUUID());
        for (int attempt = 1; ; attempt++) {
            String trackingId = "callbot_" + UUID.randomUUID();
            try {
                patience.sleep(wait);
                return attempt(request, trackingId);
            } catch (WebexException failure) {
                wait = patience.afterFailure(request, attempt, failure);
                boolean inTime = clock.instant().plus(wait).isBefore(deadline);
                if (attempt == MAX_ATTEMPTS || !inTime || !mayBeRepeated(request, failure)) throw failure;
            } catch (InterruptedException e) {
                Thread.currentThread().interrupt();
                throw new WebexException.Unanswered("the bot is being stopped", trackingId);
            }
        }
    }

    private static boolean mayBeRepeated(WebexRequest request, WebexException failure) {
        return switch (failure) {
            case WebexException.Unreachable nothingWasSent -> true;
            case WebexException.Unanswered perhapsDone -> request.isIdempotent();
            case WebexException.Refused refused ->
                NOT_DONE_YET.contains(refused.status())
                        || request.isIdempotent() && TEMPORARY.contains(refused.status());
        };
    }

    private HttpResponse<byte[]> attempt(WebexRequest request, String trackingId) throws InterruptedException {
        Instant begun = clock.instant();
        String outcome = "failed";
        try {
            HttpResponse<byte[]> answer = transport.exchange(request.toHttp(trackingId));
            outcome = Integer.toString(answer.statusCode());
            if (answer.statusCode() / 100 != 2) throw refusal(answer, trackingId);
            return answer;
        } catch (ConnectException | HttpConnectTimeoutException | SSLHandshakeException e) {
            throw new WebexException.Unreachable(String.valueOf(e.getMessage()), trackingId);
        } catch (IOException e) {
            throw new WebexException.Unanswered(String.valueOf(e.getMessage()), trackingId);
        } finally {
            log.log(
                    Level.DEBUG,
                    "event=webex.request method={0} path={1} status={2} ms={3} tracking={4}",
                    request.method(),
                    request.uri().getPath(),
                    outcome,
                    Long.toString(Duration.between(begun, clock.instant()).toMillis()),
                    trackingId);
        }
    }

    private static WebexException refusal(HttpResponse<byte[]> answer, String trackingId) {
        return new WebexException.Refused(
                answer.statusCode(),
                ErrorBody.reason(answer.body()),
                RetryAfter.of(answer.statusCode(), answer.headers()),
                answer.headers().firstValue("TrackingID").orElse(trackingId));
    }

    private static Json read(HttpResponse<byte[]> answer) {
        if (answer.statusCode() == 204) return Json.object().toJson();
        try {
            return Json.parse(answer.body());
        } catch (JsonException e) {
            String trackingId = answer.headers().firstValue("TrackingID").orElse("unknown");
            throw new WebexException.Unanswered("what came is " + e.getMessage(), trackingId);
        }
    }

    private Optional<URI> nextPage(HttpResponse<byte[]> answer) {
        return answer.headers()
                .firstValue("Link")
                .map(NEXT_PAGE::matcher)
                .filter(Matcher::find)
                .map(link -> URI.create(link.group(1).replace("max=null&", "")))
                .filter(page -> page.getAuthority().equals(base.getAuthority())); // the token goes nowhere else
    }

    private URI at(String path) {
        return URI.create(base + path);
    }
}
