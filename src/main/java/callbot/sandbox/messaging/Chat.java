package callbot.sandbox.messaging;

import callbot.json.Json;
import callbot.json.ObjectWriter;
import callbot.sandbox.base.Account;
import callbot.sandbox.base.Turn;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;

/** What users say and do in the rooms that they share with the bot. */
public final class Chat {

    private final Account bot;
    private final Room group;
    private final FakeRooms rooms;
    private final Archive archive;
    private final FakeCardActions actions;
    private final Turn turn;

    Chat(Account bot, Room group, FakeRooms rooms, Archive archive, FakeCardActions actions, Turn turn) {
        this.bot = bot;
        this.group = group;
        this.rooms = rooms;
        this.archive = archive;
        this.actions = actions;
        this.turn = turn;
    }

    public String say(Account person, String text) {
        return turn.take(() -> post(person, rooms.direct(person, bot), MessageBody.plainly(text)));
    }

    public String sayInGroup(Account person, String text) {
        return turn.take(() -> post(person, group, MessageBody.plainly(text)));
    }

    /** Says it in the thread of this message; in a group it mentions the bot. */
    public String reply(Account person, String messageId, String text) {
        return turn.take(() -> {
            Room room = archive.visible(person, messageId).room();
            MessageBody said = room.isGroup() ? mentioned(text) : MessageBody.plainly(text);
            var inThread = new Message.Extras(Optional.of(messageId), List.of(), Optional.empty());
            return archive.say(person, room, said, inThread).id();
        });
    }

    public String mention(Account person, String text) {
        return turn.take(() -> post(person, group, mentioned(text)));
    }

    /** The bot is mentioned as the Webex app does it: its name is a part of the text. */
    private MessageBody mentioned(String text) {
        String html = "<p><spark-mention data-object-type=\"person\" data-object-id=\"" + bot.id() + "\">"
                + MarkdownRenderer.escape(bot.displayName()) + "</spark-mention> " + MarkdownRenderer.escape(text)
                + "</p>";
        return new MessageBody(
                bot.displayName() + " " + text, Optional.empty(), Optional.of(html), List.of(bot.id()), List.of());
    }

    public List<ChatMessage> messages(Account person) {
        return turn.look(
                () -> rooms.findDirect(person, bot).map(this::oldestFirst).orElse(List.of()));
    }

    public List<ChatMessage> groupMessages() {
        return turn.look(() -> oldestFirst(group));
    }

    public String submit(Account person, String messageId, Json inputs) {
        return turn.take(() -> actions.submit(person, archive.visible(person, messageId), inputs)
                .id());
    }

    public String press(Account person, String messageId, String button, Json filledIn) {
        return turn.take(() -> {
            Message message = archive.visible(person, messageId);
            Json action = message.card().stream()
                    .flatMap(Chat::buttons)
                    .filter(one -> one.text("type").equals(Optional.of("Action.Submit")))
                    .filter(one -> one.text("title").equals(Optional.of(button)))
                    .findFirst()
                    .orElseThrow(() -> new IllegalStateException("the card has no button \"" + button + "\""));
            return actions.submit(person, message, merged(filledIn, action.at("data")))
                    .id();
        });
    }

    /** The data of the button arrives among the inputs. */
    private static Json merged(Json filledIn, Json data) {
        Map<String, Json> fields = new LinkedHashMap<>();
        Stream.of(filledIn, data).forEach(part -> part.names().forEach(name -> fields.put(name, part.at(name))));
        ObjectWriter inputs = Json.object();
        fields.forEach(inputs::put);
        return inputs.toJson();
    }

    /** All buttons of a card, however deep. */
    private static Stream<Json> buttons(Json element) {
        Stream<Json> here = element.list("actions").stream();
        Stream<Json> shown = element.list("actions").stream()
                .map(action -> action.at("card"))
                .filter(Json::isObject)
                .flatMap(Chat::buttons);
        Stream<Json> below = Stream.of("body", "items", "columns")
                .flatMap(name -> element.list(name).stream())
                .flatMap(Chat::buttons);
        return Stream.concat(Stream.concat(here, shown), below);
    }

    private String post(Account person, Room room, MessageBody said) {
        return archive.say(person, room, said, Message.Extras.NONE).id();
    }

    private List<ChatMessage> oldestFirst(Room room) {
        return archive.in(room).map(Message::seen).toList().reversed();
    }
}
