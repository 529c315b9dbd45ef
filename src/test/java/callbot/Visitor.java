package callbot;

import static org.junit.jupiter.api.Assertions.assertTrue;

import callbot.sandbox.messaging.ChatMessage;
import callbot.sandbox.webex.FakeUser;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Somebody with a browser. */
final class Visitor implements AutoCloseable {

    private static final Pattern LINK = Pattern.compile("\\]\\((http[^)]+)\\)");

    private final HttpClient browser =
            HttpClient.newBuilder().version(HttpClient.Version.HTTP_1_1).build();

    private interface Errand<T> {
        T run() throws IOException, InterruptedException;
    }

    /** Opens a page. */
    HttpResponse<String> open(URI page) {
        return send(HttpRequest.newBuilder(page).build());
    }

    /** Sends any request. */
    HttpResponse<String> send(HttpRequest request) {
        return did(() -> browser.send(request, HttpResponse.BodyHandlers.ofString()));
    }

    /** Where the browser is sent when this user follows the sign-in link in this message and agrees. */
    URI agree(FakeUser user, ChatMessage invitation) {
        return did(() -> user.authorize(link(invitation)));
    }

    /** Where the browser is sent when this user follows the sign-in link in this message and refuses. */
    URI refuse(FakeUser user, ChatMessage invitation) {
        return did(() -> user.refuse(link(invitation)));
    }

    /** The first link in a message. */
    static String link(ChatMessage message) {
        Matcher link = LINK.matcher(message.markdown().orElseThrow());
        assertTrue(link.find(), "no link in " + message.text());
        return link.group(1);
    }

    @Override
    public void close() {
        browser.shutdownNow();
    }

    private static <T> T did(Errand<T> errand) {
        try {
            return errand.run();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } catch (InterruptedException e) {
            throw new IllegalStateException(e);
        }
    }
}
