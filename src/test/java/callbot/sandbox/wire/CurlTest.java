package callbot.sandbox.wire;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;

import callbot.sandbox.traffic.Exchange;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** The commands are given to a real shell, in which {@code curl} says what it was asked to do. */
class CurlTest {

    private static final String TOKEN = "t0ken-t0ken-t0ken-t0ken";

    private final Curl curl = new Curl(new Masks(TOKEN, "cl1ent-s3cret-cl1ent"));

    @ParameterizedTest
    @ValueSource(
            strings = {
                "{\"markdown\":\"it's $HOME, `id` and \\\"quotes\\\"\"}",
                "{\"text\":\"two\\nlines, and \\\\ and !! and 'more'\"}",
                "$WEBEX_TOKEN is what a user wrote"
            })
    void whateverIsInABodyArrivesAsItWas(String body) throws Exception {
        List<String> arguments = run(curl.of(message(body)));
        assertEquals(
                List.of(
                        "-X",
                        "POST",
                        "https://webexapis.com/v1/messages",
                        "-H",
                        "authorization: Bearer from the environment",
                        "--data-raw",
                        body),
                arguments);
    }

    @Test
    void theTokenIsAVariable() {
        String command = curl.of(message("{\"text\":\"" + TOKEN + "\"}"));
        assertFalse(command.contains(TOKEN), command);
    }

    @Test
    void theSecretsOfAFormAreVariables() throws Exception {
        Exchange exchange = exchange(
                Exchange.Direction.TO_WEBEX,
                "POST",
                "/v1/access_token",
                Map.of("content-type", List.of("application/x-www-form-urlencoded"), "content-length", List.of("9")),
                "client_id=C1&client_secret=cl1ent-s3cret-cl1ent&code=c0de-c0de-c0de");
        assertEquals(
                "client_id=C1&client_secret=from the environment&code=from the environment",
                run(curl.of(exchange)).getLast());
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "host",
                "content-length",
                "connection",
                "user-agent",
                "accept-encoding",
                "trackingid",
                "http2-settings",
                "upgrade"
            })
    void whatCurlAddsByItselfOrBelongsToOneExchangeIsLeftOut(String header) throws Exception {
        Exchange exchange =
                exchange(Exchange.Direction.TO_WEBEX, "GET", "/v1/people/me", Map.of(header, List.of("x")), "");
        assertEquals(List.of("-X", "GET", "https://webexapis.com/v1/people/me"), run(curl.of(exchange)));
    }

    @Test
    void aDeliveryGoesToTheBotWithoutItsSignature() throws Exception {
        Exchange exchange = exchange(
                Exchange.Direction.TO_BOT,
                "POST",
                "http://127.0.0.1:6001/webhook",
                Map.of("x-spark-signature", List.of("0123456789abcdef")),
                "{}");
        assertEquals(
                List.of(
                        "-X",
                        "POST",
                        "http://127.0.0.1:6001/webhook",
                        "-H",
                        "x-spark-signature: from the environment",
                        "--data-raw",
                        "{}"),
                run(curl.of(exchange)));
    }

    private static Exchange message(String body) {
        return exchange(
                Exchange.Direction.TO_WEBEX,
                "POST",
                "/v1/messages",
                Map.of("authorization", List.of("Bearer " + TOKEN), "host", List.of("127.0.0.1:1")),
                body);
    }

    private static Exchange exchange(
            Exchange.Direction direction,
            String method,
            String target,
            Map<String, List<String>> headers,
            String body) {
        return new Exchange(
                1,
                Instant.EPOCH,
                direction,
                method,
                target,
                headers,
                body,
                200,
                Map.of(),
                "",
                Duration.ZERO,
                Optional.empty());
    }

    private static List<String> run(String command) throws IOException, InterruptedException {
        String script = "curl() { for argument; do printf '%s\\0' \"$argument\"; done; }\n" + command;
        ProcessBuilder shell = new ProcessBuilder("sh", "-c", script);
        for (String variable : List.of("WEBEX_TOKEN", "CLIENT_SECRET", "CODE", "SIGNATURE")) {
            shell.environment().put(variable, "from the environment");
        }
        Process process = shell.redirectError(ProcessBuilder.Redirect.INHERIT).start();
        String said = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
        assertEquals(0, process.waitFor());
        return List.of(said.split("\0"));
    }
}
