package callbot.http;

/** What answers a request. */
@FunctionalInterface
public interface Handler {

    /** Answers the request. Whatever is thrown becomes a 500 without details. */
    Response handle(Request request);
}
