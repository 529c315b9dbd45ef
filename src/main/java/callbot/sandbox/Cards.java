package callbot.sandbox;

import callbot.json.Json;
import callbot.json.JsonException;
import java.util.List;
import java.util.Set;

/** What Webex expects of a card: Adaptive Cards of version 1.3 at most, and four kinds of actions. */
final class Cards {

    private static final String CONTENT_TYPE = "application/vnd.microsoft.card.adaptive";
    private static final Set<String> ACTIONS =
            Set.of("Action.OpenUrl", "Action.Submit", "Action.ShowCard", "Action.ToggleVisibility");
    private static final Set<String> VERSIONS = Set.of("1.0", "1.1", "1.2", "1.3");

    private static final Shape ATTACHMENT = Shape.of(
            Field.required("contentType").oneOf(CONTENT_TYPE),
            Field.required("content").object());

    private Cards() {}

    /**
     * Checks an attachment of a message.
     *
     * @throws Refusal with status 400 if it is no card that Webex would take
     */
    static void check(Json attachment) {
        ATTACHMENT.check(attachment);
        try {
            checkCard(attachment.at("content"));
        } catch (JsonException e) {
            throw Refusal.badRequest("Unable to read the card: " + e.getMessage());
        }
    }

    private static void checkCard(Json card) {
        if (!card.requireText("type").equals("AdaptiveCard")) {
            throw Refusal.badRequest("The card's type must be AdaptiveCard.");
        }
        if (!VERSIONS.contains(card.requireText("version"))) {
            throw Refusal.badRequest("The card's version must be 1.3 at most.");
        }
        card.list("body").forEach(element -> element.requireText("type"));
        checkActions(card.list("actions"));
        card.list("body").forEach(element -> checkActions(element.list("actions")));
    }

    private static void checkActions(List<Json> actions) {
        for (Json action : actions) {
            String type = action.requireText("type");
            if (!ACTIONS.contains(type)) throw Refusal.badRequest("There is no card action " + type + ".");
            if (type.equals("Action.OpenUrl")) action.requireText("url");
            if (type.equals("Action.ShowCard") && !action.at("card").isObject()) {
                throw Refusal.badRequest("An Action.ShowCard needs a card.");
            }
        }
    }
}
