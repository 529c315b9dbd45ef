package callbot.sandbox;

import callbot.http.Response;
import java.time.Clock;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/** Who there is in the organization, and the operations that tell. */
final class FakePeople {

    private static final String READ = "spark:people_read";
    private static final Field CALLING_DATA = Field.optional("callingData").flag();
    private static final int FIRST_EXTENSION = 1001;

    private final Clock clock;
    private final Ids ids;
    private final ZoneId home;
    private final List<Person> people = new ArrayList<>();

    /** Everybody lives in the zone of this home. */
    FakePeople(Clock clock, Ids ids, ZoneId home) {
        this.clock = clock;
        this.ids = ids;
        this.home = home;
    }

    List<Operation> operations() {
        return List.of(
                Operation.of(
                                "GET",
                                "/people/me",
                                ask -> Ask.answer(200, ask.person().toJson()))
                        .scope(READ)
                        .query(CALLING_DATA),
                Operation.of("GET", "/people/{personId}", this::get).scope(READ).query(CALLING_DATA),
                Operation.of(
                                "GET",
                                "/telephony/config/people/me/settings/availablePreferredAnswerEndpoints",
                                ask -> FakeEndpoints.available(ask.person()))
                        .usersWith(FakeEndpoints.READ, FakeEndpoints.READ_AS_ADMIN),
                Operation.of(
                                "GET",
                                "/telephony/config/people/me/settings/preferredAnswerEndpoint",
                                ask -> FakeEndpoints.preferred(ask.person()))
                        .usersWith(FakeEndpoints.READ, FakeEndpoints.READ_AS_ADMIN),
                Operation.of("GET", "/telephony/config/people/{personId}/preferredAnswerEndpoint", this::endpoints)
                        .usersWith(FakeEndpoints.READ, FakeEndpoints.READ_AS_ADMIN)
                        .query(Field.optional("orgId")));
    }

    /** A new user with a line: a desk phone and, for some, the app. */
    Person hire(String name, boolean withApp) {
        int extension = FIRST_EXTENSION
                + (int) people.stream().filter(person -> !person.bot()).count();
        List<Endpoint> endpoints = new ArrayList<>();
        endpoints.add(new Endpoint(ids.next("DEVICE"), "DEVICE", "Desk phone of " + name));
        if (withApp) endpoints.add(new Endpoint(ids.next("APPLICATION"), "APPLICATION", "Webex Desktop Application"));
        Person.Line line = new Person.Line("+1408555" + extension, Integer.toString(extension), endpoints);
        return add(name, address(name) + "@example.com", false, Optional.of(line));
    }

    /** A new bot. */
    Person addBot(String name) {
        return add(name, address(name) + "@webex.bot", true, Optional.empty());
    }

    private Person add(String name, String email, boolean bot, Optional<Person.Line> line) {
        Person person = new Person(ids.next("PEOPLE"), email, name, bot, line, home, clock.instant());
        people.add(person);
        return person;
    }

    private static String address(String name) {
        return name.toLowerCase(Locale.ROOT).replace(' ', '.');
    }

    List<Person> all() {
        return List.copyOf(people);
    }

    /** The person with this id. */
    Optional<Person> byId(String id) {
        return people.stream().filter(person -> person.id().equals(id)).findFirst();
    }

    /** The person with this address, whatever its case. */
    Optional<Person> byEmail(String email) {
        return people.stream()
                .filter(person -> person.email().equalsIgnoreCase(email))
                .findFirst();
    }

    /** The user on whose line somebody rings who dials this extension, number or address. */
    Optional<Person> byDestination(String destination) {
        String plain = destination.replaceFirst("^(tel|sip):", "");
        return people.stream()
                .filter(person -> person.line()
                        .filter(line -> plain.equals(line.extension())
                                || plain.equals(line.number())
                                || plain.equalsIgnoreCase(person.email()))
                        .isPresent())
                .findFirst();
    }

    private Response get(Ask ask) {
        return Ask.answer(200, require(ask.path("personId")).toJson());
    }

    private Response endpoints(Ask ask) {
        Person person = require(ask.path("personId"));
        boolean admin = ask.access().orElseThrow().scopes().contains(FakeEndpoints.READ_AS_ADMIN);
        if (!admin && !person.equals(ask.person())) throw Refusal.forbidden("These are somebody else's endpoints.");
        return FakeEndpoints.of(person);
    }

    private Person require(String id) {
        return byId(id).orElseThrow(() -> Refusal.notFound("Could not find a person with provided ID."));
    }
}
