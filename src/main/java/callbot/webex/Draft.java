package callbot.webex;

import callbot.json.Json;
import callbot.json.ObjectWriter;
import java.net.URI;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * A message that the bot is about to write: a text, and perhaps buttons under it. With buttons it is a card; its text is
 * then also what notifications and simple clients show, so it says everything, and what to type instead of pressing.
 *
 * @param markdown the text, not empty
 * @see <a href="https://developer.webex.com/docs/buttons-and-cards">Buttons and cards</a>
 */
public record Draft(String markdown, List<Button> buttons) {

    /** Webex's clients draw this many buttons in a row and drop the others. */
    private static final int BUTTONS_IN_A_ROW = 5;

    /** A button under a message. */
    public sealed interface Button {

        /** Says a command to the bot, about this call if it is about one. */
        record Say(String title, String command, Optional<String> callId) implements Button {}

        /** Opens a page. */
        record Open(String title, URI page) implements Button {}
    }

    public Draft {
        if (markdown.isBlank()) throw new IllegalArgumentException("a message needs a text");
        buttons = List.copyOf(buttons);
    }

    /** A message without buttons. */
    public static Draft text(String markdown) {
        return new Draft(markdown, List.of());
    }

    /** The card (Adaptive Cards 1.3, the newest that Webex draws); absent if there are no buttons. */
    Optional<Json> card() {
        if (buttons.isEmpty()) return Optional.empty();
        List<ObjectWriter> body = new ArrayList<>();
        body.add(Json.object()
                .put("type", "TextBlock")
                .put("text", markdown.replace("\\`", "'").replace("`", ""))
                .put("wrap", true)); // cards know no code
        for (int from = 0; from < buttons.size(); from += BUTTONS_IN_A_ROW) {
            List<Button> row = buttons.subList(from, Math.min(from + BUTTONS_IN_A_ROW, buttons.size()));
            body.add(Json.object()
                    .put("type", "ActionSet")
                    .put("actions", row.stream().map(Draft::action).toList()));
        }
        return Optional.of(Json.object()
                .put("type", "AdaptiveCard")
                .put("$schema", "http://adaptivecards.io/schemas/adaptive-card.json")
                .put("version", "1.3")
                .put("body", body)
                .toJson());
    }

    private static ObjectWriter action(Button button) {
        return switch (button) {
            case Button.Say(String title, String command, Optional<String> callId) ->
                Json.object()
                        .put("type", "Action.Submit")
                        .put("title", title)
                        .put("data", Json.object().put("command", command).put("call", callId));
            case Button.Open(String title, URI page) ->
                Json.object().put("type", "Action.OpenUrl").put("title", title).put("url", page.toString());
        };
    }
}
