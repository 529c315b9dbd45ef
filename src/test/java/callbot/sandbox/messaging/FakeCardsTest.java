package callbot.sandbox.messaging;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import callbot.json.Json;
import callbot.json.ObjectWriter;
import callbot.sandbox.Agreement;
import callbot.sandbox.Caller;
import callbot.sandbox.base.Habit;
import callbot.sandbox.webex.FakeUser;
import callbot.sandbox.webex.FakeWebex;
import java.io.IOException;
import java.time.Clock;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Which cards are taken, who may press their buttons, and whether they can be edited. */
class FakeCardsTest {

    private static final String EVERY_KIND = """
            {"type": "AdaptiveCard", "version": "1.3", "$schema": "http://adaptivecards.io/schemas/adaptive-card.json",
             "fallbackText": "a card", "lang": "en", "verticalContentAlignment": "Center", "minHeight": "10px",
             "selectAction": {"type": "Action.Submit"},
             "body": [
               {"type": "TextBlock", "text": "a", "wrap": true, "size": "ExtraLarge", "color": "good", "maxLines": 2,
                "id": "t", "isVisible": false, "spacing": "None", "separator": true, "fallback": "drop"},
               {"type": "RichTextBlock", "inlines": ["plain", {"type": "TextRun", "text": "b", "italic": true}]},
               {"type": "Image", "url": "https://example.com/a.png", "size": "stretch", "style": "person", "height": "9px"},
               {"type": "ImageSet", "images": [{"type": "Image", "url": "u"}], "imageSize": "Medium"},
               {"type": "Media", "sources": [{"mimeType": "audio/mpeg", "url": "u"}]},
               {"type": "FactSet", "facts": [{"title": "Line", "value": "1001"}]},
               {"type": "Container", "style": null, "bleed": true, "items": [
                 {"type": "ColumnSet", "columns": [
                   {"type": "Column", "width": "auto", "items": []}, {"type": "Column", "width": 2, "style": "emphasis"}]}]},
               {"type": "Input.Text", "id": "i1", "label": "l", "isRequired": true, "errorMessage": "e", "style": "Tel",
                "regex": "[0-9]+", "maxLength": 9, "inlineAction": {"type": "Action.Submit", "title": "ok"}},
               {"type": "Input.Number", "id": "i2", "min": -1, "max": 1.5, "value": 0},
               {"type": "Input.Date", "id": "i3", "min": "2026-01-01"},
               {"type": "Input.Time", "id": "i4", "value": "09:00"},
               {"type": "Input.Toggle", "id": "i5", "title": "t", "valueOn": "1"},
               {"type": "Input.ChoiceSet", "id": "i6", "style": "expanded", "choices": [{"title": "a", "value": "b"}]},
               {"type": "ActionSet", "actions": [{"type": "Action.OpenUrl", "url": "https://example.com", "title": "o"}]}],
             "actions": [
               {"type": "Action.Submit", "title": "1", "data": {"a": 1}, "style": "positive", "associatedInputs": "None"},
               {"type": "Action.ShowCard", "title": "2", "card": {"type": "AdaptiveCard", "body": [
                 {"type": "Input.Text", "id": "i7"}], "actions": [{"type": "Action.Submit", "data": "text"}]}},
               {"type": "Action.ToggleVisibility", "title": "3", "targetElements": ["t", {"elementId": "i1"}]},
               {"type": "Action.Submit", "title": "4"}, {"type": "Action.Submit", "title": "5"},
               {"type": "Action.Submit", "title": "6"}]}
            """;

    private FakeWebex fake;
    private Caller bot;

    @BeforeEach
    void start() throws IOException {
        fake = FakeWebex.start(Clock.systemUTC(), new Random(41));
        bot = Caller.bot(fake);
    }

    @AfterEach
    void stop() {
        Agreement.assertKept(fake);
        fake.close();
    }

