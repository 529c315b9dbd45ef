package callbot.sandbox.accounts;

import callbot.http.Response;
import callbot.json.Json;
import callbot.json.ObjectWriter;
import callbot.sandbox.api.Ask;
import callbot.sandbox.api.Field;
import callbot.sandbox.api.Operation;
import callbot.sandbox.api.Shape;
import callbot.sandbox.base.Account;
import callbot.sandbox.base.Ids;
import callbot.sandbox.base.LineEndpoint;
import callbot.sandbox.base.Refusal;
import java.time.Clock;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Stream;

/** Who there is in the organization, and the operations that tell. */
public final class FakePeople {

    private static final String READ = "spark:people_read";
    private static final Field CALLING_DATA = Field.optional("callingData").flag();
    private static final int FIRST_EXTENSION = 1001;
    private static final int PAGE = 100;
    private static final int MAX_IDS = 85;

    /** Who is no administrator must say whom he looks for. {@code showAllTypes} is what Webex's own SDK sends. */
    private static final Shape LIST = Shape.of(
                    Field.optional("email"),
                    Field.optional("displayName"),
                    Field.optional("id").where(ids -> ids.split(",").length <= MAX_IDS, "at most " + MAX_IDS + " ids"),
                    CALLING_DATA,
                    Field.optional("showAllTypes").flag(),
                    Field.optional("excludeStatus").flag(),
                    Field.optional("max").count(),
                    Field.optional("after"))
            .atLeastOne("email", "displayName", "id");

    private final Clock clock;
    private final Ids ids;
    private final List<Account> people = new ArrayList<>();
    private final Map<String, Account> byId = new HashMap<>();
    private final Map<String, Account> byEmail = new HashMap<>();
    private final Map<String, Account> byDestination = new HashMap<>();

    /** Everybody lives in the zone of this clock. */
    public FakePeople(Clock clock, Ids ids) {
        this.clock = clock;
        this.ids = ids;
    }

    public List<Operation> operations() {
        return List.of(
                Operation.of(
                                "GET",
                                "/people/me",
                                ask -> Ask.answer(200, ask.person().toJson()))
                        .scope(READ)
                        .query(CALLING_DATA),
                Operation.of("GET", "/people", this::list).scope(READ).query(LIST),
                Operation.of("GET", "/people/{personId}", this::get).scope(READ).query(CALLING_DATA));
    }

    /** A new user with a line: a desk phone and, for some, the app. */
    public Account hire(String name, boolean withApp) {
        int extension = FIRST_EXTENSION
                + (int) people.stream().filter(person -> !person.bot()).count();
        List<LineEndpoint> endpoints = new ArrayList<>();
        endpoints.add(new LineEndpoint(ids.next("DEVICE"), "DEVICE", "Desk phone of " + name));
        if (withApp)
            endpoints.add(new LineEndpoint(ids.next("APPLICATION"), "APPLICATION", "Webex Desktop Application"));
        Account.Line line = new Account.Line("+1408555" + extension, Integer.toString(extension), endpoints);
        return add(name, address(name) + "@example.com", false, Optional.of(line));
    }

    /** A new bot. */
    public Account addBot(String name) {
        return add(name, address(name) + "@webex.bot", true, Optional.empty());
    }

    private Account add(String name, String email, boolean bot, Optional<Account.Line> line) {
        Account person = new Account(ids.next("PEOPLE"), email, name, bot, line, clock.getZone(), clock.instant());
        people.add(person);
        byId.put(person.id(), person);
        byEmail.put(person.email(), person);
        line.ifPresent(some -> Stream.of(some.extension(), some.number(), email)
                .forEach(destination -> byDestination.put(destination, person)));
        return person;
    }

    private static String address(String name) {
        return name.toLowerCase(Locale.ROOT).replace(' ', '.');
    }

    public List<Account> all() {
        return List.copyOf(people);
    }

    /** The person with this id, in whichever form. */
    public Optional<Account> byId(String id) {
        return Optional.ofNullable(byId.get(Ids.usual(id)));
    }

    /** The person with this address, whatever its case. */
    public Optional<Account> byEmail(String email) {
        return Optional.ofNullable(byEmail.get(email.toLowerCase(Locale.ROOT)));
    }

    /** The user on whose line somebody rings who dials this extension, number or address. */
    public Optional<Account> byDestination(String destination) {
        String plain = destination.replaceFirst("^(tel|sip):", "");
        return Optional.ofNullable(byDestination.get(plain.toLowerCase(Locale.ROOT)));
    }

    private Response list(Ask ask) {
        Optional<List<String>> ids = ask.query("id").map(text -> List.of(text.split(",")));
        List<Account> found = people.stream()
                .filter(person -> ids.map(some -> some.stream().map(Ids::usual).anyMatch(person.id()::equals))
                        .orElse(true))
                .filter(person ->
                        ask.query("email").map(person.email()::equalsIgnoreCase).orElse(true))
                .filter(person -> ask.query("displayName").map(person::isCalled).orElse(true))
                .toList();
        Function<Account, ObjectWriter> json =
                ask.query("excludeStatus").equals(Optional.of("true")) ? Account::toJsonWithoutStatus : Account::toJson;
        if (ids.isEmpty()) return ask.page(found, Account::id, json, PAGE);
        List<String> unknown =
                ids.get().stream().filter(id -> byId(id).isEmpty()).toList();
        return Ask.answer(
                200,
                Json.object()
                        .put("notFoundIds", unknown)
                        .put("items", found.stream().map(json).toList()));
    }

    private Response get(Ask ask) {
        return Ask.answer(200, require(ask.path("personId")).toJson());
    }

    private Account require(String id) {
        return byId(id).orElseThrow(() -> Refusal.notFound("Could not find a person with provided ID."));
    }
}
