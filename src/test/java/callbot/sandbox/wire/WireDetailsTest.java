package callbot.sandbox.wire;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;

import callbot.json.Json;
import callbot.sandbox.traffic.Begun;
import callbot.sandbox.traffic.Exchange;
import java.time.Duration;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;

/** What a line opens to. That no secret is in it is tested by {@link WireSecretsTest}, too. */
class WireDetailsTest {

    private final WireDetails details =
            new WireDetails(new Masks("b0t-token-of-the-bot", "cl1ent-secret-of-the-integration"));

    @Test
    void headersAreShownInTheOrderOfTheirNamesAndSignaturesAreNot() {
        Map<String, List<String>> headers = new LinkedHashMap<>();
        headers.put("trackingid", List.of("callbot_abcdef01_1"));
        headers.put("x-spark-signature", List.of("fedcba9876543210"));
        headers.put("accept", List.of("one", "two"));
        assertEquals(
                List.of(
                        "[\"accept\",\"one\"]",
                        "[\"accept\",\"two\"]",
                        "[\"trackingid\",\"callbot_abcdef01_1\"]",
                        "[\"x-spark-signature\",\"$SIGNATURE\"]"),
                shown(headers, "", 200, "").at("request").list("headers").stream()
                        .map(Json::toString)
                        .toList());
    }

    @Test
    void eachHalfHasItsOwnHeadersAndBody() {
        Json shown = shown(Map.of("accept", List.of("x")), "{\"a\":[1]}", 200, "not JSON");
        assertEquals(List.of("POST /v1/x?y=z", "HTTP 200"), starts(shown));
        assertEquals("{\n  \"a\" : [ 1 ]\n}", shown.at("request").requireText("body"));
        assertEquals("not JSON", shown.at("answer").requireText("body"));
        assertEquals(
                "[[\"retry-after\",\"3\"]]",
                shown.at("answer").list("headers").toString().replace(" ", ""));
    }

    @Test
    void whatWasNotAnsweredSaysSo() {
        assertEquals(List.of("POST /v1/x?y=z", "no answer"), starts(shown(Map.of(), "", 0, "timed out")));
    }

    @Test
    void whatIsWrittenDownIsToldBySizeAndKindAlone() {
        StoreChange change = new StoreChange(
                new Begun(1, Instant.EPOCH, 0), "put", "user:4711", 123, Optional.empty(), true, Duration.ZERO, "main");
        String facts = details.of(change).toString();
        assertEquals(
                "{\"facts\":[[\"operation\",\"put\"],[\"kind of entry\",\"user\"],"
                        + "[\"size\",\"123 characters, stored encrypted (AES-256-GCM)\"],"
                        + "[\"done\",\"yes\"],[\"by\",\"thread main\"]]}",
                facts);
        assertFalse(facts.contains("4711"), facts);
    }

    private static List<String> starts(Json shown) {
        return List.of(
                shown.at("request").requireText("start"), shown.at("answer").requireText("start"));
    }

    private Json shown(Map<String, List<String>> headers, String body, int status, String answer) {
        return Json.parse(details.of(new Exchange(
                        1,
                        Instant.EPOCH,
                        Exchange.Direction.TO_WEBEX,
                        "POST",
                        "/v1/x?y=z",
                        headers,
                        body,
                        status,
                        Map.of("retry-after", List.of("3")),
                        answer,
                        Duration.ZERO,
                        Optional.empty()))
                .toString());
    }
}
