package callbot.sandbox.wire;

import callbot.json.Json;
import callbot.json.JsonException;
import callbot.sandbox.traffic.Exchange;
import callbot.sandbox.wire.WireLine.Call;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/** Which calls a request or an event is about. A leg's id is enough, once it has been seen which call it is a leg of. */
final class CallSessions {

    private static final int MEMORY = 1000;

    private final LinkedHashMap<String, String> sessionOfLeg = new LinkedHashMap<>();
    private final LinkedHashMap<String, String> nameOfSession = new LinkedHashMap<>();

    List<Call> of(Exchange exchange) {
        return Stream.of(exchange.requestBody(), exchange.responseBody())
                .flatMap(CallSessions::legs)
                .flatMap(leg -> session(leg).stream())
                .distinct()
                .map(session -> new Call(session, nameOfSession.getOrDefault(session, "somebody")))
                .toList();
    }

    /** The objects that may be about a leg: an event's data, an answer itself, the items of a list. */
    private static Stream<Json> legs(String body) {
        try {
            Json json = Json.parse(body);
            return Stream.concat(Stream.of(json, json.at("data")), json.list("items").stream())
                    .filter(Json::isObject);
        } catch (JsonException e) {
            return Stream.empty();
        }
    }

    private Optional<String> session(Json leg) {
        try {
            return read(leg);
        } catch (JsonException e) { // it has such a field, but it is no leg
            return Optional.empty();
        }
    }

    private Optional<String> read(Json leg) {
        Optional<String> id = leg.text("callId").or(() -> leg.text("id"));
        Optional<String> session = leg.text("callSessionId");
        if (session.isEmpty()) return id.map(sessionOfLeg::get);
        id.ifPresent(one -> remember(sessionOfLeg, one, session.get()));
        Json party = leg.at("remoteParty");
        party.text("name")
                .or(() -> party.text("number"))
                .ifPresent(name -> remember(nameOfSession, session.get(), name));
        return session;
    }

    private static void remember(LinkedHashMap<String, String> memory, String key, String value) {
        memory.putIfAbsent(key, value);
        if (memory.size() > MEMORY) memory.pollFirstEntry();
    }
}
