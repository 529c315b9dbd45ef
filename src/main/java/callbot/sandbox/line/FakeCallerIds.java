package callbot.sandbox.line;

import callbot.http.Response;
import callbot.json.Json;
import callbot.json.ObjectWriter;
import callbot.sandbox.api.Ask;
import callbot.sandbox.api.Field;
import callbot.sandbox.api.Operation;
import callbot.sandbox.api.Shape;
import callbot.sandbox.base.Account;
import callbot.sandbox.base.Refusal;
import callbot.sandbox.base.Turn;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/** What others see when users call, and the operations that tell and change it. */
public final class FakeCallerIds {

    private static final String SETTINGS = "/telephony/config/people/me/settings/";
    private static final String READ = "spark:telephony_config_read";
    private static final String WRITE = "spark:telephony_config_write";
    private static final String HIDDEN = "callingLineIdDeliveryBlockingEnabled";
    private static final String RESTRICTED = "connectedLineIdentificationRestrictionEnabled";
    private static final Shape SELECTED = Shape.of(
            Field.required("type").oneOf("DEFAULT_CLID", "ADDITIONAL_CLID", "CALL_QUEUE", "HUNT_GROUP"),
            Field.optional("id"),
            Field.optional("directNumber"));

    private final Turn turn;
    private final Map<Account, List<Choice>> choices = new HashMap<>();
    private final Map<Account, Choice> selected = new HashMap<>();
    private final Set<Account> hidden = new HashSet<>();
    private final Set<Account> restricted = new HashSet<>();
    private final Set<Account> withoutService = new HashSet<>();
    private final Set<Account> withoutHiding = new HashSet<>();

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

        /** Whether this is what a request means: each kind is told by something else. */
        boolean isMeant(Json wanted) {
            if (!wanted.requireText("type").equals(type)) return false;
            return switch (type) {
                case "DEFAULT_CLID" -> true;
                case "ADDITIONAL_CLID" -> wanted.text("directNumber").equals(directNumber);
                default -> wanted.text("id").equals(id);
            };
        }
    }

    /** Everybody calls with the own number. */
    public FakeCallerIds(Turn turn) {
        this.turn = turn;
    }

    public List<Operation> operations() {
        return List.of(
                Operation.of("GET", SETTINGS + "availableCallerIds", this::list).usersWith(READ),
                Operation.of("GET", SETTINGS + "selectedCallerId", this::selected)
                        .usersWith(READ),
                Operation.of("PUT", SETTINGS + "selectedCallerId", this::select)
                        .usersWith(WRITE)
                        .json(Shape.of(Field.required("selected").object())),
                Operation.of("GET", SETTINGS + "callerId", this::hiding).usersWith(READ),
                Operation.of("PUT", SETTINGS + "callerId", this::hide)
                        .usersWith(WRITE)
                        .json(Shape.of(
                                Field.optional(HIDDEN).flag(),
                                Field.optional(RESTRICTED).flag())));
    }

    /** Lets this user call as a queue. */
    void addQueue(Account person, String id, String name, Optional<String> extension) {
        of(person).add(new Choice("CALL_QUEUE", Optional.of(id), Optional.of(name), Optional.empty(), extension));
    }

    /** Lets this user call with another number. */
    public void addNumber(Account person, String number) {
        turn.run(() -> of(person)
                .add(new Choice(
                        "ADDITIONAL_CLID", Optional.empty(), Optional.empty(), Optional.of(number), Optional.empty())));
    }

    /** The kind of what others see who are called by this user, as Webex names it. */
    public String selected(Account person) {
        return turn.take(() -> chosen(person).type());
    }

    /** Whether this user's number is withheld. */
    public boolean isHidden(Account person) {
        return turn.take(() -> hidden.contains(person));
    }

    /** Withholds this user's number from those who call him, too. */
    public void restrict(Account person) {
        turn.run(() -> restricted.add(person));
    }

    /** Whether this user's number is withheld from those who call him. */
    public boolean isRestricted(Account person) {
        return turn.take(() -> restricted.contains(person));
    }

    /** From now on this user's calling plan has none of this. */
    public void takeAway(Account person) {
        turn.run(() -> withoutService.add(person));
    }

    /** From now on this user's calling plan does not let the number be withheld. */
    public void takeHidingAway(Account person) {
        turn.run(() -> withoutHiding.add(person));
    }

    private Response list(Ask ask) {
        List<ObjectWriter> all = own(ask).stream().map(Choice::toJson).toList();
        return Ask.answer(200, Json.object().put("availableCallerIds", all));
    }

    private Response selected(Ask ask) {
        own(ask);
        return Ask.answer(
                200, Json.object().put("selected", chosen(ask.person()).toJson()));
    }

    private Response select(Ask ask) {
        Json wanted = ask.body().at("selected");
        SELECTED.check(wanted);
        selected.put(
                ask.person(),
                own(ask).stream()
                        .filter(one -> one.isMeant(wanted))
                        .findFirst()
                        .orElseThrow(() -> Refusal.badRequest("The caller ID is none of those available.")));
        return Ask.done();
    }

    private Response hiding(Ask ask) {
        requireHiding(ask);
        return Ask.answer(
                200,
                Json.object()
                        .put(HIDDEN, hidden.contains(ask.person()))
                        .put(RESTRICTED, restricted.contains(ask.person())));
    }

    private Response hide(Ask ask) {
        requireHiding(ask);
        change(ask, HIDDEN, hidden);
        change(ask, RESTRICTED, restricted);
        return Ask.done();
    }

    private static void change(Ask ask, String field, Set<Account> people) {
        if (ask.body().at(field).isAbsent()) return;
        if (ask.body().flag(field)) people.add(ask.person());
        else people.remove(ask.person());
    }

    private void requireHiding(Ask ask) {
        own(ask);
        if (withoutHiding.contains(ask.person())) throw Refusal.notAssigned();
    }

    private List<Choice> own(Ask ask) {
        if (withoutService.contains(ask.person())) throw Refusal.notAssigned();
        return of(ask.person());
    }

    private Choice chosen(Account person) {
        return selected.getOrDefault(person, of(person).getFirst());
    }

    private List<Choice> of(Account person) {
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
