package callbot.sandbox.messaging;

import callbot.sandbox.base.Account;
import callbot.sandbox.base.Ids;
import callbot.sandbox.base.Refusal;
import callbot.sandbox.webhooks.FakeWebhooks;
import java.time.Clock;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;

/** All messages that were ever written, the deleted ones too. */
final class Archive {

    private final Clock clock;
    private final Ids ids;
    private final FakeWebhooks webhooks;
    private final Map<String, Message> messages = new HashMap<>();
    private final Map<Room, List<Message>> oldestFirst = new HashMap<>();

    Archive(Clock clock, Ids ids, FakeWebhooks webhooks) {
        this.clock = clock;
        this.ids = ids;
        this.webhooks = webhooks;
    }

    /** This person says something in this room. */
    Message say(Account author, Room room, MessageBody said, Message.Extras extras) {
        Message message = new Message(ids.next("MESSAGE"), room, author, clock.instant(), said, extras);
        messages.put(message.id(), message);
        oldestFirst.computeIfAbsent(room, empty -> new ArrayList<>()).add(message);
        room.used(message.created());
        webhooks.tell(message.written());
        return message;
    }

    /** All messages of this room, newest first, those that were deleted too. */
    Stream<Message> in(Room room) {
        return oldestFirst.getOrDefault(room, List.of()).reversed().stream();
    }

    /**
     * All messages of this room that are older than this one, newest first, those that were deleted too.
     *
     * @throws Refusal if there never was such a message in the room
     */
    Stream<Message> before(Room room, String messageId) {
        Message first = in(room, messageId);
        return in(room).dropWhile(message -> !message.equals(first)).skip(1);
    }

    /**
     * The message of this room with this id, whoever can read it: a bot that is mentioned in a thread can answer there, though
     * what began the thread is kept from it.
     *
     * @throws Refusal if there never was such a message in the room
     */
    Message in(Room room, String messageId) {
        return Optional.ofNullable(messages.get(messageId))
                .filter(message -> message.room().equals(room))
                .orElseThrow(Archive::unknown);
    }

    /**
     * The message with this id, if this person can read it.
     *
     * @throws Refusal if he cannot, or there is none
     */
    Message visible(Account person, String id) {
        return Optional.ofNullable(messages.get(id))
                .filter(message -> message.isVisibleTo(person))
                .orElseThrow(Archive::unknown);
    }

    /** There is no such message, or not for who asks. */
    static Refusal unknown() {
        return Refusal.notFound("Could not find a message with provided ID.");
    }
}
