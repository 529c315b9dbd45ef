package callbot.chat.call;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import callbot.MovableClock;
import callbot.command.value.DialString;
import callbot.command.value.Reading;
import callbot.store.MemoryStore;
import java.time.Duration;
import java.util.Optional;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class ChosenNamesTest {

    private static final String ALICE = "alice";

    private final MovableClock clock = new MovableClock();
    private final MemoryStore store = new MemoryStore(clock);
    private final ChosenNames names = new ChosenNames(store, clock);

    @Test
    void theLastChoiceForANameCounts() {
        names.remember(ALICE, "Bob", number("1002"));
        names.remember(ALICE, "ana", number("+14085550134,,12"));
        names.remember(ALICE, "bob", number("1003"));

        assertEquals(Optional.of(number("1003")), names.number(ALICE, "BOB"));
        assertEquals(Optional.of(number("+14085550134,,12")), names.number(ALICE, "Aná"));
        assertEquals(Optional.empty(), names.number(ALICE, "bo"));
        assertEquals(Optional.empty(), names.number("bob", "bob"));
    }

    @Test
    void ofManyNamesTheOldestIsForgotten() {
        IntStream.range(0, 51).forEach(i -> {
            clock.advance(Duration.ofSeconds(1));
            names.remember(ALICE, "Bob " + "x".repeat(i), number("1002"));
        });

        assertEquals(Optional.empty(), names.number(ALICE, "Bob"));
        assertTrue(names.number(ALICE, "Bob x").isPresent());
    }

    @Test
    void whatWasNotUsedForHalfAYearIsForgotten() {
        names.remember(ALICE, "Bob", number("1002"));
        clock.advance(Duration.ofDays(100));
        names.remember(ALICE, "Ana", number("1003"));
        clock.advance(Duration.ofDays(81));

        assertEquals(Optional.empty(), names.number(ALICE, "Bob"));
        assertTrue(names.number(ALICE, "Ana").isPresent());
        clock.advance(Duration.ofDays(100));
        assertEquals(Optional.empty(), store.get(ChosenNames.KEYS + ALICE));
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            Bob Brown             | bob           | true
            Bob Brown             | Brown, B.     | true
            Bob Brown             | bob brown     | true
            Bob Brown             | rown          | false
            Bob Brown             | bob smith     | false
            José Álvarez          | jose alv      | true
            Mary-Ann O'Neil       | mary-ann      | true
            李小龍                 | 李            | true
            """)
    void eachWordOfANameBeginsOneOfThePersons(String person, String said, boolean meant) {
        assertEquals(meant, new FoldedName(person).isMeantBy(new FoldedName(said)));
    }

    private static DialString number(String typed) {
        return ((Reading.One) DialString.read(typed)).number();
    }
}
