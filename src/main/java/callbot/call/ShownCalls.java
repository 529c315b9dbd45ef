package callbot.call;

import callbot.command.CallChoice.ThisOne;
import callbot.json.Json;
import callbot.store.StateStore;
import callbot.webex.calling.Call;
import callbot.webex.messaging.Person;
import java.time.Duration;
import java.util.List;
import java.util.Optional;

/**
 * The numbers by which users name their calls. They are those of the list that was shown last, for an hour: if a call of it
 * has ended meanwhile, the others keep their numbers.
 */
public final class ShownCalls {

    /** What its keys begin with. */
    public static final String SHOWN = "shown:";

    private static final Duration LIFETIME = Duration.ofHours(1);

    private final StateStore store;

    ShownCalls(StateStore store) {
        this.store = store;
    }

    /** Remembers a list that is about to be shown. An empty one has no numbers, so none are remembered. */
    void remember(String personId, List<Call> calls) {
        if (calls.isEmpty()) {
            store.delete(key(personId));
            return;
        }
        var list = calls.stream()
                .map(call ->
                        Json.object().put("id", call.id()).put("key", call.key().text()))
                .toList();
        store.put(key(personId), Json.object().put("calls", list).toString(), LIFETIME);
    }

    /** The list that was shown last; absent if none was, or long ago. */
    Optional<List<ThisOne>> last(String personId) {
        return store.get(key(personId))
                .map(stored -> Json.parse(stored).list("calls").stream()
                        .map(call -> new ThisOne(call.requireText("id"), call.requireText("key")))
                        .toList());
    }

    private static String key(String personId) {
        return SHOWN + Person.key(personId);
    }
}
