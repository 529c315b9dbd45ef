package callbot.webex;

import static callbot.webex.ScriptedWebex.TOKEN;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import callbot.json.Json;
import callbot.webex.messaging.People;
import callbot.webex.messaging.Webhook;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.net.URI;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.Queue;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.function.Function;
import java.util.logging.Handler;
import java.util.logging.Level;
import java.util.logging.LogRecord;
import java.util.logging.Logger;
import java.util.logging.SimpleFormatter;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Whoever reads the log or an error's text must not be able to act as somebody else. */
class SecrecyTest {

    private static final Secret CLIENT_SECRET = new Secret("canary-client-secret");
    private static final Secret CODE = new Secret("canary-code");
    private static final OAuth.Integration INTEGRATION =
            new OAuth.Integration("C1", CLIENT_SECRET, List.of("spark:calls_read"));

    private final ScriptedWebex webex = new ScriptedWebex();
    private final Logger logger = Logger.getLogger("callbot.webex");
    private final Listener listener = new Listener();

    @BeforeEach
    void listen() {
        logger.setLevel(Level.ALL);
        logger.setUseParentHandlers(false);
        logger.addHandler(listener);
    }

    @AfterEach
    void close() {
        logger.removeHandler(listener);
        logger.setUseParentHandlers(true);
        logger.setLevel(null);
        webex.close();
    }

    @ParameterizedTest
    @ValueSource(ints = {200, 400, 429, 500})
    void noErrorAndNoLogLineShowsAToken(int status) {
        for (int i = 0; i < 12; i++) webex.answer(status, "<html>");
        OAuth oauth = new OAuth(webex.client, INTEGRATION, URI.create("https://bot.example/redirect"));

        var asked = assertThrows(WebexException.class, () -> new People(webex.client).me(TOKEN));
        var posted = assertThrows(
                WebexException.class, () -> webex.client.post(TOKEN, "/x", Json.object(), Function.identity()));
        var exchanged = assertThrows(WebexException.class, () -> oauth.exchange(CODE));

        String seen = all(asked) + all(posted) + all(exchanged) + listener.lines;
        assertTrue(seen.contains("event=webex.request method=POST path=/v1/access_token"), seen);
        assertFalse(seen.contains("canary"), seen);
    }

    @Test
    void noRecordShowsASecret() {
        var grant = new OAuth.Grant(CODE, Duration.ZERO, Optional.of(TOKEN), Optional.empty(), Optional.empty());
        var webhook = new Webhook(
                "1", "n", "https://a.example", "r", "e", Optional.empty(), Optional.of("canary-hook"), true);
        var request = WebexRequest.json("POST", webex.base(), TOKEN, Json.object());

        String seen = "" + TOKEN + grant + webhook + request + INTEGRATION;

        assertFalse(seen.contains("canary"), seen);
    }

    @Test
    void theLogSaysWhatHappenedWithoutTheQuery() throws Exception {
        webex.answer(404, "{}");

        assertThrows(WebexException.class, () -> webex.client.delete(TOKEN, "/webhooks/1?email=a@b.example"));

        String id = webex.request().getHeaders().get("TrackingID");
        String line = listener.lines.peek();
        assertTrue(
                line.matches("event=webex.request method=DELETE path=/v1/webhooks/1 status=404 ms=\\d+ tracking=" + id),
                line);
    }

    @Test
    void aSecretShowsItselfOnlyToWhoAsks() {
        assertEquals("(hidden)", TOKEN.toString());
        assertEquals("canary-token", TOKEN.reveal());
        assertEquals(new Secret("canary-token"), TOKEN);
    }

    @ParameterizedTest
    @ValueSource(strings = {"", " ", "\n"})
    void aSecretIsNotEmpty(String text) {
        assertThrows(IllegalArgumentException.class, () -> new Secret(text));
    }

    private static String all(Throwable failure) {
        StringWriter text = new StringWriter();
        failure.printStackTrace(new PrintWriter(text));
        return text.toString();
    }

    /** Keeps what is logged, as it would be written. */
    private static final class Listener extends Handler {

        private final Queue<String> lines = new ConcurrentLinkedQueue<>();

        @Override
        public void publish(LogRecord logged) {
            lines.add(new SimpleFormatter().formatMessage(logged));
        }

        @Override
        public void flush() {}

        @Override
        public void close() {}
    }
}
