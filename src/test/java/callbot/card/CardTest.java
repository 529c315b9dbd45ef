package callbot.card;

import static callbot.card.Element.text;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import callbot.card.Button.AboutCall;
import callbot.card.Button.Style;
import callbot.json.Json;
import java.net.URI;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class CardTest {

    private static final Element WORD = text("word");

    @Test
    void isWrittenAsWebexTakesIt() {
        Element.TextInput to = new Element.TextInput("to", "Where to", "2044", Optional.of("Say where to"), 120);
        Button.Say hold = Button.say("Hold", "/hold", new AboutCall("call-1", "session-1"));
        Card card = Card.of(
                new Element.Band(Element.Tone.WAITING, List.of(text("On hold", Look.BOLD, Look.WAITING))),
                new Element.Facts(Map.of("Microphone", "On")),
                new Element.Columns(
                        List.of(
                                new Element.Column(Element.Column.Width.SIGN, List.of(text("→", Look.SUBTLE))),
                                new Element.Column(Element.Column.Width.STRETCH, List.of(WORD))),
                        true),
                new Element.Buttons(List.of(
                        hold.as(Style.DESTRUCTIVE),
                        new Button.Open("Sign in", URI.create("https://bot.example/?a=b")),
                        new Button.Reveal("Transfer", Card.of(to, new Element.Buttons(List.of(hold.with("to"))))))));

        assertEquals(Json.parse("""
                {"type": "AdaptiveCard",
                 "body": [
                  {"type": "Container", "style": "attention", "bleed": true, "items": [
                   {"type": "TextBlock", "text": "On hold", "wrap": true, "weight": "Bolder", "color": "Attention"}]},
                  {"type": "FactSet", "facts": [{"title": "Microphone", "value": "On"}]},
                  {"type": "ColumnSet", "separator": true, "columns": [
                   {"type": "Column", "width": "22px", "verticalContentAlignment": "Center", "items": [
                    {"type": "TextBlock", "text": "→", "wrap": true, "isSubtle": true}]},
                   {"type": "Column", "width": "stretch", "verticalContentAlignment": "Center", "items": [
                    {"type": "TextBlock", "text": "word", "wrap": true}]}]},
                  {"type": "ActionSet", "actions": [
                   {"type": "Action.Submit", "title": "Hold", "style": "destructive", "associatedInputs": "none",
                    "data": {"command": "/hold", "call": "call-1", "session": "session-1"}},
                   {"type": "Action.OpenUrl", "title": "Sign in", "url": "https://bot.example/?a=b"},
                   {"type": "Action.ShowCard", "title": "Transfer", "card": {"type": "AdaptiveCard", "body": [
                    {"type": "Input.Text", "id": "to", "label": "Where to", "placeholder": "2044", "maxLength": 120,
                     "isRequired": true, "errorMessage": "Say where to"},
                    {"type": "ActionSet", "actions": [{"type": "Action.Submit", "title": "Hold",
                     "data": {"command": "/hold", "input": "to", "call": "call-1", "session": "session-1"}}]}]}}]}],
                 "$schema": "http://adaptivecards.io/schemas/adaptive-card.json",
                 "version": "1.3"}""").toString(), card.toJson().toString());
    }

    @Test
    void showsSomething() {
        assertThrows(IllegalArgumentException.class, () -> new Card(List.of()));
        assertThrows(IllegalArgumentException.class, Card::of);
    }

    @ParameterizedTest
    @ValueSource(strings = {"", " ", "\n\t"})
    void aTextSaysSomething(String nothing) {
        assertThrows(IllegalArgumentException.class, () -> text(nothing));
    }

    @Test
    void hasNoTwoInputsOfTheSameName() {
        Element one = input("one");
        List<Element> again = List.of(
                input("one"),
                new Element.Band(Element.Tone.OVER, List.of(input("one"))),
                new Element.Columns(
                        List.of(new Element.Column(Element.Column.Width.AUTO, List.of(WORD, input("one")))), false),
                new Element.Buttons(List.of(Button.say("a", "/a"), new Button.Reveal("b", Card.of(input("one"))))));
        for (Element other : again) {
            var refused = assertThrows(IllegalArgumentException.class, () -> Card.of(one, WORD, other));
            assertEquals("two inputs are called one", refused.getMessage());
        }
        assertEquals(2, Card.of(one, input("two")).body().size());
    }

    @ParameterizedTest
    @ValueSource(ints = {0, 6, 12})
    void aRowHasOneToFiveButtons(int number) {
        var refused = assertThrows(IllegalArgumentException.class, () -> new Element.Buttons(buttons(number)));
        assertEquals("a row has 1 to 5 buttons, not " + number, refused.getMessage());
    }

    @ParameterizedTest
    @CsvSource({"0,''", "1,1", "5,5", "6,5 1", "10,5 5", "12,5 5 2"})
    void moreButtonsTakeMoreRowsAndNoneIsLost(int number, String sizes) {
        List<List<Button>> rows = Element.rows(buttons(number)).stream()
                .map(row -> ((Element.Buttons) row).buttons())
                .toList();
        assertEquals(
                sizes,
                String.join(" ", rows.stream().map(row -> "" + row.size()).toList()));
        assertEquals(buttons(number), rows.stream().flatMap(List::stream).toList());
    }

    @Test
    void doesNotChangeAnyMore() {
        List<Element> body = new ArrayList<>(List.of(WORD));
        Card card = new Card(body);
        body.add(WORD);
        assertEquals(List.of(WORD), card.body());
    }

    /** What breaks markup and shows as nothing is written as a dot here. */
    @ParameterizedTest
    @CsvSource(
            delimiter = ';',
            quoteCharacter = '"',
            value = {
                "John Smith             ; John Smith",
                "*Ana*                  ; ＊Ana＊",
                "**Ana**                ; ＊＊Ana＊＊",
                "_a_                    ; ＿a＿",
                "__a__                  ; ＿＿a＿＿",
                "ana_b@example.com      ; ana_b@example.com",
                "ana_@_b                ; ana＿@＿b",
                "`code`                 ; ｀code｀",
                "~~gone~~               ; ～~gone～~",
                "a ~ b                  ; a ~ b",
                "a\\*b                  ; a＼＊b",
                "[x](http://evil)       ; [x]·(http:·//evil)",
                "https://evil.example   ; https:·//evil·.example",
                "Support [Tier 1] (EMEA); Support [Tier 1] (EMEA)",
                "<@all>                 ; ＜@all>",
                "<b>bold</b>            ; <b>bold</b>",
                "{{DATE(2026-03-01T12:00:00Z)}} ; {·{DATE(2026-03-01T12:00:00Z)}}",
                "1. Ana                 ; ·1. Ana",
                "1) Ana                 ; ·1) Ana",
                "1.                     ; ·1.",
                "12.5 percent           ; 12.5 percent",
                "- Ana                  ; ·- Ana",
                "+ Ana                  ; ·+ Ana",
                "• Ana                  ; ·• Ana",
                "-                      ; ·-",
                "+14085550134           ; +14085550134",
                "*73                    ; ＊73",
                "李 👩‍🚀 é            ; 李 👩‍🚀 é",
                "\"  Ana  \"            ; Ana",
                "\"\"                   ; ?",
            })
    void somebodyElsesTextShowsAsItIs(String text, String shown) {
        assertEquals(shown, Card.plain(text).replace('\u2060', '·'));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {"a\nb", "a\r\nb", "a\rb", "a\u2028b", "a\u0085b", "a\tb", "a\u0000b", "a\u202eb", "a\u2067b"})
    void somebodyElsesTextStaysOnItsLineAndInItsDirection(String text) {
        assertEquals("a b", Card.plain(text));
    }

    @ParameterizedTest
    @ValueSource(strings = {"\u0007", "\u202e", " \n "})
    void whoCallsHimselfNothingIsShownAllTheSame(String name) {
        assertTrue(text(Card.plain(name)).text().equals("?"));
    }

    private static Element input(String id) {
        return new Element.TextInput(id, "Label", "hint", Optional.empty(), 10);
    }

    private static List<Button> buttons(int number) {
        return IntStream.range(0, number)
                .<Button>mapToObj(i -> Button.say("b" + i, "/b" + i))
                .toList();
    }
}
