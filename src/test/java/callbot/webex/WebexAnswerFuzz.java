package callbot.webex;

import static callbot.fuzz.FuzzTarget.require;

import callbot.fuzz.FuzzTarget;
import callbot.json.Json;
import callbot.json.JsonException;
import callbot.webex.calling.CallingAnswers;
import callbot.webex.line.LineAnswers;
import callbot.webex.messaging.MessagingAnswers;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.stream.Stream;

/**
 * What Webex answers: a reader makes something of it that holds what its type says, or refuses with a reason that names a field
 * and quotes nothing.
 */
public final class WebexAnswerFuzz implements FuzzTarget {

    private static final Instant NOW = Instant.parse("2026-01-01T00:00:00Z");

    @Override
    public List<byte[]> seeds() {
        Json recorded = Json.parse("{\"all\":" + String.join("\n", FuzzTarget.lines("contract/exchanges.json")) + "}");
        Stream<Json> bodies = recorded.list("all").stream()
                .map(exchange -> exchange.at("answer").at("body"));
        return FuzzTarget.inputs(Stream.concat(
                bodies.flatMap(body -> Stream.concat(Stream.of(body), body.list("items").stream()))
                        .filter(Json::isObject)
                        .map(Json::toString),
                Stream.of("""
                        {"access_token": "a", "expires_in": 1209599, "refresh_token": "r", "refresh_token_expires_in": 7775999,
                         "scope": "spark:kms spark:calls_read"}""", """
                        {"endpoints": [{"id": "1", "name": "Phone", "type": "DEVICE"}, {"id": "2", "type": "APPLICATION"}]}""", """
                        {"message": "no", "errors": [{"description": "invalid_grant"}], "trackingId": "t"}""")));
    }

    @Override
    public void check(byte[] body) {
        require(ErrorBody.reason(body).length() <= body.length, "the reason is longer than all that was said");
        Json answer;
        try {
            answer = Json.parse(body).lenient();
        } catch (JsonException e) {
            return;
        }
        require(
                Json.parse(answer.toString()).toString().equals(answer.toString()),
                "it is not read as it is written: " + answer);
        CallingAnswers.check(answer);
        LineAnswers.check(answer);
        MessagingAnswers.check(answer);
        WebexAnswers.read(answer, OAuth.Grant::from).ifPresent(WebexAnswerFuzz::holds);
    }

    private static void holds(OAuth.Grant grant) {
        require(
                !grant.toString().contains(grant.accessToken().reveal())
                        || grant.accessToken().reveal().length() < 9,
                "a token");
        for (Duration lifetime : Stream.concat(Stream.of(grant.lifetime()), grant.refreshLifetime().stream())
                .toList()) {
            require(!lifetime.isNegative(), "it ended before it began");
            WebexAnswers.canBeShown(NOW.plus(lifetime));
        }
    }
}
