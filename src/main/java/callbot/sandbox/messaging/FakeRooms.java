package callbot.sandbox.messaging;

import callbot.http.Response;
import callbot.sandbox.api.Ask;
import callbot.sandbox.api.Field;
import callbot.sandbox.api.Operation;
import callbot.sandbox.base.Account;
import callbot.sandbox.base.Ids;
import callbot.sandbox.base.Refusal;
import callbot.sandbox.webhooks.FakeWebhooks;
import java.time.Clock;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.Comparator;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;

/** The rooms and who is in them, and the operations that tell. */
final class FakeRooms {

    private static final String READ_ROOMS = "spark:rooms_read";
    private static final String READ_MEMBERS = "spark:memberships_read";
    private static final int PAGE = 100;

    private final Clock clock;
    private final Ids ids;
    private final FakeWebhooks webhooks;
    private final Map<String, Room> rooms = new LinkedHashMap<>();
    private final Map<Set<Account>, Room> directRooms = new HashMap<>();

    FakeRooms(Clock clock, Ids ids, FakeWebhooks webhooks) {
        this.clock = clock;
        this.ids = ids;
        this.webhooks = webhooks;
    }

    List<Operation> operations() {
        return List.of(
                Operation.of("GET", "/rooms", this::list)
                        .scope(READ_ROOMS)
                        .query(
                                Field.optional("teamId"),
                                Field.optional("type").oneOf("direct", "group"),
                                Field.optional("orgPublicSpaces").flag(),
                                Field.optional("from").time(),
                                Field.optional("to").time(),
                                Field.optional("sortBy").oneOf("id", "lastactivity", "created"),
                                Field.optional("max").count(),
                                Field.optional("after")),
                Operation.of("GET", "/rooms/{roomId}", this::get).scope(READ_ROOMS),
                Operation.of("GET", "/memberships", this::members)
                        .scope(READ_MEMBERS)
                        .query(
                                Field.optional("roomId"),
                                Field.optional("personId"),
                                Field.optional("personEmail"),
                                Field.optional("max").count(),
                                Field.optional("after")),
                Operation.of("GET", "/memberships/{membershipId}", this::member).scope(READ_MEMBERS),
                Operation.of("DELETE", "/memberships/{membershipId}", this::leave)
                        .scope("spark:memberships_write"));
    }

    /** A new group space with these people in it. */
    Room createGroup(String title, Account creator, List<Account> others) {
        return create(title, true, creator, others);
    }

    /** The room of these two, which is made when they first talk. */
    Room direct(Account one, Account other) {
        return findDirect(one, other).orElseGet(() -> create("", false, one, List.of(other)));
    }

    /** The room of these two, absent if they have never talked. */
    Optional<Room> findDirect(Account one, Account other) {
        return Optional.ofNullable(directRooms.get(Set.of(one, other)));
    }

    /**
     * The room with this id, if this person is in it.
     *
     * @throws Refusal if he is not, or there is none
     */
    Room visible(Account person, String roomId) {
        return Optional.ofNullable(rooms.get(roomId))
                .filter(room -> room.has(person))
                .orElseThrow(() -> Refusal.notFound("Could not find a room with provided ID."));
    }

    private Stream<Room> of(Account person) {
        return rooms.values().stream().filter(room -> room.has(person));
    }

    private Room create(String title, boolean group, Account creator, List<Account> others) {
        Room room = new Room(ids.next("ROOM"), title, group, creator, clock.instant());
        rooms.put(room.id(), room);
        if (!group) directRooms.put(Set.of(creator, others.getFirst()), room);
        Stream.concat(Stream.of(creator), others.stream())
                .map(person -> new Membership(ids.next("MEMBERSHIP"), room, person, clock.instant()))
                .forEach(room::join);
        room.memberships().forEach(membership -> webhooks.tell(membership.joined(creator)));
        return room;
    }

    private Response list(Ask ask) {
        Optional<Instant> from =
                ask.query("from").map(text -> OffsetDateTime.parse(text).toInstant());
        Optional<Instant> to =
                ask.query("to").map(text -> OffsetDateTime.parse(text).toInstant());
        Comparator<Room> order = switch (ask.query("sortBy").orElse("lastactivity")) {
            case "id" -> Comparator.comparing(Room::id);
            case "created" -> Comparator.comparing(Room::created).reversed();
            default -> Comparator.comparing(Room::lastActivity).reversed();
        };
        List<Room> found = of(ask.person())
                .filter(room -> ask.query("teamId").isEmpty()) // there are no teams here
                .filter(room -> ask.query("type").map(room.type()::equals).orElse(true))
                .filter(room ->
                        from.map(time -> !room.lastActivity().isBefore(time)).orElse(true))
                .filter(room ->
                        to.map(time -> !room.lastActivity().isAfter(time)).orElse(true))
                .sorted(order)
                .toList();
        return ask.page(found, Room::id, room -> room.toJson(ask.person()), PAGE);
    }

    private Response get(Ask ask) {
        return Ask.answer(200, visible(ask.person(), ask.path("roomId")).toJson(ask.person()));
    }

    private Response members(Ask ask) {
        Stream<Membership> found = ask.query("roomId")
                .map(id -> visible(ask.person(), id).memberships().stream())
                .orElseGet(() -> memberships(ask.person())
                        .filter(one -> ask.query("personId").isPresent()
                                || ask.query("personEmail").isPresent()
                                || one.person().equals(ask.person())));
        List<Membership> wanted = found.filter(one -> ask.query("personId")
                        .map(Ids::usual)
                        .map(one.person().id()::equals)
                        .orElse(true))
                .filter(one -> ask.query("personEmail")
                        .map(one.person().email()::equalsIgnoreCase)
                        .orElse(true))
                .toList();
        return ask.page(wanted, Membership::id, Membership::toJson, PAGE);
    }

    private Stream<Membership> memberships(Account viewer) {
        return of(viewer).flatMap(room -> room.memberships().stream());
    }

    private Response member(Ask ask) {
        return Ask.answer(200, membership(ask).toJson());
    }

    private Response leave(Ask ask) {
        Membership membership = membership(ask);
        if (!membership.room().isGroup()) throw Refusal.badRequest("A direct room cannot be left.");
        if (!membership.person().equals(ask.person())) throw Refusal.forbidden("You can only remove yourself.");
        membership.room().leave(membership);
        return Ask.done();
    }

    private Membership membership(Ask ask) {
        return memberships(ask.person())
                .filter(membership -> membership.id().equals(ask.path("membershipId")))
                .findFirst()
                .orElseThrow(() -> Refusal.notFound("Could not find a membership with provided ID."));
    }
}
