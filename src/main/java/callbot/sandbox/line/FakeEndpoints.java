package callbot.sandbox.line;

import callbot.http.Response;
import callbot.json.Json;
import callbot.json.ObjectWriter;
import callbot.sandbox.api.Ask;
import callbot.sandbox.api.Field;
import callbot.sandbox.api.Operation;
import callbot.sandbox.api.Shape;
import callbot.sandbox.base.Account;
import callbot.sandbox.base.LineEndpoint;
import callbot.sandbox.base.Refusal;
import callbot.sandbox.base.Turn;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;

/** The phones and apps of users, which of them answers, and the operations that tell and change it. */
public final class FakeEndpoints {

    private static final String PEOPLE = "/telephony/config/people/";
    private static final String SETTINGS = PEOPLE + "me/settings/";
    private static final String READ = "spark:telephony_config_read";
    private static final String READ_AS_ADMIN = "spark-admin:telephony_config_read";
    private static final String WRITE = "spark:telephony_config_write";

    private final Turn turn;
    private final Function<String, Optional<Account>> people;
    private final Map<Account, Optional<LineEndpoint>> preferred = new HashMap<>();
    private final Set<LineEndpoint> uncontrolled = new HashSet<>();
    private final Set<Account> withoutService = new HashSet<>();
    private String idField = "id";
    private String idEnding = "";

    /** With everybody the first one answers. @param people by their ids */
    FakeEndpoints(Turn turn, Function<String, Optional<Account>> people) {
        this.turn = turn;
        this.people = people;
    }

    public List<Operation> operations() {
        return List.of(
                Operation.of("GET", PEOPLE + "me/endpoints", this::list).usersWith(READ),
                Operation.of("GET", SETTINGS + "availablePreferredAnswerEndpoints", this::available)
                        .usersWith(READ, READ_AS_ADMIN),
                Operation.of(
                                "GET",
                                SETTINGS + "preferredAnswerEndpoint",
                                ask -> Ask.answer(
                                        200,
                                        of(ask.person())
                                                .map(LineEndpoint::toJson)
                                                .orElseGet(Json::object)))
                        .usersWith(READ, READ_AS_ADMIN),
                Operation.of("PUT", SETTINGS + "preferredAnswerEndpoint", this::prefer)
                        .usersWith(WRITE)
                        .json(Shape.of(
                                Field.optional("id").orNull(),
                                Field.optional("preferredAnswerEndpointId").orNull())),
                Operation.of("GET", PEOPLE + "{personId}/preferredAnswerEndpoint", this::ofSomebody)
                        .usersWith(READ, READ_AS_ADMIN)
                        .query(Field.optional("orgId")));
    }

    /** The name of the endpoint that answers; absent if none is preferred. */
    public Optional<String> preferred(Account person) {
        return turn.take(() -> of(person).map(LineEndpoint::name));
    }

    /** Nobody can answer on this endpoint from elsewhere any more, and so it cannot be preferred. */
    public void uncontrolled(LineEndpoint endpoint) {
        turn.run(() -> uncontrolled.add(endpoint));
    }

    /** From now on the preferred endpoint is to be named as the documentation's schema says, not as its example does. */
    public void nameAsInSchema() {
        turn.run(() -> idField = "preferredAnswerEndpointId");
    }

    /** From now on the list of those that may be preferred has ids of its own. */
    public void giveOtherIds() {
        turn.run(() -> idEnding = "x");
    }

    /** From now on this user's calling plan has none of this. */
    public void takeAway(Account person) {
        turn.run(() -> withoutService.add(person));
    }

    private Response list(Ask ask) {
        Account person = own(ask);
        List<ObjectWriter> all = person.requireLine().endpoints().stream()
                .map(one -> Json.object()
                        .put("id", one.id())
                        .put("type", one.type().equals("DEVICE") ? "CALLING_DEVICE" : one.type())
                        .put("name", one.name())
                        .put("autoAndForcedAnswerEnabled", !uncontrolled.contains(one))
                        .put("ownerId", person.id())
                        .put("ownerType", "PEOPLE"))
                .toList();
        return Ask.answer(200, Json.object().put("endpoints", all));
    }

    private Response available(Ask ask) {
        Optional<LineEndpoint> now = of(ask.person());
        List<ObjectWriter> all = ask.person().requireLine().endpoints().stream()
                .filter(one -> !uncontrolled.contains(one))
                .map(one -> one.toJson()
                        .put("id", one.id() + idEnding)
                        .put("isPreferredAnswerEndpoint", now.equals(Optional.of(one))))
                .toList();
        return Ask.answer(200, Json.object().put("endpoints", all));
    }

    private Response prefer(Ask ask) {
        Account person = own(ask);
        if (!ask.body().names().equals(List.of(idField)))
            throw Refusal.badRequest("\"" + idField + "\" is needed, and nothing else.");
        Optional<LineEndpoint> wanted = ask.body().text(idField).map(id -> ownEndpoint(person, id));
        if (wanted.filter(uncontrolled::contains).isPresent())
            throw Refusal.badRequest("The endpoint cannot be preferred.");
        preferred.put(person, wanted);
        return Ask.done();
    }

    private Response ofSomebody(Ask ask) {
        Account person = people.apply(ask.path("personId"))
                .orElseThrow(() -> Refusal.notFound("Could not find a person with provided ID."));
        boolean admin = ask.access().orElseThrow().scopes().contains(READ_AS_ADMIN);
        if (!admin && !person.equals(ask.person())) throw Refusal.forbidden("These are somebody else's endpoints.");
        Json none = Json.object().toJson().at("none");
        return Ask.answer(
                200,
                Json.object()
                        .put(
                                "preferredAnswerEndpointId",
                                of(person).<Object>map(LineEndpoint::id).orElse(none))
                        .put(
                                "endpoints",
                                person.requireLine().endpoints().stream()
                                        .map(LineEndpoint::toJson)
                                        .toList()));
    }

    private LineEndpoint ownEndpoint(Account person, String id) {
        if (!id.endsWith(idEnding)) throw Refusal.badRequest("The endpoint is none of yours.");
        return person.endpoint(id.substring(0, id.length() - idEnding.length()));
    }

    private Account own(Ask ask) {
        if (withoutService.contains(ask.person())) throw Refusal.notAssigned();
        return ask.person();
    }

    private Optional<LineEndpoint> of(Account person) {
        return preferred.getOrDefault(person, Optional.of(person.preferredEndpoint()));
    }
}
