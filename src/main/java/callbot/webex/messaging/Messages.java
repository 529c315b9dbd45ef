package callbot.webex.messaging;

import callbot.json.Json;
import callbot.webex.Secret;
import callbot.webex.WebexClient;
import callbot.webex.WebexException;
import callbot.webex.WebexId;
import callbot.webex.messaging.MessageSender.Recipient;
import java.lang.System.Logger.Level;
import java.time.Clock;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;

/**
 * Messages, as the bot reads and writes them.
 *
 * @see <a href="https://developer.webex.com/docs/api/v1/messages">Messages</a>
 * @see <a href="https://developer.webex.com/docs/buttons-and-cards">Buttons and cards</a>
 */
public final class Messages {

    private static final int NOT_THERE = 404;

    /** So often something is looked for, over two to three seconds. */
    private static final int LOOKS = 4;

    private final System.Logger log = System.getLogger(Messages.class.getName());
    private final WebexClient webex;
    private final Secret botToken;
    private final MessageSender sender;

    /**
     * A message that was written.
     *
     * @param email of whoever wrote it; absent if Webex does not say
     * @param text empty if it has none, for example because it is a file
     * @param parentId the first message of the thread that it belongs to; absent if it stands by itself
     * @param created when it was written; absent if Webex does not say
     */
    public record Message(
            String id,
            String roomId,
            RoomType roomType,
            String personId,
            Optional<String> email,
            String text,
            Optional<String> parentId,
            Optional<Instant> created) {

        static Message from(Json json) {
            return new Message(
                    WebexId.required(json, "id"),
                    WebexId.required(json, "roomId"),
                    RoomType.from(json),
                    WebexId.required(json, "personId"),
                    json.text("personEmail").filter(email -> !email.isBlank()),
                    json.text("text").orElse(""),
                    WebexId.at(json, "parentId"),
                    json.instant("created"));
        }
    }

    /** The messages that this bot sees. */
    public Messages(WebexClient webex, Secret botToken, Clock clock) {
        this.webex = webex;
        this.botToken = botToken;
        this.sender = new MessageSender(webex, botToken, clock);
    }

    /** A message that a webhook has told of; in a group space only one that mentions the bot can be read. */
    public Message get(String id) {
        return justTold("/messages/" + WebexId.inPath(id), Message::from);
    }

    /** What a press of a button says that a webhook has told of: the card's inputs and the data of the button, side by side. */
    public Json press(String id) {
        return justTold("/attachment/actions/" + WebexId.inPath(id), press -> press.at("inputs"));
    }

    /**
     * The rooms of one person and the bot in which something was said since then, from the newest; of the last 100.
     *
     * @see <a href="https://developer.webex.com/docs/api/v1/rooms/list-rooms">List rooms</a>
     */
    public List<String> directRoomsSince(Instant since) {
        return webex.get(
                botToken,
                "/rooms?type=direct&sortBy=lastactivity&max=100",
                json -> json.list("items").stream()
                        .filter(room -> room.instant("lastActivity")
                                .map(last -> !last.isBefore(since))
                                .orElse(true))
                        .flatMap(room -> WebexId.at(room, "id").stream())
                        .toList());
    }

    /** The last ten messages in this room, from the newest. */
    public List<Message> newest(String roomId) {
        return webex.get(
                botToken,
                "/messages?max=10&roomId=" + WebexId.inPath(roomId),
                json -> json.list("items").stream().map(Message::from).toList());
    }

    /** What can be read at Webex may be a little behind what its webhooks tell: what is not there yet is asked for again. */
    private <T> T justTold(String path, Function<Json, T> reader) {
        for (int attempt = 1; ; attempt++) {
            try {
                return webex.get(botToken, path, reader);
            } catch (WebexException.Refused refused) {
                if (refused.status() != NOT_THERE || attempt == LOOKS) throw refused;
                webex.backOff(attempt);
            }
        }
    }

    /**
     * Writes into a room; the last message that this took. Where Webex does not say whether it has taken one, the bot looks
     * for it, and writes it again if it is not there.
     */
    public Message sendToRoom(String roomId, Draft draft) {
        return sender.send(Recipient.room(roomId), draft);
    }

    /** Writes to a person, in the 1:1 room with the bot, as {@link #sendToRoom} does. */
    public Message sendToPerson(String personId, Draft draft) {
        return sender.send(Recipient.person(personId), draft);
    }

    /** Writes to a person as {@link #sendToPerson} does; if that fails, there is nobody left to tell but the log. */
    public void tell(String personId, Draft draft) {
        try {
            sendToPerson(personId, draft);
        } catch (WebexException e) {
            log.log(Level.WARNING, "event=message.lost reason=\"{0}\" tracking={1}", e.getMessage(), e.trackingId());
        }
    }

    /**
     * Makes a message of the bot's say this instead. Webex takes ten edits of a message, and by its documentation none of a
     * message with a card, which it then refuses with 400; clients of Cisco's own edit cards all the same.
     */
    public void edit(String id, String roomId, Draft draft) {
        webex.put(
                botToken,
                "/messages/" + WebexId.inPath(id),
                MessageSender.content("roomId", roomId, draft.inThread(Optional.empty())));
    }

    /** Takes a message of the bot's back. */
    public void delete(String id) {
        webex.delete(botToken, "/messages/" + WebexId.inPath(id));
    }
}
