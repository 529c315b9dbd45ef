package callbot.command.value;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import java.util.Optional;
import java.util.Random;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvFileSource;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class DialStringTest {

    private static final Pattern DIALLED = Pattern.compile("\\+?[0-9*#]{1,32}|[^\\s@]{1,70}@[A-Za-z0-9.:;=_~-]+");

    /** What people type, what gets pasted along with it, and what could make a pattern go astray. */
    private static final List<String> PIECES = Stream.of(
                    "0 1 2 3 4 5 6 7 8 9 0 1 2 3 4 5 6 7 8 9 + * # ( ) [ ] (0) +49 00 - . / , ; : = @ x X ext ext. ;ext= tel: sip:",
                    "a Z _ ~ ` < > – — − · ٣ ۴ ५ ５ ＋ ＠ （ ） ½ ① Ⅷ é я 😀 𝟒 \u200b \u200e \u202e \u2066 \u00ad \ufeff \u0301",
                    "\ud83d \ude00 \u0000 \u001b \u0085 \u00a0 \u202f 408 555 0134 2044 or ,, ** “ ” \" '")
            .flatMap(
                    pieces -> Stream.concat(Stream.of(pieces.split(" ")), Stream.of(" ", "\t", "\n", "\r\n", "\u3000")))
            .toList();

    /** {@code dial} what it can only mean; {@code ask} which of these is meant; {@code refuse}, and say this. */
    @ParameterizedTest(name = "{0} {1}: {2}")
    @CsvFileSource(resources = "dial-strings.csv", numLinesToSkip = 1, delimiter = '|')
    void readsWhatPeopleWriteAsANumber(String outcome, String what, Typed typed) {
        String read = switch (DialString.read(typed.text())) {
            case Reading.One(DialString number) -> "dial " + number.typed();
            case Reading.Several(List<DialString> all) ->
                all.stream().map(DialString::typed).collect(Collectors.joining(" ", "ask ", ""));
            case Reading.None(String why) -> why.contains(what) ? "refuse " + what : "refuse " + why;
        };
        assertEquals(outcome + " " + what, read);
    }

    /** Or a button that says it would lead to another question, or to another number. */
    @ParameterizedTest
    @CsvFileSource(resources = "dial-strings.csv", numLinesToSkip = 1, delimiter = '|')
    void whatEveryReadingIsTypedAsCanOnlyMeanThatReading(String outcome, String what, Typed typed) {
        for (DialString number : DialString.read(typed.text()).numbers()) {
            assertEquals(new Reading.One(number), DialString.read(number.typed()));
        }
    }

    @Test
    void whateverIsTypedIsReadAsWhatCanBeDialledOrRefusedWithAReason() {
        Random random = new Random(7);
        int read = 0;
        for (int i = 0; i < 20_000; i++) {
            String typed = anyText(random);
            Reading reading = DialString.read(typed);
            if (reading instanceof Reading.None(String why)) assertFalse(why.isBlank(), typed);
            for (DialString number : reading.numbers()) {
                read++;
                assertTrue(DIALLED.matcher(number.value()).matches(), () -> typed + " became " + number);
                assertEquals(new Reading.One(number), DialString.read(number.typed()), typed);
            }
        }
        assertTrue(read > 500, "too few were numbers to prove anything: " + read);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {"", " ", "+", "1 2", "ana", "@", "ana@", "(1)", "1\n", "١", "123456789012345678901234567890123"})
    void cannotBeMadeFromWhatCannotBeDialled(String value) {
        var refused = assertThrows(IllegalArgumentException.class, () -> new DialString(value, Optional.empty()));
        assertTrue(refused.getMessage().contains("not a dial string"), refused::getMessage);
    }

    @ParameterizedTest
    @ValueSource(strings = {"", " ", "1 2", "a", "+1"})
    void nothingButKeysIsKeyedIn(String extension) {
        assertThrows(IllegalArgumentException.class, () -> new DialString("2044", Optional.of(extension)));
    }

    @Test
    void whatIsTooLongForANumberIsNotRead() {
        assertEquals(
                "that is too long for a number",
                assertInstanceOf(Reading.None.class, DialString.read("1 ".repeat(101)))
                        .why());
    }

    private static String anyText(Random random) {
        return random.ints(random.nextLong(random.nextBoolean() ? 8 : 60), 0, PIECES.size())
                .mapToObj(PIECES::get)
                .collect(Collectors.joining());
    }

    @ParameterizedTest
    @CsvSource({
        "+14085550134, +14085550134, true",
        "4085550134, +14085550134, true",
        "0049301234567, +49301234567, true",
        "0301234567, +49301234567, true",
        "912125550134, +12125550134, true",
        "2044, +498912342044, true",
        "ana@example.com, sip:Ana@example.com, true",
        "+14085550134, +14085550135, false",
        "2044, 2045, false",
        "ana@example.com, bob@example.com, false"
    })
    void aDialPlanMayAddAPrefixAndDropIt(String dialled, String shown, boolean same) {
        assertEquals(same, new DialString(dialled, Optional.empty()).mayBeShownAs(shown));
    }
}
