package callbot.webex;

import callbot.trace.Tracer;
import callbot.trace.Work;
import callbot.trace.Work.Kind;
import java.io.IOException;
import java.lang.System.Logger.Level;
import java.net.ConnectException;
import java.net.http.HttpConnectTimeoutException;
import java.net.http.HttpResponse;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;
import javax.net.ssl.SSLHandshakeException;

/**
 * Sends a request, and again if need be, until Webex has said yes or no to it.
 *
 * <p>An attempt may take 10 seconds. All attempts of all requests for one event, with the waits between them, may take 30; a
 * request for which there is no time left gets one attempt. What is safe to repeat is repeated, up to three attempts: GET,
 * PUT and DELETE after a broken connection or a 500, 502, 503 or 504; every method if the request surely did not arrive, or
 * was refused with 423 or 429.
 *
 * <p>A GET whose connection breaks before anything has come back is sent once more by the JDK's client itself, under the same
 * tracking id; that counts as one attempt.
 */
final class Attempts implements AutoCloseable {

    private static final Duration TOTAL_LIMIT = Duration.ofSeconds(30);
    private static final int MAX_ATTEMPTS = 3;
    private static final Set<Integer> TEMPORARY = Set.of(500, 502, 503, 504);
    private static final Set<Integer> NOT_DONE_YET = Set.of(423, 429);

    private static final String VERSION = "/v1";
    private static final Pattern LONG_ID = Pattern.compile("[^/]{30,}");

    private final System.Logger log = System.getLogger(Attempts.class.getName());
    private final Clock clock;
    private final Patience patience;
    private final Tracer tracer;
    private final Duration attemptLimit;
    private final int maxAttempts;
    private final Transport transport;

    Attempts(Clock clock, Patience patience, Tracer tracer, Duration attemptLimit) {
        this(clock, patience, tracer, attemptLimit, MAX_ATTEMPTS, new Transport(attemptLimit));
    }

    private Attempts(
            Clock clock,
            Patience patience,
            Tracer tracer,
            Duration attemptLimit,
            int maxAttempts,
            Transport transport) {
        this.clock = clock;
        this.patience = patience;
        this.tracer = tracer;
        this.attemptLimit = attemptLimit;
        this.maxAttempts = maxAttempts;
        this.transport = transport;
    }

    /** These, but each request is tried once, and at once or not at all. */
    Attempts once() {
        return new Attempts(clock, patience, tracer, attemptLimit, 1, transport);
    }

    /** The answer that says yes. */
    HttpResponse<byte[]> send(WebexRequest request) {
        Instant begun = tracer.takenUp().orElseGet(clock::instant);
        Instant lastStart = begun.plus(TOTAL_LIMIT).minus(attemptLimit);
        Duration wait = patience.beforeFirst(request);
        boolean tooLong = maxAttempts == 1 || clock.instant().plus(wait).isAfter(lastStart);
        if (wait.isPositive() && tooLong) throw stillToWait(wait);
        for (int attempt = 1; ; attempt++) {
            String trackingId = tracer.nextTrackingId();
            try {
                patience.sleep(wait);
                return attempt(request, trackingId);
            } catch (WebexException failure) {
                wait = patience.afterFailure(request, attempt, failure);
                boolean inTime = !clock.instant().plus(wait).isAfter(lastStart);
                if (attempt == maxAttempts || !inTime || !mayBeRepeated(request, failure)) throw failure;
            } catch (InterruptedException e) {
                throw interrupted(trackingId);
            }
        }
    }

    /** Lets as much time pass as after the first, second ... attempt. */
    void backOff(int attempt) {
        try {
            patience.sleep(patience.backoff(attempt));
        } catch (InterruptedException e) {
            throw interrupted(tracer.nextTrackingId());
        }
    }

    private static WebexException interrupted(String trackingId) {
        Thread.currentThread().interrupt();
        return new WebexException.Unanswered("the bot is being stopped", trackingId);
    }

    /** Webex has refused this token's last request; it would refuse this one too. */
    private WebexException stillToWait(Duration wait) {
        return new WebexException.Refused(429, "", Optional.empty(), Optional.of(wait), tracer.nextTrackingId());
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
        Work work = new Work(
                Kind.WEBEX_REQUEST,
                request.method() + " " + withoutIds(request.uri().getPath()));
        String outcome = "failed";
        try {
            HttpResponse<byte[]> answer = transport.exchange(request, trackingId);
            outcome = Integer.toString(answer.statusCode());
            if (answer.statusCode() / 100 != 2) throw refusal(answer);
            return answer;
        } catch (ConnectException | HttpConnectTimeoutException | SSLHandshakeException e) {
            String nobody = "no connection to " + request.uri().getAuthority();
            throw new WebexException.Unreachable(Objects.requireNonNullElse(e.getMessage(), nobody), trackingId);
        } catch (IOException e) {
            throw new WebexException.Unanswered(reason(e), trackingId);
        } finally {
            tracer.ended(work, outcome);
            tell(request, work, trackingId);
        }
    }

    private void tell(WebexRequest request, Work work, String trackingId) {
        long millis = work.age().toMillis();
        tracer.note(work.name() + " → " + work.outcome() + " in " + millis + " ms, TrackingID " + trackingId);
        log.log(
                Level.DEBUG,
                "event=webex.request method={0} path={1} status={2} ms={3} tracking={4}",
                request.method(),
                request.uri().getPath(),
                work.outcome(),
                Long.toString(millis),
                trackingId);
    }

    /** Ids at Webex are long, and say nothing to people. */
    private static String withoutIds(String path) {
        String shown = path.startsWith(VERSION + "/") ? path.substring(VERSION.length()) : path;
        return LONG_ID.matcher(shown).replaceAll("…");
    }

    /** The JDK's client often says it with the name of the exception alone. */
    private static String reason(IOException failure) {
        return Objects.requireNonNullElse(
                failure.getMessage(), failure.getClass().getSimpleName());
    }

    private static WebexException refusal(HttpResponse<byte[]> answer) {
        return new WebexException.Refused(
                answer.statusCode(),
                ErrorBody.reason(answer.body()),
                ErrorBody.code(answer.body()),
                RetryAfter.of(answer.statusCode(), answer.headers()),
                trackingId(answer));
    }

    /** Webex's id of the exchange, or else ours. */
    static String trackingId(HttpResponse<?> answer) {
        return answer.headers()
                .firstValue("TrackingID")
                .or(() -> answer.request().headers().firstValue("TrackingID"))
                .orElseThrow();
    }

    @Override
    public void close() {
        transport.close();
    }
}
