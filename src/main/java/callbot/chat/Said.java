package callbot.chat;

import callbot.command.CallChoice.ThisOne;
import callbot.json.Json;
import callbot.text.OthersText;
import callbot.webex.messaging.Markdown;
import callbot.webex.messaging.Messages.Message;
import callbot.webex.messaging.RoomType;
import java.util.Optional;

/**
 * What somebody said, by typing or by a button that may belong to a call.
 *
 * @param thread the first message of the thread in the 1:1 room that it was said in; absent if in none
 */
record Said(String text, Optional<ThisOne> button, Optional<String> thread) {

    private static final int SHORT = 200;

    static Said typed(Message message) {
        boolean isHere = message.roomType() != RoomType.GROUP;
        return new Said(
                asShown(message.text()), Optional.empty(), message.parentId().filter(any -> isHere));
    }

    /** What the bot has put into names that nobody sees comes back when they are copied. */
    private static String asShown(String text) {
        return text.replace(OthersText.JOINER, "");
    }

    /** An input holds the rest of its button's command, as if it had been typed. */
    static Said pressed(Json inputs) {
        String command = inputs.text("command").orElse("");
        String rest = inputs.text("input").flatMap(inputs::text).orElse("");
        return new Said(
                (command + " " + rest).strip(),
                inputs.text("call")
                        .map(id -> new ThisOne(id, inputs.text("session").orElse(id))),
                Optional.empty());
    }

    /** As much of it as is repeated in answers. */
    String inShort() {
        return text.length() <= SHORT ? text : text.substring(0, SHORT) + "…";
    }

    /** The same, in Markdown. */
    String quoted() {
        return "“" + Markdown.escape(inShort()) + "”";
    }
}
