package callbot.sandbox.page;

import callbot.http.Handler;
import callbot.http.Request;
import callbot.http.Response;
import callbot.json.Json;
import callbot.json.JsonException;
import callbot.sandbox.base.Refusal;
import java.util.function.Consumer;

/**
 * Who is let in to the sandbox. A page of another site can send requests here, and a name of its own can lead here; neither
 * may do or see anything.
 */
public final class Door {

    private Door() {}

    /** Answers like this one, but only pages from here. */
    public static Handler guard(Handler handler) {
        return request -> isFromHere(request)
                ? handler.handle(request)
                : Response.text(403, "Only the sandbox's own page is listened to.\n");
    }

    /** Does what a page from here wishes; a wish that cannot be granted is refused with the reason. */
    public static Handler act(Consumer<Json> action) {
        return guard(request -> {
            try {
                action.accept(Json.parse(request.body()));
                return Response.empty(204);
            } catch (Refusal | JsonException | IllegalStateException e) {
                return Response.json(
                        409, Json.object().put("message", e.getMessage()).toString());
            }
        });
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
