package callbot.webex;

import static callbot.fuzz.FuzzTarget.require;

import callbot.fuzz.FuzzTarget;
import callbot.json.Json;
import callbot.json.JsonException;
import callbot.webex.calling.Call;
import callbot.webex.calling.CallKey;
import callbot.webex.calling.CallRecording;
import callbot.webex.calling.Conference;
import callbot.webex.calling.Endpoint;
import callbot.webex.calling.Endpoints;
import callbot.webex.calling.HistoryRecord;
import callbot.webex.calling.Party;
import callbot.webex.calling.RecordingLinks;
import callbot.webex.calling.VoiceMessage;
import callbot.webex.line.AgentQueues;
import callbot.webex.line.AnswerPhone;
import callbot.webex.line.BlockedNumber;
import callbot.webex.line.CallerIdChoice;
import callbot.webex.line.CallerIdHiding;
import callbot.webex.line.DoNotDisturb;
import callbot.webex.line.Forwarding;
import callbot.webex.line.OwnPhone;
import callbot.webex.line.PersonalAssistant;
import callbot.webex.line.ReachNumber;
import callbot.webex.line.SimultaneousRing;
import callbot.webex.line.SingleNumberReach;
import callbot.webex.line.VoicemailSettings;
import callbot.webex.messaging.Messages;
import callbot.webex.messaging.Person;
import callbot.webex.messaging.Webhook;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.function.Function;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/**
 * What Webex answers: a reader makes something of it that holds what its type says, or refuses with a reason that names a field
 * and quotes nothing.
 */
public final class WebexAnswerFuzz implements FuzzTarget {

