package callbot.contract;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

class CardRulesTest {

    private static final String GOOD = """
            {"roomId": "r", "markdown": "fallback", "attachments": [{
             "contentType": "application/vnd.microsoft.card.adaptive",
             "content": {"type": "AdaptiveCard", "version": "1.3", "body": [
              {"type": "Container", "style": "good", "bleed": true, "items": [
               {"type": "TextBlock", "text": "Talking", "wrap": true, "weight": "Bolder"}]},
              {"type": "FactSet", "facts": [{"title": "Direction", "value": "Incoming"}]},
              {"type": "ColumnSet", "separator": true, "columns": [
               {"type": "Column", "width": "22px", "items": [{"type": "TextBlock", "text": "1", "wrap": true}]}]},
              {"type": "ActionSet", "actions": [
               {"type": "Action.Submit", "title": "Hold", "style": "positive", "data": {"command": "/hold"}},
               {"type": "Action.OpenUrl", "title": "Sign in", "url": "https://example.com/a"},
               {"type": "Action.ShowCard", "title": "More", "card": {"type": "AdaptiveCard", "body": [
                {"type": "Input.Text", "id": "to", "label": "To", "isRequired": true, "errorMessage": "Where to?"}]}}]}]}}]}""";

    @Test
    void aGoodCardIsGood() {
        assertEquals(List.of(), violations(GOOD));
    }

    @Test
    void aMessageWithoutACardIsNoneOfItsBusiness() {
        assertEquals(List.of(), violations("{\"roomId\": \"r\"}"));
    }

    @ParameterizedTest(name = "{1} instead of {0}: {2}")
    @CsvSource(delimiter = ';', textBlock = """
            "markdown": "fallback",     ;                                ; message has no text for who cannot see the card
            "fallback"                  ; " "                            ; message has no text for who cannot see the card
            "application/vnd            ; "text                          ; message has something else attached
            "1.3"                       ; "1.4"                          ; card/version is "1.4"
            "version": "1.3",           ;                                ; card has no version
            "FactSet"                   ; "Table"                        ; card/body/1 is a Table
            "Container"                 ; "Media"                        ; card/body/0 is a Media
            Action.OpenUrl              ; Action.ToggleVisibility        ; card/body/3/actions/1 is a Action.ToggleVisibility
            "version": "1.3",           ; "version": "1.3", "actions": [],; card/actions is empty
            "version"                   ; "fallbackText": "x", "version" ; card has fallbackText, which AdaptiveCard has not
            "bleed"                     ; "minHeight"                    ; card/body/0 has minHeight, which Container has not
            "good"                      ; "excellent"                    ; card/body/0/style is "excellent"
            "bleed": true               ; "bleed": "true"                ; card/body/0/bleed is "true"
            "Talking"                   ; " "                            ; card/body/0/items/0/text is empty, or has code
            "Talking"                   ; "say `/hold`"                  ; card/body/0/items/0/text is empty, or has code
            "Talking", "wrap": true     ; "Talking"                      ; card/body/0/items/0 has no wrap
            "wrap": true, "weight"      ; "wrap": false, "weight"        ; card/body/0/items/0/wrap is false
            , "value": "Incoming"       ;                                ; card/body/1/facts/0 has no value
            {"title": "Direction", "value": "Incoming"} ;                ; card/body/1/facts is empty
            22px                        ; 22                             ; card/body/2/columns/0/width is "22"
            "title": "Hold", "style": "positive", ; "style": "positive", ; card/body/3/actions/0 has no title
            "positive"                  ; "default"                      ; card/body/3/actions/0/style is "default"
            {"command": "/hold"}        ; {}                             ; card/body/3/actions/0/data is {}
            https://example.com/a       ; javascript:x()                 ; card/body/3/actions/1/url is "javascript:x()"
            "id": "to", "label"         ; "label"                        ; card/body/3/actions/2/card/body/0 has no id
            "label": "To",              ;                                ; card/body/3/actions/2/card/body/0 has no label
            , "errorMessage": "Where to?" ;                              ; card/body/3/actions/2/card/body/0 does not say what is missing
            """)
    void whatIsWrongIsNamed(String part, String other, String violation) {
        String wrong = GOOD.replace(part, other == null ? "" : other);
        assertFalse(wrong.equals(GOOD), part);
        assertEquals(List.of(violation), violations(wrong).stream().distinct().toList());
    }

    @Test
    void noInputIsThereTwice() {
        String input = "{\"type\": \"Input.Text\", \"id\": \"to\", \"label\": \"To\"},";
        assertEquals(
                List.of("card/body/4/actions/2/card/body/0/id is empty, or used twice: \"to\""),
                violations(GOOD.replaceFirst("\"body\": \\[", "\"body\": [" + input)));
    }

    @Test
    void ofSixButtonsOneWouldNotBeDrawn() {
        String button = "{\"type\": \"Action.Submit\", \"title\": \"Hold\", \"data\": {\"command\": \"/hold\"}},";
        assertEquals(
                List.of("card/body/3/actions has 6 buttons, of which five are drawn"),
                violations(GOOD.replace("\"actions\": [", "\"actions\": [" + button.repeat(3))));
    }

    @Test
    void thereIsOneCardAndItIsNotBig() {
        assertEquals(
                List.of("card has 21220 bytes"), violations(GOOD.replace("Talking", "é".repeat(10_240))), "in UTF-8");
        assertEquals(List.of("message has 0 attachments"), violations("{\"markdown\": \"x\", \"attachments\": []}"));
    }

    @Test
    void whatTheRulesAllowTheSchemaAllowsAndItRefusesWhatIsNoCard() {
        CardSchema schema = CardSchema.load();
        JsonNode card = JsonMapper.shared().readTree(GOOD).at("/attachments/0/content");
        assertEquals(List.of(), schema.violations(card));
        assertFalse(
                schema.violations(JsonMapper.shared().readTree(card.toString().replace("FactSet", "Table")))
                        .isEmpty());
    }

    private static List<String> violations(String message) {
        return CardRules.violations(JsonMapper.shared().readTree(message));
    }
}
