package callbot.sandbox.api;

import callbot.http.Request;
import callbot.http.Response;
import callbot.json.Json;
import callbot.json.JsonException;
import callbot.sandbox.base.Access;
import callbot.sandbox.base.Habit;
import callbot.sandbox.base.Habits;
import callbot.sandbox.base.Ids;
import callbot.sandbox.base.Refusal;
import callbot.sandbox.base.Turn;
import callbot.sandbox.traffic.Begun;
import callbot.sandbox.traffic.Wire;
import callbot.sandbox.web.Answer;
import callbot.sandbox.web.Place;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.function.Function;

/**
 * The edge of the fake: finds the operation, checks token, scope, content type and shape as strictly as the contract
 * allows, and turns a refusal into Webex's error body.
 */
public final class Api implements AutoCloseable {

    /** All operations are beneath this path. */
    public static final String ROOT = "/v1";

    /** The largest body that Webex takes here, in bytes; a file may have far more there. */
    private static final int MAX_BODY = 10 * 1024 * 1024;

    private static final String BEARER = "Bearer ";

    private static final Duration FOR_EVER = Duration.ofDays(1);

    private final List<Operation> operations;
    private final Function<String, Optional<Access>> tokens;
    private final Turn turn;
    private final Faults faults;
    private final Habits habits;
    private final Wire wire;
    private final Ids ids;
    private final CountDownLatch closed = new CountDownLatch(1);

    /**
     * An edge that leads to these operations.
     *
     * @param tokens what a token is good for, absent if it is unknown or has run out
     */
    public Api(
            List<Operation> operations,
            Function<String, Optional<Access>> tokens,
            Turn turn,
            Faults faults,
            Habits habits,
            Wire wire,
            Ids ids) {
        this.operations = List.copyOf(operations);
        this.tokens = tokens;
        this.turn = turn;
        this.faults = faults;
        this.habits = habits;
        this.wire = wire;
        this.ids = ids;
    }

    /** Everything beneath {@code /v1}, whatever the method: what is unknown is refused here too. */
    public Place place() {
        return Place.beneath(ROOT + "/", this::handle);
    }

    /** Lets the requests go that are kept waiting for ever. */
    @Override
    public void close() {
        closed.countDown();
    }

    private Answer handle(Request request) {
        Begun begun = wire.begin();
        String trackingId = request.header("TrackingID").orElseGet(() -> "ROUTER_" + ids.uuid());
        if (faults.latency().isPositive()) hold(faults.latency());
        String path = request.path().substring(ROOT.length()).replaceFirst("(.)/$", "$1"); // as Webex's own SDK asks
        Optional<Fault> fault = faults.take(request.method(), path, token(request));
        Optional<Response> response = fault.map(what -> spoilt(what, request, path, trackingId))
                .orElseGet(() -> Optional.of(answer(request, path, trackingId)))
                .map(whole -> whole.with("TrackingID", trackingId));
        wire.request(begun, request, response, fault.map(Fault::told));
        if (fault.filter(Fault::keepsWaiting).isPresent()) hold(FOR_EVER); // recorded already, or nobody saw it
        return response.<Answer>map(Answer.Whole::new).orElseGet(Answer.Dropped::new);
    }

    /** What is answered all the same, absent if nothing is. */
    private Optional<Response> spoilt(Fault fault, Request request, String path, String trackingId) {
        return switch (fault) {
            case Fault.Answer(int status, Map<String, String> headers, String why) -> {
                Response refusal = Refusal.of(status, why).response(trackingId);
                for (var header : headers.entrySet()) refusal = refusal.with(header.getKey(), header.getValue());
                yield Optional.of(refusal);
            }
            case Fault.Drop nothing -> Optional.empty();
            case Fault.Hang nothing -> Optional.empty();
            case Fault.LoseAnswer done -> unheard(request, path, trackingId);
            case Fault.WithholdAnswer done -> unheard(request, path, trackingId);
        };
    }

