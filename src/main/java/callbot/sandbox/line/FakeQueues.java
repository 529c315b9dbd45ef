package callbot.sandbox.line;

import callbot.http.Response;
import callbot.json.Json;
import callbot.json.ObjectWriter;
import callbot.sandbox.api.Ask;
import callbot.sandbox.api.Field;
import callbot.sandbox.api.Operation;
import callbot.sandbox.api.Shape;
import callbot.sandbox.base.Account;
import callbot.sandbox.base.Habit;
import callbot.sandbox.base.Habits;
import callbot.sandbox.base.Ids;
import callbot.sandbox.base.Refusal;
import callbot.sandbox.base.Turn;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/** From which queues calls reach users, and the operations that tell and change it. */
public final class FakeQueues {

    private static final String QUEUES = "/telephony/config/people/me/settings/queues";
    private static final Shape ONE =
            Shape.of(Field.required("id"), Field.optional("available").flag());

    private final Turn turn;
    private final Ids ids;
    private final FakeCallerIds callerIds;
    private final Habits habits;
    private final Map<Account, String> states = new HashMap<>();
    private final Map<Account, Map<String, Queue>> queues = new HashMap<>();
    private final Set<Account> withoutService = new HashSet<>();

    private record Queue(String id, Optional<String> extension, boolean available, boolean allowLogOff) {

        Queue joined(boolean now) {
            return new Queue(id, extension, now, allowLogOff);
        }

        ObjectWriter toJson(String shownId) {
            return Json.object()
                    .put("id", shownId)
                    .put("hasCxEssentials", false)
                    .put("available", available)
                    .put("skillLevel", 1)
                    .put("extension", extension)
                    .put("allowLogOffEnabled", allowLogOff);
        }
    }

    /** Nobody is in a queue yet. @param callerIds is told of each queue, as which one can call as well */
    public FakeQueues(Turn turn, Ids ids, FakeCallerIds callerIds, Habits habits) {
        this.habits = habits;
        this.turn = turn;
        this.ids = ids;
        this.callerIds = callerIds;
    }

    public List<Operation> operations() {
        return List.of(
                Operation.of("GET", QUEUES, this::list).usersWith("spark:telephony_config_read"),
                Operation.of("PUT", QUEUES, this::change)
                        .usersWith("spark:telephony_config_write")
                        .json(Shape.of(
                                Field.optional("agentACDState")
                                        .oneOf("SIGN_IN", "SIGN_OUT", "AVAILABLE", "UNAVAILABLE", "WRAP_UP"),
                                Field.optional("queues").list())));
    }

    /**
     * Makes this user, who has signed out of all queues at first, an agent of a queue.
     *
     * @param name absent if Webex shall tell it nowhere
     * @param extension absent if it has none
     * @param allowLogOff whether the user may leave it
     * @return its id
     */
    public String add(Account person, Optional<String> name, Optional<String> extension, boolean allowLogOff) {
        return turn.take(() -> {
            String id = ids.next("CALL_QUEUE");
            states.putIfAbsent(person, "SIGN_OUT");
            of(person).put(id, new Queue(id, extension, true, allowLogOff));
            name.ifPresent(known -> callerIds.addQueue(person, id, known, extension));
            return id;
        });
    }

    /** How this user stands to all queues, as Webex calls it; absent if he is in none. */
    public Optional<String> state(Account person) {
        return turn.take(() -> Optional.ofNullable(states.get(person)));
    }

    /** Has this user stand to all queues like this, as by the buttons of a phone. @param state as Webex calls it */
    public void state(Account person, String state) {
        turn.run(() -> states.put(person, state));
    }

    /** Whether calls of this queue reach the user. */
    public boolean isIn(Account person, String id) {
        return turn.take(() -> of(person).get(id).available());
    }

    /** From now on this user's calling plan has no queues. */
    public void takeAway(Account person) {
        turn.run(() -> withoutService.add(person));
    }

    private Response list(Ask ask) {
        List<ObjectWriter> own = own(ask).values().stream()
                .map(one -> one.toJson(shownId(one.id())))
                .toList();
        return Ask.answer(
                200,
                Json.object()
                        .put("agentACDState", Optional.ofNullable(states.get(ask.person())))
                        .put("queues", own));
    }

    /** All of it is looked at before anything is changed. */
    private Response change(Ask ask) {
        Map<String, Queue> own = own(ask);
        Map<String, Queue> after = new LinkedHashMap<>(own);
        for (Json one : ask.body().list("queues")) {
            ONE.check(one);
            String id = one.requireText("id");
            Queue queue = own.values().stream()
                    .filter(mine -> shownId(mine.id()).equals(id))
                    .findFirst()
                    .orElseThrow(() -> Refusal.notFound("The queue is none of yours."));
            boolean joined = one.at("available").isAbsent() ? queue.available() : one.flag("available");
            if (queue.available() && !joined && !queue.allowLogOff())
                throw Refusal.badRequest("The agent is not allowed to leave this queue.");
            after.put(queue.id(), queue.joined(joined));
        }
        if (own.isEmpty()) throw Refusal.badRequest("The user is no agent of a queue.");
        own.putAll(after);
        ask.body().text("agentACDState").ifPresent(state -> states.put(ask.person(), state));
        return Ask.done();
    }

    private String shownId(String id) {
        return habits.has(Habit.NAMES_QUEUES_BY_OTHER_IDS) ? "queue-" + id : id;
    }

    private Map<String, Queue> own(Ask ask) {
        if (withoutService.contains(ask.person())) throw Refusal.notAssigned();
        return of(ask.person());
    }

    private Map<String, Queue> of(Account person) {
        return queues.computeIfAbsent(person, any -> new LinkedHashMap<>());
    }
}