    @Test
    void whatWebexKnowsIsTakenAsItIs() {
        var sent = post(EVERY_KIND);
        assertEquals(200, sent.status());
        assertEquals(
                Json.parse(EVERY_KIND).toString(),
                sent.body().list("attachments").getFirst().at("content").toString());
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '`',
            value = {
                "{`type`: `Table`, `rows`: []} | body[0] of the card is of type Table",
                "{`type`: `Column`, `items`: []} | body[0] of the card is of type Column",
                "{`text`: `a`} | body[0] of the card has no \"type\"",
                "7 | body[0] of the card is no object",
                "{`type`: `TextBlock`} | body[0] of the card has no \"text\"",
                "{`type`: `TextBlock`, `text`: null} | \"text\" of body[0] of the card is null",
                "{`type`: `TextBlock`, `text`: `a`, `colour`: `good`} | body[0] of the card has a property \"colour\"",
                "{`type`: `TextBlock`, `text`: `a`, `color`: `pink`} | \"color\" of body[0] of the card is none of"
                        + " [default, dark, light, accent, good, warning, attention]",
                "{`type`: `TextBlock`, `text`: `a`, `wrap`: `yes`} | \"attachments.content.body.wrap\" is not true or false",
                "{`type`: `TextBlock`, `text`: `a`, `maxLines`: `many`} | \"maxLines\" of body[0] of the card is no number",
                "{`type`: `TextBlock`, `text`: `a`, `style`: `heading`} | body[0] of the card has a property \"style\"",
                "{`type`: `Image`} | body[0] of the card has no \"url\"",
                "{`type`: `FactSet`, `facts`: [{`title`: `a`}]} | facts[0] of body[0] of the card has no \"value\"",
                "{`type`: `FactSet`, `facts`: {}} | \"attachments.content.body.facts\" is not an array",
                "{`type`: `Input.Text`} | body[0] of the card has no \"id\"",
                "{`type`: `Input.Rating`, `id`: `r`} | body[0] of the card is of type Input.Rating",
                "{`type`: `Input.ChoiceSet`, `id`: `c`, `choices`: [{`title`: `a`}]}"
                        + " | choices[0] of body[0] of the card has no \"value\"",
                "{`type`: `ColumnSet`, `columns`: [{`items`: [{`type`: `Icon`}]}]}"
                        + " | items[0] of columns[0] of body[0] of the card is of type Icon",
                "{`type`: `ActionSet`, `actions`: [{`type`: `Action.Execute`}]}"
                        + " | actions[0] of body[0] of the card is of type Action.Execute",
                "{`type`: `ActionSet`, `actions`: [{`type`: `Action.OpenUrl`}]}"
                        + " | actions[0] of body[0] of the card has no \"url\"",
                "{`type`: `ActionSet`, `actions`: [{`type`: `Action.ShowCard`, `card`: {`type`: `AdaptiveCard`, `body`:"
                        + " [{`type`: `Badge`}]}}]}"
                        + " | body[0] of \"card\" of actions[0] of body[0] of the card is of type Badge",
                "{`type`: `Container`, `items`: [], `selectAction`: {`type`: `Action.ShowCard`, `card`: {}}}"
                        + " | \"selectAction\" of body[0] of the card is of type Action.ShowCard",
            })
    void whatWebexDoesNotKnowIsRefused(String element, String why) {
        var refused = post(
                "{\"type\": \"AdaptiveCard\", \"version\": \"1.3\", \"body\": [" + element.replace('`', '"') + "]}");
        assertEquals(400, refused.status());
        assertEquals("Unable to share content to room: the card cannot be read, " + why + ".", refused.why());
        assertEquals(List.of(), fake.alice().messages());
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "{\"type\": \"AdaptiveCard\"}",
                "{\"type\": \"AdaptiveCard\", \"version\": \"1.4\"}",
                "{\"type\": \"AdaptiveCard\", \"version\": \"1.3\", \"refresh\": {}}",
                "{\"type\": \"Card\", \"version\": \"1.3\"}"
            })
    void aCardIsOfSchema13AtMost(String card) {
        assertEquals(400, post(card).status());
    }

    @Test
    void aCardMayHaveUnknownPropertiesWhereThoseAreIgnored() throws IOException {
        try (FakeWebex easy = FakeWebex.start(Clock.systemUTC())) {
            easy.habits().set(Habit.IGNORES_UNKNOWN_FIELDS, true);
            String open = "{\"type\": \"AdaptiveCard\", \"version\": \"1.3\", \"body\": [%s]}";
            String tooltip = "{\"type\": \"TextBlock\", \"text\": \"a\", \"style\": \"heading\"}";
            Caller caller = Caller.bot(easy);
            assertEquals(
                    200,
                    caller.post("/messages", message(easy, open.formatted(tooltip)))
                            .status());
            assertEquals(
                    400,
                    caller.post("/messages", message(easy, open.formatted("{\"type\": \"Table\"}")))
                            .status());
        }
    }

    @Test
    void aCardHasItsLimits() {
        String block = "{\"type\":\"TextBlock\",\"text\":\"%s\"}";
        String open = "{\"type\":\"AdaptiveCard\",\"version\":\"1.3\",\"body\":[%s]}";
        int rest = 60_000 - open.formatted(block.formatted("")).length();
        assertEquals(
                200, post(open.formatted(block.formatted("x".repeat(rest)))).status());
        var refused = post(open.formatted(block.formatted("x".repeat(rest + 1))));
        assertEquals(400, refused.status());
        assertTrue(refused.why().contains("60001 bytes"), refused.why());

        ObjectWriter two = message(fake, EVERY_KIND);
        Json one = two.toJson().list("attachments").getFirst();
        assertEquals(
                400,
                bot.post("/messages", two.put("attachments", List.of(one, one))).status());
    }

    @Test
    void onlyWhoSeesTheCardCanPressItsButtons() {
        var card = post(EVERY_KIND);
        assertEquals(200, press(fake.alice(), card).status());
        assertEquals(404, press(fake.bob(), card).status());
        assertEquals(204, bot.delete("/messages/" + card.text("id")).status());
        assertEquals(404, press(fake.alice(), card).status());
    }

    @Test
    void whoHasLeftTheGroupCannotPressItsButtons() {
        Caller bob = Caller.user(fake, fake.bob());
        String group =
                bob.get("/rooms?type=group").body().list("items").getFirst().requireText("id");
        ObjectWriter wish = Json.object().put("roomId", group).put("text", "a card");
        var card = bot.post(
                "/messages",
                wish.put("attachments", message(fake, EVERY_KIND).toJson().list("attachments")));
        assertEquals(200, press(fake.alice(), card).status());
        assertEquals(200, press(fake.bob(), card).status());
        String membership = bob.get("/memberships?roomId=" + group + "&personEmail=bob.brown@example.com")
                .body()
                .list("items")
                .getFirst()
                .requireText("id");
        assertEquals(204, bob.delete("/memberships/" + membership).status());
        assertEquals(404, press(fake.bob(), card).status());
        assertEquals(200, press(fake.alice(), card).status());
    }

    @Test
    void aCardCannotBeEditedAsTheContractSays() {
        var card = post(EVERY_KIND);
        var refused = edit(card, "other words");
        assertEquals(400, refused.status());
        assertEquals("Edits of messages containing files or attachments are not currently supported.", refused.why());
        var words = bot.post("/messages", message(fake, "").put("text", "words"));
        assertEquals(400, editWithCard(words, EVERY_KIND).status());
    }

    @Test
    void aCardCanBeEditedWhereThatIsAllowed() {
        fake.editsOfCards(true);
        var card = post(EVERY_KIND);
        String small = "{\"type\":\"AdaptiveCard\",\"version\":\"1.3\",\"body\":[]}";
        assertEquals(400, editWithCard(card, small.replace("1.3", "1.5")).status());
        assertEquals(200, editWithCard(card, small).status());
        ChatMessage seen = fake.alice().messages().getLast();
        assertEquals(small, seen.card().orElseThrow().toString());
        assertEquals("edited", seen.text());

        assertEquals(200, edit(card, "other words").status());
        assertEquals(
                small, fake.alice().messages().getLast().card().orElseThrow().toString(), "it stays");
        for (int i = 3; i <= 10; i++)
            assertEquals(200, editWithCard(card, small).status());
        assertEquals(400, editWithCard(card, small).status(), "ten edits and no more");
        assertEquals(10, fake.alice().messages().getLast().edits());

        fake.editsOfCards(false);
        assertEquals(400, edit(post(EVERY_KIND), "x").status());
    }

    private Caller.Answer post(String card) {
        return bot.post("/messages", message(fake, card));
    }

    private Caller.Answer press(FakeUser user, Caller.Answer card) {
        return Caller.user(fake, user)
                .post(
                        "/attachment/actions",
                        Json.object()
                                .put("type", "submit")
                                .put("messageId", card.text("id"))
                                .put("inputs", Json.object()));
    }

    private Caller.Answer edit(Caller.Answer message, String text) {
        return bot.put(
                "/messages/" + message.text("id"),
                Json.object().put("roomId", message.text("roomId")).put("text", text));
    }

    private Caller.Answer editWithCard(Caller.Answer message, String card) {
        return bot.put(
                "/messages/" + message.text("id"),
                message(fake, card).toJson().list("attachments").stream()
                        .map(attachment -> Json.object()
                                .put("roomId", message.text("roomId"))
                                .put("text", "edited")
                                .put("attachments", List.of(attachment)))
                        .findFirst()
                        .orElseThrow());
    }

    /** A message to Alice with this card, without one if it is empty. */
    private static ObjectWriter message(FakeWebex webex, String card) {
        ObjectWriter message =
                Json.object().put("toPersonId", webex.alice().person().id()).put("text", "a card");
        if (card.isEmpty()) return message;
        return message.put(
                "attachments",
                List.of(Json.object()
                        .put("contentType", "application/vnd.microsoft.card.adaptive")
                        .put("content", Json.parse(card))));
    }
}