    /** What was asked for is done, but nobody hears of it. */
    private Optional<Response> unheard(Request request, String path, String trackingId) {
        answer(request, path, trackingId);
        return Optional.empty();
    }

    private void hold(Duration duration) {
        try {
            closed.await(duration.toNanos(), TimeUnit.NANOSECONDS);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    private Response answer(Request request, String path, String trackingId) {
        try {
            return turn.take(() -> perform(request, path));
        } catch (Refusal refusal) {
            boolean known = !habits.has(Habit.CALLS_CONFLICTS_BAD_REQUESTS);
            return (known ? refusal : refusal.withoutConflict()).response(trackingId);
        }
    }

    private Response perform(Request request, String path) {
        if (request.body().length > MAX_BODY)
            throw Refusal.badRequest("The request is larger than " + MAX_BODY + " bytes.");
        boolean known = false;
        for (Operation operation : operations) {
            Optional<Map<String, String>> placeholders = operation.match(path);
            if (placeholders.isEmpty()) continue;
            known = true;
            if (!operation.method().equals(request.method())) continue;
            return operation
                    .answer()
                    .apply(check(
                            habits.has(Habit.IGNORES_UNKNOWN_FIELDS) ? operation.opened() : operation,
                            placeholders.get(),
                            request));
        }
        if (known) throw Refusal.of(405, "The method is not allowed here.");
        throw Refusal.notFound("The requested resource could not be found.");
    }

    private Ask check(Operation operation, Map<String, String> placeholders, Request request) {
        Optional<Access> access = admit(operation.admission(), request);
        boolean multipart =
                operation.content() == Operation.Content.JSON_OR_MULTIPART && isOf(request, Multipart.CONTENT_TYPE);
        Multipart body = multipart ? Multipart.of(request) : new Multipart(body(operation, request), List.of());
        if (multipart) operation.body().check(body.fields());
        operation.query().check(Request.parameters(request.rawQuery()));
        return new Ask(access, placeholders, request, body.fields(), body.uploads());
    }

    private Optional<Access> admit(Operation.Admission admission, Request request) {
        if (admission.open()) return Optional.empty();
        Access access = token(request).flatMap(tokens).orElseThrow(Refusal::unauthorized);
        if (access.owner().bot()) {
            if (!admission.bots()) throw Refusal.forbidden("A bot cannot do this.");
        } else if (!admission.scopes().isEmpty() && admission.scopes().stream().noneMatch(access.scopes()::contains)) {
            throw Refusal.forbidden("The token lacks the scope " + String.join(" or ", admission.scopes()) + ".");
        }
        return Optional.of(access);
    }

    /** The token of the request; the scheme before it may be written in any case (RFC 9110, section 11.1). */
    private static Optional<String> token(Request request) {
        return request.header("Authorization")
                .filter(header -> header.regionMatches(true, 0, BEARER, 0, BEARER.length()))
                .map(header -> header.substring(BEARER.length()).strip());
    }

    private static Json body(Operation operation, Request request) {
        return switch (operation.content()) {
            case JSON, JSON_OR_MULTIPART -> json(operation, request);
            case OPTIONAL_JSON -> request.body().length == 0 ? Json.object().toJson() : json(operation, request);
            case FORM -> Json.object().toJson();
            case NONE -> {
                if (request.body().length > 0) throw Refusal.badRequest("This request has no body.");
                yield Json.object().toJson();
            }
        };
    }

    private static Json json(Operation operation, Request request) {
        requireContentType(request, "application/json");
        Json body;
        try {
            body = Json.parse(request.body());
        } catch (JsonException e) {
            throw Refusal.badRequest("The body is not JSON.");
        }
        operation.body().check(body);
        return body;
    }

    private static void requireContentType(Request request, String expected) {
        if (!isOf(request, expected)) throw Refusal.of(415, "The content type must be " + expected + ".");
    }

    private static boolean isOf(Request request, String contentType) {
        return request.header("Content-Type")
                .orElse("")
                .split(";", 2)[0]
                .strip()
                .equalsIgnoreCase(contentType);
    }
}
