/**
 * The web server, reduced to values: a {@link callbot.http.Request} comes in, a {@link callbot.http.Response} goes out,
 * and a {@link callbot.http.Handler} is a function between them. Nobody else sees {@code com.sun.net.httpserver}, but
 * for the sandbox's own server.
 *
 * <p>The JDK's server is small and fast, and has traps. They are handled here, so that nobody else meets them:
 *
 * <ul>
 *   <li>A response length of 0 means "chunked", -1 means "empty". {@link callbot.http.Response} knows its body, so nobody
 *       says a length.
 *   <li>A handler that throws drops the connection without an answer and without a log line. {@link callbot.http.WebServer}
 *       answers 500 and logs.
 *   <li>An exchange that is not closed keeps its client waiting for ever. It is closed in one place.
 *   <li>Contexts match by prefix ({@code /webhook} would take {@code /webhooks}). Paths are compared exactly here.
 *   <li>Until JDK 24 a virtual thread that waits for a slow client's bytes holds on to its carrier thread, because the
 *       server's streams are synchronized (JEP 491): as many stalled clients as there are cores stop everybody. There the
 *       server runs on platform threads.
 *   <li>Without {@code TCP_NODELAY} every answer with a body waits 40 ms for a delayed acknowledgement.
 * </ul>
 */
package callbot.http;
