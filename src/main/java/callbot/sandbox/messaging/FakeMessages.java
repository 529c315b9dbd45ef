package callbot.sandbox.messaging;

import callbot.http.Response;
import callbot.json.Json;
import callbot.json.ObjectWriter;
import callbot.sandbox.accounts.FakePeople;
import callbot.sandbox.api.Ask;
import callbot.sandbox.api.Field;
import callbot.sandbox.api.Operation;
import callbot.sandbox.api.Shape;
import callbot.sandbox.base.Account;
import callbot.sandbox.base.Habit;
import callbot.sandbox.base.Habits;
import callbot.sandbox.base.Refusal;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/** The operations to write, read, edit and delete messages. */
final class FakeMessages {

    private static final String READ = "spark:messages_read";
    private static final String WRITE = "spark:messages_write";
    private static final int MAX_BYTES = 7439;
    private static final int MAX_ENCRYPTED_BYTES = 10_000;
    private static final int MAX_EDITS = 10;
    private static final int MAX_WITH_MENTIONS = 100;
    private static final int PAGE = 50;

    private static final Shape CREATE = Shape.of(
                    Field.optional("roomId"),
                    Field.optional("parentId"),
                    Field.optional("toPersonId"),
                    Field.optional("toPersonEmail"),
                    Field.optional("text").bytes(MAX_BYTES),
                    Field.optional("markdown").bytes(MAX_BYTES),
                    Field.optional("html").bytes(MAX_BYTES),
                    Field.optional("files").texts(),
                    Field.optional("attachments").list())
            .exactlyOne("roomId", "toPersonId", "toPersonEmail")
            .atLeastOne("text", "markdown", "html", "files", "attachments");

    private static final Shape EDIT = Shape.of(
                    Field.required("roomId"),
                    Field.optional("text").bytes(MAX_BYTES),
                    Field.optional("markdown").bytes(MAX_BYTES),
                    Field.optional("attachments").list())
            .atLeastOne("text", "markdown");

    private final Clock clock;
    private final FakePeople people;
    private final FakeRooms rooms;
    private final Archive archive;
    private final Contents contents;
    private final Cards cards;
    private final Habits habits;

    FakeMessages(Clock clock, FakePeople people, FakeRooms rooms, Archive archive, Contents contents, Habits habits) {
        this.clock = clock;
        this.people = people;
        this.rooms = rooms;
        this.archive = archive;
        this.contents = contents;
        this.cards = new Cards(habits);
        this.habits = habits;
    }

    List<Operation> operations() {
        return List.of(
                Operation.of("GET", "/messages", this::list)
                        .scope(READ)
                        .query(
                                Field.required("roomId"),
                                Field.optional("parentId"),
                                Field.optional("mentionedPeople"),
                                Field.optional("before").time(),
                                Field.optional("beforeMessage"),
                                Field.optional("max").count()),
                Operation.of("POST", "/messages", this::create).scope(WRITE).jsonOrMultipart(CREATE),
                Operation.of("GET", "/messages/direct", this::direct)
                        .scope(READ)
                        .query(Field.optional("parentId"), Field.optional("personId"), Field.optional("personEmail")),
                Operation.of("GET", "/messages/{messageId}", this::get).scope(READ),
                Operation.of("PUT", "/messages/{messageId}", this::edit)
                        .scope(WRITE)
                        .json(EDIT),
                Operation.of("DELETE", "/messages/{messageId}", this::delete).scope(WRITE));
    }

    private Response create(Ask ask) {
        Json body = ask.body();
        List<Json> attachments = body.list("attachments");
        cards.check(attachments);
        checkEncryptedSize(body);
        if (body.list("files").size() > 1) throw Refusal.badRequest("A message carries one file at most.");
        Room room =
                body.text("roomId").map(id -> rooms.visible(ask.person(), id)).orElseGet(() -> directRoom(ask));
        body.text("parentId").ifPresent(parent -> archive.in(room, parent));
        List<String> files = ask.uploads().isEmpty()
                ? body.texts("files")
                : ask.uploads().stream()
                        .map(file -> contents.keep(file, room, ask.request()))
                        .toList();
        Message.Extras extras = new Message.Extras(
                body.text("parentId"), files, attachments.stream().findFirst());
        return Ask.answer(
                200,
                archive.say(ask.person(), room, MessageBody.of(body, people), extras)
                        .toJson());
    }

    private Room directRoom(Ask ask) {
        Account to = ask.body()
                .text("toPersonId")
                .map(people::byId)
                .orElseGet(() -> people.byEmail(ask.body().requireText("toPersonEmail")))
                .orElseThrow(() -> Refusal.notFound("Could not find a person with provided ID or email."));
        if (to.equals(ask.person())) throw Refusal.badRequest("You cannot write to yourself.");
        return rooms.direct(ask.person(), to);
    }

