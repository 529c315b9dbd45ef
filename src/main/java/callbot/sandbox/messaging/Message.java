package callbot.sandbox.messaging;

import callbot.json.Json;
import callbot.json.ObjectWriter;
import callbot.sandbox.base.Account;
import callbot.sandbox.webhooks.Event;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/** A message in a room. Its author may edit it a few times, or delete it. */
final class Message {

    private final String id;
    private final Room room;
    private final Account author;
    private final Instant created;
    private final Optional<String> parentId;
    private final List<String> files;
    private Optional<Json> attachment;
    private MessageBody said;
    private Optional<Instant> updated = Optional.empty();
    private int edits;
    private boolean deleted;
    private boolean askedFor;

    Message(String id, Room room, Account author, Instant created, MessageBody said, Extras extras) {
        this.id = id;
        this.room = room;
        this.author = author;
        this.created = created;
        this.said = said;
        this.parentId = extras.parentId();
        this.files = extras.files();
        this.attachment = extras.attachment();
    }

    /**
     * What a message has beside words.
     *
     * @param parentId the message that it answers in a thread
     * @param files addresses of files
     * @param attachment a card with its content type
     */
    record Extras(Optional<String> parentId, List<String> files, Optional<Json> attachment) {

        static final Extras NONE = new Extras(Optional.empty(), List.of(), Optional.empty());
    }

    String id() {
        return id;
    }

    Room room() {
        return room;
    }

    Account author() {
        return author;
    }

    Instant created() {
        return created;
    }

    Optional<String> parentId() {
        return parentId;
    }

    boolean isDeleted() {
        return deleted;
    }

    /** Whether nobody has asked for it before. */
    boolean isAskedForTheFirstTime() {
        boolean first = !askedFor;
        askedFor = true;
        return first;
    }

    int edits() {
        return edits;
    }

    boolean hasFiles() {
        return !files.isEmpty();
    }

    Optional<Json> card() {
        return attachment.map(one -> one.at("content"));
    }

    boolean mentions(Account person) {
        return said.mentionedPeople().contains(person.id());
    }

    /** Whether this person can read it: a bot in a group only reads what mentions it, and what it wrote itself. */
    boolean isVisibleTo(Account person) {
        if (deleted || !room.has(person)) return false;
        return !person.bot() || !room.isGroup() || author.equals(person) || mentions(person);
    }

    /** Says something else from now on; a card stays if there is no other one. */
    void edit(MessageBody other, Optional<Json> otherAttachment, Instant now) {
        said = other;
        attachment = otherAttachment.or(() -> attachment);
        updated = Optional.of(now);
        edits++;
    }

    void delete() {
        deleted = true;
    }

    ChatMessage seen() {
        return new ChatMessage(
                id, author, said.text(), said.markdown(), said.html(), card(), parentId, created, edits, deleted);
    }

    /** What those are told who may read it, once it is written. */
    Event written() {
        Map<String, Set<String>> attributes = Map.of(
                "roomId", Set.of(room.id()),
                "roomType", Set.of(room.type()),
                "personId", Set.of(author.id()),
                "personEmail", Set.of(author.email()),
                "mentionedPeople", Set.copyOf(said.mentionedPeople()),
                "hasFiles", Set.of(Boolean.toString(hasFiles())),
                "hasAttachments", Set.of(Boolean.toString(card().isPresent())));
        List<Account> readers = room.members().filter(this::isVisibleTo).toList();
        return new Event("messages", "created", readers, attributes, author, toData());
    }

    /** What a webhook says about it: everything but the words. */
    ObjectWriter toData() {
        ObjectWriter json = Json.object()
                .put("id", id)
                .put("parentId", parentId)
                .put("roomId", room.id())
                .put("roomType", room.type())
                .put("personId", author.id())
                .put("personEmail", author.email());
        if (!said.mentionedPeople().isEmpty()) json.put("mentionedPeople", said.mentionedPeople());
        if (!files.isEmpty()) json.put("files", files);
        return json.put("created", created);
    }

    ObjectWriter toJson() {
        ObjectWriter json = toData().put("text", said.text())
                .put("markdown", said.markdown())
                .put("html", said.html())
                .put("toPersonId", room.otherThan(author).map(Account::id))
                .put("updated", updated);
        if (!said.mentionedGroups().isEmpty()) json.put("mentionedGroups", said.mentionedGroups());
        attachment.ifPresent(one -> json.put("attachments", List.of(one)));
        return json;
    }
}
