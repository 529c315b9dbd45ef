package callbot.sandbox.wire;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import callbot.sandbox.WirePageTest;
import callbot.sandbox.traffic.Exchange;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** That every line of a whole run is explained is tested by {@link WirePageTest}. */
class ExplanationsTest {

    private final Explanations explanations = new Explanations();

    @Test
    void everyRowHasANameAndASentence() throws IOException {
        List<String> rows = rows();
        assertEquals(
                List.of(),
                rows.stream()
                        .filter(row -> !row.matches("(\\S+ [^|]+) \\| [^|]*\\S \\| [A-Z][^|]*\\."))
                        .toList());
        List<String> subjects = rows.stream().map(row -> row.split(" \\| ")[0]).toList();
        assertEquals(subjects.stream().distinct().toList(), subjects);
    }

    @Test
    void everyCommandForACallIsExplained() {
        List<String> callCommands = List.of(
                "dial",
                "answer",
                "reject",
                "hangup",
                "hold",
                "resume",
                "mute",
                "unmute",
                "divert",
                "transfer",
                "park",
                "retrieve",
                "startRecording",
                "stopRecording",
                "pauseRecording",
                "resumeRecording",
                "transmitDtmf",
                "push",
                "pickup",
                "bargeIn",
                "pull");
        for (String command : callCommands) {
            assertTrue(explain("POST", "/v1/telephony/calls/" + command).isPresent(), command);
        }
    }

    @ParameterizedTest
    @CsvSource({
        "GET,  /v1/people/me,                          GET /people/me",
        "GET,  /v1/people/Y2lz,                        GET /people/{personId}",
        "GET,  /v1/telephony/calls?x=y,                GET /telephony/calls",
        "GET,  /v1/telephony/calls/history?type=missed,GET /telephony/calls/history",
        "GET,  /v1/telephony/calls/abc,                GET /telephony/calls/{callId}",
        "PUT,  /v1/webhooks/abc,                       PUT /webhooks/{webhookId}"
    })
    void theFirstPathThatFitsCounts(String method, String target, String what) {
        assertEquals(what, explain(method, target).orElseThrow().what());
    }

    @ParameterizedTest
    @CsvSource({"POST, /v1/people/me", "GET, /v1/nowhere", "GET, /v1/messages/a/b"})
    void whatIsNotInTheTableIsNotExplained(String method, String target) {
        assertEquals(Optional.empty(), explain(method, target));
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {"alice@example.com | somebody has written", "callbot@webex.bot | of the bot's own message, too"})
    void aMessageOfTheBotIsExplainedAsItsOwn(String author, String says) {
        String event =
                "{\"resource\":\"messages\",\"event\":\"created\",\"data\":{\"personEmail\":\"" + author + "\"}}";
        Explanations.Explained explained = explain(
                        Exchange.Direction.TO_BOT, "POST", "https://bot.example.com/webhook", event)
                .orElseThrow();
        assertEquals("POST /webhook (messages created)", explained.what());
        assertTrue(
                explained.meaning().says().contains(says), explained.meaning().says());
    }

    private Optional<Explanations.Explained> explain(String method, String target) {
        return explain(Exchange.Direction.TO_WEBEX, method, target, "");
    }

    private Optional<Explanations.Explained> explain(
            Exchange.Direction direction, String method, String target, String body) {
        return explanations.of(new Exchange(
                1,
                Instant.EPOCH,
                direction,
                method,
                target,
                Map.of(),
                body,
                200,
                Map.of(),
                "",
                Duration.ZERO,
                Optional.empty()));
    }

    private static List<String> rows() throws IOException {
        try (InputStream in = Explanations.class.getResourceAsStream("explanations.txt")) {
            return new String(in.readAllBytes(), StandardCharsets.UTF_8)
                    .lines()
                    .filter(line -> !line.isBlank() && !line.startsWith("#"))
                    .toList();
        }
    }
}
