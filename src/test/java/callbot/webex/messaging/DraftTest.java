package callbot.webex.messaging;

import static callbot.card.Element.text;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import callbot.card.Button;
import callbot.card.Card;
import callbot.card.Element;
import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class DraftTest {

    private static final Button ANSWER = Button.say("Answer", "/answer");

    @Test
    void whatIsOfferedStandsUnderTheTextWhichHasNoCodeOnACard() {
        Draft draft = Draft.offering("**Ana** calls: `/answer`", List.of(ANSWER));
        assertEquals("**Ana** calls: `/answer`", draft.markdown());
        assertEquals(
                List.of(text("**Ana** calls: /answer"), new Element.Buttons(List.of(ANSWER))),
                draft.card().orElseThrow().body());
    }

    @Test
    void moreThanARowIsOfferedInRows() {
        List<Button> seven = IntStream.range(0, 7)
                .<Button>mapToObj(i -> Button.say("b" + i, "/b" + i))
                .toList();
        assertEquals(
                3, Draft.offering("text", seven).card().orElseThrow().body().size());
    }

    @Test
    void nothingOfferedIsATextAlone() {
        assertEquals(Draft.text("text"), Draft.offering("text", List.of()));
        assertEquals(Optional.empty(), Draft.text("text").card());
    }

    @Test
    void whatComesBeforeStandsAboveBoth() {
        Draft list = Draft.of("**Your calls**", Card.of(text("list")));
        assertEquals(
                Draft.of(
                        "Interrupted in `/dial`\n\n**Your calls**",
                        Card.of(text("Interrupted in /dial"), text("list"))),
                list.after("Interrupted in `/dial`"));
        assertEquals(Draft.text("one\n\ntwo"), Draft.text("two").after("one"));
    }

    @Test
    void showsAsMuchAsWebexSurelyTakes() {
        assertEquals(200, shownOf(200, "👩"));
        assertEquals(875, shownOf(5000, "👩"), "4 bytes each, in the text and on the card");
        assertEquals(1, shownOf(3, "a".repeat(8000)), "one is shown in any case");
    }

    private static int shownOf(int all, String what) {
        Draft draft = Draft.fitting(all, some -> Draft.text(what.repeat(2 * some)));
        return draft.markdown().length() / what.length() / 2;
    }

    @ParameterizedTest
    @ValueSource(strings = {"", " ", "\n\t"})
    void aMessageNeedsAText(String nothing) {
        assertThrows(IllegalArgumentException.class, () -> Draft.text(nothing));
        assertThrows(IllegalArgumentException.class, () -> Draft.of(nothing, Card.of(text("word"))));
    }
}
