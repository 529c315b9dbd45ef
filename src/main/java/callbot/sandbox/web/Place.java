package callbot.sandbox.web;

import callbot.http.Request;
import java.util.function.Function;
import java.util.function.Predicate;

/**
 * Which requests are answered by whom.
 *
 * @param takes whether a request belongs here
 * @param service answers it
 */
public record Place(Predicate<Request> takes, Function<Request, Answer> service) {

    /** For GET at exactly this path. */
    public static Place get(String path, Function<Request, Answer> service) {
        return at("GET", path, service);
    }

    /** For POST at exactly this path. */
    public static Place post(String path, Function<Request, Answer> service) {
        return at("POST", path, service);
    }

    /** For whatever begins with this path, by any method. */
    public static Place beneath(String path, Function<Request, Answer> service) {
        return new Place(request -> request.path().startsWith(path), service);
    }

    private static Place at(String method, String path, Function<Request, Answer> service) {
        return new Place(
                request -> request.method().equals(method) && request.path().equals(path), service);
    }
}
