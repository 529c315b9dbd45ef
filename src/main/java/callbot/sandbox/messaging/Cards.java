package callbot.sandbox.messaging;

import callbot.json.Json;
import callbot.json.JsonException;
import callbot.sandbox.api.Field;
import callbot.sandbox.api.Shape;
import callbot.sandbox.base.Habit;
import callbot.sandbox.base.Habits;
import callbot.sandbox.base.Refusal;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;

/** Which cards Webex takes. More than five actions in a row are taken too: its clients draw the first five. */
final class Cards {

    private static final String CONTENT_TYPE = "application/vnd.microsoft.card.adaptive";
    private static final List<String> VERSIONS = List.of("1.0", "1.1", "1.2", "1.3");

    /** Webex publishes no limit; from here on Cisco's own card sampler warns. */
    private static final int MAX_BYTES = 60_000;

    private static final Shape ATTACHMENT = Shape.of(
            Field.required("contentType").oneOf(CONTENT_TYPE),
            Field.required("content").object());

    private final CardGrammar grammar = new CardGrammar();
    private final Habits habits;

    Cards(Habits habits) {
        this.habits = habits;
    }

    /**
     * Checks the attachments of a message.
     *
     * @throws Refusal with status 400 if there is more than one, or it is no card that Webex would take
     */
    void check(List<Json> attachments) {
        if (attachments.size() > 1) throw Refusal.badRequest("A message carries one card at most.");
        for (Json attachment : attachments) {
            ATTACHMENT.check(attachment);
            try {
                checkCard(attachment.at("content"));
            } catch (JsonException e) {
                throw no(e.getMessage());
            }
        }
    }

    private void checkCard(Json card) {
        int size = card.toString().getBytes(StandardCharsets.UTF_8).length;
        require(size <= MAX_BYTES, "it has " + size + " bytes, more than " + MAX_BYTES);
        require(card.requireText("type").equals("AdaptiveCard"), "its type is not AdaptiveCard");
        require(VERSIONS.contains(card.requireText("version")), "its version is none of " + VERSIONS);
        check(card, "AdaptiveCard", "the card");
    }

    private void check(Json thing, String kind, String place) {
        Map<String, CardGrammar.Property> known = grammar.properties(kind);
        for (String name : thing.names()) {
            CardGrammar.Property property = known.get(name);
            boolean passes = property != null || name.equals("type") || habits.has(Habit.IGNORES_UNKNOWN_FIELDS);
            require(passes, place + " has a property \"" + name + "\"");
            if (property != null) check(thing, name, property, place);
        }
        known.forEach((name, property) ->
                require(!property.required() || thing.names().contains(name), place + " has no \"" + name + "\""));
    }

    private void check(Json thing, String name, CardGrammar.Property property, String place) {
        if (!property.list()) {
            check(thing, name, property.holds(), place);
        } else if (!property.holds().equals("any")) {
            List<Json> parts = thing.list(name);
            for (int i = 0; i < parts.size(); i++) {
                part(parts.get(i), property.holds(), name + "[" + i + "] of " + place);
            }
        }
    }

    private void check(Json thing, String name, String holds, String place) {
        String where = "\"" + name + "\" of " + place;
        if (thing.at(name).isAbsent()) {
            require(words(holds).contains("null"), where + " is null");
            return;
        }
        switch (holds) {
            case "any" -> {}
            case "text" -> thing.text(name);
            case "flag" -> thing.flag(name);
            case "number" -> require(isNumber(thing.at(name)), where + " is no number");
            case "scalar" -> require(thing.at(name).scalar().isPresent(), where + " is no text");
            default -> {
                if (grammar.isKind(holds) || grammar.isGroup(holds)) part(thing.at(name), holds, where);
                else require(isWord(thing.requireText(name), holds), where + " is none of " + words(holds));
            }
        }
    }

    /** Checks one thing of a kind, or of one of the kinds of a group. */
    private void part(Json thing, String expected, String place) {
        if (expected.equals("inline") && thing.scalar().isPresent()) return; // words may stand for a TextRun
        require(thing.isObject(), place + " is no object");
        Optional<String> type = thing.text("type");
        require(type.isPresent() || grammar.isKind(expected), place + " has no \"type\"");
        String kind = type.orElse(expected);
        require(grammar.isOne(kind, expected), place + " is of type " + kind);
        check(thing, kind, place);
    }

    private static boolean isNumber(Json value) {
        return value.scalar()
                .filter(text -> text.matches("-?[0-9]+([.][0-9]+)?"))
                .isPresent();
    }

    private static boolean isWord(String text, String holds) {
        return words(holds).contains(text.toLowerCase(Locale.ROOT));
    }

    private static List<String> words(String holds) {
        return List.of(holds.toLowerCase(Locale.ROOT).split("\\|"));
    }

    private static void require(boolean condition, String otherwise) {
        if (!condition) throw no(otherwise);
    }

    private static Refusal no(String why) {
        return Refusal.badRequest("Unable to share content to room: the card cannot be read, " + why + ".");
    }
}
