package callbot.sandbox.base;

import callbot.http.Response;
import callbot.json.Json;
import callbot.json.ObjectWriter;
import java.util.List;
import java.util.Optional;

/** Webex says no. Becomes an answer with Webex's error body, or with that of OAuth at the token endpoint. */
public final class Refusal extends RuntimeException {

    private static final long serialVersionUID = 1L;

    private final int status;
    private final transient Optional<String> oauthError;
    private final transient Optional<Integer> code;

    private Refusal(int status, Optional<String> oauthError, Optional<Integer> code, String message) {
        super(message);
        this.status = status;
        this.oauthError = oauthError;
        this.code = code;
    }

    /** The request itself is wrong. */
    public static Refusal badRequest(String message) {
        return new Refusal(400, Optional.empty(), Optional.empty(), message);
    }

    /** The request is wrong for this reason, by Webex's number. */
    public static Refusal coded(int code, String message) {
        return new Refusal(400, Optional.empty(), Optional.of(code), message);
    }

    /** The service is not assigned to this user. */
    public static Refusal notAssigned() {
        return coded(4410, "The service is not assigned to this user.");
    }

    /** There is no token, or it is unknown or has run out. */
    public static Refusal unauthorized() {
        return of(401, "The request requires a valid access token set in the Authorization request header.");
    }

    /** The token is good, but not for this. */
    public static Refusal forbidden(String message) {
        return of(403, message);
    }

    /** There is no such thing, or not for this person: Webex does not tell which. */
    public static Refusal notFound(String message) {
        return of(404, message);
    }

    /** The thing is there, but not in a state for this. */
    public static Refusal conflict(String message) {
        return of(409, message);
    }

    /** The same, but with the status of a wrong request if it is about a state. */
    public Refusal withoutConflict() {
        return status == 409 ? badRequest(getMessage()) : this;
    }

    /** Any other status. */
    public static Refusal of(int status, String message) {
        return new Refusal(status, Optional.empty(), Optional.empty(), message);
    }

    /** The token endpoint says no; the error is one of RFC 6749, section 5.2. */
    public static Refusal oauth(String error, String description) {
        return new Refusal(400, Optional.of(error), Optional.empty(), description);
    }

    /** The answer that says so. */
    public Response response(String trackingId) {
        ObjectWriter body = oauthError
                .map(error -> Json.object().put("error", error).put("error_description", getMessage()))
                .orElseGet(() -> Json.object()
                        .put("message", getMessage())
                        .put(
                                "errors",
                                List.of(Json.object()
                                        .put("description", getMessage())
                                        .put("errorCode", code)))
                        .put("trackingId", trackingId));
        return Response.of(status, "application/json; charset=utf-8", body.toString());
    }
}
