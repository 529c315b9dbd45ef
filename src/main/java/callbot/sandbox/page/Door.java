package callbot.sandbox.page;

import callbot.http.Request;
import callbot.http.Response;
import callbot.json.Json;
import callbot.json.JsonException;
import callbot.sandbox.base.Refusal;
import callbot.sandbox.web.Answer;
import java.util.function.Consumer;
import java.util.function.Function;

/**
 * Who is let in to the sandbox. A page of another site can send requests here, and a name of its own can lead here; neither
 * may do or see anything.
 */
public final class Door {

    private Door() {}

    /** Answers like this one, but only pages from here. */
    public static Function<Request, Answer> guard(Function<Request, Answer> service) {
        return request -> isFromHere(request)
                ? service.apply(request)
                : new Answer.Whole(Response.text(403, "Only the sandbox's own page is listened to.\n"));
    }

    /** Does what a page from here wishes; a wish that cannot be granted is refused with the reason. */
    public static Function<Request, Answer> act(Consumer<Json> action) {
        return guard(request -> new Answer.Whole(outcome(request, action)));
    }

    private static Response outcome(Request request, Consumer<Json> action) {
        try {
            action.accept(Json.parse(request.body()));
            return Response.empty(204);
        } catch (Refusal | JsonException | IllegalStateException e) {
            return Response.of(
                    409,
                    "application/json; charset=utf-8",
                    Json.object().put("message", e.getMessage()).toString());
        }
    }

    private static boolean isFromHere(Request request) {
        String host = request.header("Host").orElse("");
        boolean local = host.matches("(localhost|127\\.0\\.0\\.1)(:[0-9]+)?");
        return local
                && request.header("Origin")
                        .map(origin -> origin.equals("http://" + host))
                        .orElse(true);
    }
}