    private Response list(Ask ask) {
        Room room = rooms.visible(ask.person(), ask.query("roomId").orElseThrow());
        Optional<String> mentioned = ask.query("mentionedPeople")
                .map(id -> id.equals("me") ? ask.person().id() : id);
        if (mentioned.isEmpty() && ask.person().bot() && room.isGroup()) {
            throw Refusal.forbidden("In a group a bot can only list the messages that mention it.");
        }
        if (mentioned.isPresent() && ask.query("max").map(Integer::parseInt).orElse(0) > MAX_WITH_MENTIONS) {
            throw Refusal.badRequest("\"max\" must be at most " + MAX_WITH_MENTIONS + " with mentionedPeople.");
        }
        Optional<Instant> before =
                ask.query("before").map(time -> OffsetDateTime.parse(time).toInstant());
        Stream<Message> since =
                ask.query("beforeMessage").map(id -> archive.before(room, id)).orElseGet(() -> archive.in(room));
        List<Message> found = readable(ask, since)
                .filter(message ->
                        mentioned.flatMap(people::byId).map(message::mentions).orElse(mentioned.isEmpty()))
                .filter(message -> before.map(message.created()::isBefore).orElse(true))
                .toList();
        return ask.page(found, Message::toJson, PAGE, (last, next) -> Ask.parameter("beforeMessage", last.id()));
    }

    private Response direct(Ask ask) {
        Account other = ask.query("personId")
                .map(people::byId)
                .orElseGet(() -> people.byEmail(ask.query("personEmail").orElse("")))
                .orElseThrow(() -> Refusal.badRequest("personId or personEmail must name somebody."));
        List<ObjectWriter> found = rooms.findDirect(ask.person(), other).stream()
                .flatMap(room -> readable(ask, archive.in(room)))
                .map(Message::toJson)
                .toList();
        return Ask.answer(200, Json.object().put("items", found));
    }

    /** Those that the one who asks can read, of one thread if he names one. */
    private static Stream<Message> readable(Ask ask, Stream<Message> found) {
        Optional<String> thread = ask.query("parentId");
        return found.filter(message -> message.isVisibleTo(ask.person()))
                .filter(message -> thread.isEmpty() || message.parentId().equals(thread));
    }

    private Response get(Ask ask) {
        Message message = archive.visible(ask.person(), ask.path("messageId"));
        if (message.isAskedForTheFirstTime() && habits.has(Habit.FINDS_MESSAGES_LATE)) throw Archive.unknown();
        return Ask.answer(200, message.toJson());
    }

    /** What is encrypted is written in base64, which makes four bytes of three. */
    private void checkEncryptedSize(Json body) {
        int bytes = Stream.of("text", "markdown", "html", "attachments")
                .map(body::at)
                .filter(part -> !part.isAbsent())
                .mapToInt(part -> part.toString().getBytes(StandardCharsets.UTF_8).length)
                .sum();
        if (bytes * 4 / 3 > MAX_ENCRYPTED_BYTES && habits.has(Habit.LIMITS_ENCRYPTED_SIZE)) {
            throw Refusal.badRequest("Unable to share content to room");
        }
    }

    private Response edit(Ask ask) {
        Message message = own(ask);
        if (!message.room().id().equals(ask.body().requireText("roomId"))) {
            throw Refusal.badRequest("The message is not in this room.");
        }
        List<Json> attachments = ask.body().list("attachments");
        boolean cardIsConcerned = message.card().isPresent() || !attachments.isEmpty();
        if (message.hasFiles() || cardIsConcerned && !habits.has(Habit.EDITS_OF_CARDS)) {
            throw Refusal.badRequest("Edits of messages containing files or attachments are not currently supported.");
        }
        cards.check(attachments);
        checkEncryptedSize(ask.body());
        if (message.edits() == MAX_EDITS) {
            throw Refusal.badRequest("The edit limit for this message has been reached.");
        }
        message.edit(MessageBody.of(ask.body(), people), attachments.stream().findFirst(), clock.instant());
        return Ask.answer(200, message.toJson());
    }

    private Response delete(Ask ask) {
        own(ask).delete();
        return Ask.done();
    }

    private Message own(Ask ask) {
        Message message = archive.visible(ask.person(), ask.path("messageId"));
        if (!message.author().equals(ask.person())) throw Refusal.forbidden("This message is somebody else's.");
        return message;
    }
}