    private static final Pattern WHY = Pattern.compile("\"[A-Za-z_.]+\" is (missing|missing, or is no id|not [a-z ]+)");
    private static final Pattern ID = Pattern.compile("[!-~]{1,400}");
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
        read(answer, Call::from).ifPresent(WebexAnswerFuzz::holds);
        read(answer, Person::from).ifPresent(WebexAnswerFuzz::holds);
        read(answer, Messages.Message::from).ifPresent(message -> isId(message.id()));
        read(answer, OAuth.Grant::from).ifPresent(WebexAnswerFuzz::holds);
        read(answer, Endpoints::listed).ifPresent(WebexAnswerFuzz::holds);
        read(answer, HistoryRecord::from).ifPresent(WebexAnswerFuzz::holds);
        read(answer, DoNotDisturb::from);
        read(answer, VoicemailSettings::from);
        read(answer, ReachNumber::from).flatMap(any -> any).ifPresent(one -> isId(one.id()));
        read(answer, SingleNumberReach::from);
        read(answer, SimultaneousRing::from);
        read(answer, CallRecording::from).flatMap(any -> any).ifPresent(one -> {
            isId(one.id());
            one.time().ifPresent(WebexAnswerFuzz::canBeShown);
        });
        read(answer, RecordingLinks::from)
                .flatMap(RecordingLinks::audio)
                .ifPresent(link -> require("https".equalsIgnoreCase(link.getScheme()), "no link: " + link));
        read(answer, PersonalAssistant::from).flatMap(PersonalAssistant::until).ifPresent(WebexAnswerFuzz::canBeShown);
        read(answer, BlockedNumber::from).flatMap(any -> any).ifPresent(one -> isId(one.id()));
        read(answer, AgentQueues::from).ifPresent(all -> all.queues().forEach(one -> isId(one.id())));
        read(answer, CallerIdChoice::from)
                .flatMap(any -> any)
                .ifPresent(one -> one.id().ifPresent(WebexAnswerFuzz::isId));
        read(answer, CallerIdHiding::from);
        read(answer, OwnPhone::listed)
                .ifPresent(all -> holds(all.stream().map(OwnPhone::endpoint).toList()));
        read(answer, AnswerPhone::listed)
                .ifPresent(all -> holds(all.stream().map(AnswerPhone::endpoint).toList()));
        read(answer, Forwarding::from).ifPresent(WebexAnswerFuzz::holds);
        read(answer, VoiceMessage::from).flatMap(any -> any).ifPresent(WebexAnswerFuzz::holds);
        read(answer, Conference::from)
                .flatMap(any -> any)
                .ifPresent(one -> one.participants().forEach(other -> isId(other.callId())));
        read(answer, Webhook::from)
                .flatMap(hook -> hook.secret()
                        .filter(secret -> secret.length() > 8 && hook.toString().contains(secret)))
                .filter(secret -> !answer.text("name").orElse("").contains(secret))
                .ifPresent(secret -> require(false, "it shows the secret"));
    }

    private static <T> Optional<T> read(Json answer, Function<Json, T> reader) {
        try {
            return Optional.of(reader.apply(answer));
        } catch (JsonException e) {
            require(WHY.matcher(e.getMessage()).matches(), "the reason quotes: " + e.getMessage());
            return Optional.empty();
        }
    }

    private static void holds(Call call) {
        isId(call.id());
        CallKey key = call.key();
        require(new CallKey(key.text()).equals(key), "the key of a key is another: " + key);
        holds(call.remote());
        call.answered().ifPresent(WebexAnswerFuzz::canBeShown);
        call.created().ifPresent(WebexAnswerFuzz::canBeShown);
    }

    private static void holds(HistoryRecord past) {
        holds(past.party());
        past.time().ifPresent(WebexAnswerFuzz::canBeShown);
    }

    private static void holds(Forwarding forwarding) {
        for (Forwarding.When when : Forwarding.When.values()) {
            require(
                    Json.parse(Forwarding.change(when, forwarding.rule(when)).toString())
                                    .at("callForwarding")
                                    .names()
                                    .size()
                            == 1,
                    "more is changed than one rule");
        }
    }

    private static void holds(VoiceMessage message) {
        holds(message.from());
        message.created().ifPresent(WebexAnswerFuzz::canBeShown);
        message.duration().ifPresent(time -> require(!time.isNegative(), "it ended before it began"));
    }

    private static void holds(Party party) {
        require(!party.described().isBlank() && !party.title().isBlank(), "it has no name at all");
        require(party.isKnown() == (party.name().isPresent() || party.number().isPresent()), "it is known or not");
    }

    private static void holds(Person person) {
        isId(person.id());
        require(!person.displayName().isBlank(), "nobody can be called so");
        String key = Person.key(person.id());
        require(Person.key(key).equals(key), "the key of a key is another: " + key);
        require(key.matches("[A-Za-z0-9_.-]+"), "no key: " + key);
    }

    private static void holds(OAuth.Grant grant) {
        require(
                !grant.toString().contains(grant.accessToken().reveal())
                        || grant.accessToken().reveal().length() < 9,
                "a token");
        for (Duration lifetime : Stream.concat(Stream.of(grant.lifetime()), grant.refreshLifetime().stream())
                .toList()) {
            require(!lifetime.isNegative(), "it ended before it began");
            canBeShown(NOW.plus(lifetime));
        }
    }

    private static void holds(List<Endpoint> endpoints) {
        long names = endpoints.stream()
                .map(one -> one.name().toLowerCase(Locale.ROOT))
                .distinct()
                .count();
        long ids = endpoints.stream().map(Endpoint::id).distinct().count();
        require(names >= ids, "two have one name: " + endpoints);
    }

    private static void isId(String id) {
        require(ID.matcher(id).matches(), "no id: " + id);
    }

    /** Wherever the reader lives. */
    private static void canBeShown(Instant time) {
        for (String zone : List.of("+18:00", "-18:00"))
            time.atZone(ZoneId.of(zone)).toLocalDate();
        require(time.toEpochMilli() != 0 || time.getEpochSecond() == 0, "it cannot be counted");
    }
}
