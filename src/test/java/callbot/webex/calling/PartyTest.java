package callbot.webex.calling;

import static org.junit.jupiter.api.Assertions.assertEquals;

import callbot.json.Json;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class PartyTest {

    /** A mark of direction, which shows as nothing, is written as a dot here. */
    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            Ana  | 2044  | Ana (2044)
            Ana  |       | Ana
                 | 2044  | 2044
            2044 | 2044  | 2044
                 |       | a private caller
            李   | +86   | 李 (+86)
            مريم | +966  | مريم· (+966)
            Dov דב | +972 | Dov דב· (+972)
            """)
    void isDescribedByAllThatIsKnown(String name, String number, String described) {
        Party party = new Party(Optional.ofNullable(name), Optional.ofNullable(number));
        assertEquals(described, party.described().replace('\u200e', '·'));
    }

    @Test
    void aLongNameIsCutAndALongNumberIsNone() {
        Json json = Json.object()
                .put("name", "\u202eAna " + "x".repeat(500))
                .put("number", "1".repeat(129))
                .toJson();
        assertEquals(new Party(Optional.of("Ana " + "x".repeat(95) + "…"), Optional.empty()), Party.from(json));
        assertEquals(
                Optional.of("1".repeat(128)),
                Party.from(Json.object().put("number", "1".repeat(128)).toJson())
                        .number());
    }
}
