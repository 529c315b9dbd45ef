package callbot.sandbox.wire;

import static org.junit.jupiter.api.Assertions.assertEquals;

import callbot.json.Json;
import callbot.sandbox.traffic.Begun;
import callbot.sandbox.traffic.Exchange;
import callbot.sandbox.traffic.Wire;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** What a line says of the exchange that it stands for. */
class WireScribeTest {

    private static final Instant BEGIN = Instant.parse("2026-03-01T10:00:00Z");

    private final WireLog log = new WireLog();
    private final WireScribe scribe = new WireScribe(
            new Wire(Clock.systemUTC()),
            log,
            new Masks("b0t-token-of-the-bot", "cl1ent-secret-of-the-integration"),
            new Labels(id -> Optional.empty(), text -> text),
            new Marks(),
            new EventNames(
                    body -> Json.parse(body).at("data").text("id").map(WireScribeTest::event), WireScribeTest::event));

    @ParameterizedTest
    @CsvSource({
        "200, 200, true",
        "204, 204, true",
        "302, 302, true",
        "404, 404, false",
        "429, 429, false",
        "502, 502, false",
        "0, no answer, false"
    })
    void aLineSaysWhatCameOfIt(int status, String outcome, boolean good) {
        Json line = line(request("/v1/people/me", status));
        assertEquals(outcome, line.requireText("outcome"));
        assertEquals(good, line.flag("good"));
    }

    @Test
    void aLineSaysWhenItBeganAndHowLongItTook() {
        Json line = line(request("/v1/people/me", 200));
        assertEquals(Optional.of(17L), line.number("number"));
        assertEquals(BEGIN.toString(), line.requireText("time"));
        assertEquals(Optional.of(12_345L), line.number("micros"));
    }

    @ParameterizedTest
    @CsvSource({"/v1/people/me, bot", "/v1/authorize?client_id=x, browser"})
    void onlyTheSignInIsAskedForByABrowser(String target, String from) {
        Json line = line(request(target, 200));
        assertEquals(List.of(from, "webex"), List.of(line.requireText("from"), line.requireText("to")));
    }

    @Test
    void whatFailedIsMarkedWhenItIsTriedAgainAndOnlyThen() {
        List<Boolean> again = List.of(429, 502, 200, 200).stream()
                .map(status -> line(request("/v1/people/me", status)).flag("again"))
                .toList();
        assertEquals(List.of(false, true, true, false), again);
    }

    @Test
    void whatIsWrittenInVainSaysSo() {
        assertEquals(List.of("event accepted", ""), told(accepted(true)));
        assertEquals(List.of("event known already", "no change"), told(accepted(false)));
        assertEquals(
                Optional.of("no: the entry was not as expected"),
                Json.parse(log.after(0).getLast().details().get().toString()).list("facts").stream()
                        .map(Json::toString)
                        .filter(fact -> fact.startsWith("[\"done\""))
                        .map(fact -> fact.split("\"")[3])
                        .findFirst());
    }

    @ParameterizedTest
    @ValueSource(booleans = {true, false})
    void whatWebexTellsOfTheBotsOwnMessageBelongsToWhatItWasWrittenFor(boolean toldBeforeTheAnswer) {
        Exchange told = exchange(
                Exchange.Direction.TO_BOT,
                "https://bot.example.com/webhook",
                Map.of(),
                "{\"resource\":\"messages\",\"event\":\"created\",\"data\":{\"id\":\"M1\",\"roomId\":\"R1\","
                        + "\"roomType\":\"direct\",\"personId\":\"P1\",\"personEmail\":\"callbot@webex.bot\"}}",
                "");
        Exchange written = exchange(
                Exchange.Direction.TO_WEBEX,
                "/v1/messages",
                Map.of("trackingid", List.of("callbot_abcdef01_2")),
                "{}",
                "{\"id\":\"M1\"}");
        for (Exchange one : toldBeforeTheAnswer ? List.of(told, written) : List.of(written, told)) scribe.exchange(one);
        assertEquals(
                List.of(Optional.of("abcdef01"), Optional.of("abcdef01")),
                log.after(0).stream().map(entry -> entry.line().command()).toList());
    }

    private static String event(String messageId) {
        return "the event of " + messageId;
    }

    private static List<String> told(Json line) {
        return List.of(line.requireText("what"), line.requireText("outcome"));
    }

    private Json accepted(boolean happened) {
        Begun begun = new Begun(1, BEGIN, 0);
        scribe.change(new StoreChange(
                begun,
                "putIfAbsent",
                "event:me:0123456789abcdef0123456789abcdef",
                99,
                Optional.of("ACCEPTED"),
                happened,
                Duration.ZERO,
                "main"));
        return last();
    }

    private Json line(Exchange exchange) {
        scribe.exchange(exchange);
        return last();
    }

    private Json last() {
        return Json.parse(log.after(0).getLast().line().json().toString());
    }

    private static Exchange exchange(
            Exchange.Direction direction,
            String target,
            Map<String, List<String>> headers,
            String body,
            String answer) {
        return new Exchange(
                1,
                BEGIN,
                direction,
                "POST",
                target,
                headers,
                body,
                200,
                Map.of(),
                answer,
                Duration.ZERO,
                Optional.empty());
    }

    private static Exchange request(String target, int status) {
        return new Exchange(
                17,
                BEGIN,
                Exchange.Direction.TO_WEBEX,
                "GET",
                target,
                Map.of(),
                "",
                status,
                Map.of(),
                "",
                Duration.ofNanos(12_345_678),
                Optional.empty());
    }
}
