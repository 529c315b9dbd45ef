package callbot.sandbox.line;

import callbot.http.Response;
import callbot.json.Json;
import callbot.json.ObjectWriter;
import callbot.sandbox.api.Ask;
import callbot.sandbox.api.Operation;
import callbot.sandbox.base.Person;
import callbot.sandbox.base.Turn;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** As whom users may call, and the operation that tells. */
public final class FakeCallerIds {

    private static final String SETTINGS = "/telephony/config/people/me/settings/";
    private static final String READ = "spark:telephony_config_read";

    private final Turn turn;
    private final Map<Person, List<Choice>> choices = new HashMap<>();

    private record Choice(
            String type,
            Optional<String> id,
            Optional<String> name,
            Optional<String> directNumber,
            Optional<String> extension) {

        ObjectWriter toJson() {
            return Json.object()
                    .put("type", type)
                    .put("id", id)
                    .put("name", name)
                    .put("directNumber", directNumber)
                    .put("extension", extension);
        }
    }

    /** Everybody calls with the own number. */
    public FakeCallerIds(Turn turn) {
        this.turn = turn;
    }

    public List<Operation> operations() {
        return List.of(
                Operation.of("GET", SETTINGS + "availableCallerIds", this::list).usersWith(READ));
    }

    /** Lets this user call as a queue. */
    void addQueue(Person person, String id, String name, Optional<String> extension) {
        of(person).add(new Choice("CALL_QUEUE", Optional.of(id), Optional.of(name), Optional.empty(), extension));
    }

    private Response list(Ask ask) {
        return Ask.answer(
                200,
                Json.object()
                        .put(
                                "availableCallerIds",
                                of(ask.person()).stream().map(Choice::toJson).toList()));
    }

    private List<Choice> of(Person person) {
        return choices.computeIfAbsent(
                person,
                any -> new ArrayList<>(List.of(new Choice(
                        "DEFAULT_CLID",
                        Optional.empty(),
                        Optional.of(person.displayName()),
                        Optional.of(person.requireLine().number()),
                        Optional.of(person.requireLine().extension())))));
    }
}
