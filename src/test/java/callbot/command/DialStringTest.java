package callbot.command;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTimeoutPreemptively;
import static org.junit.jupiter.api.Assertions.assertTrue;

import callbot.command.DialString.Reading;
import java.time.Duration;
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

    private static final Pattern DIALLED = Pattern.compile("\\+?[0-9*#]{1,32}|[^\\s@]{1,70}@[A-Za-z0-9.-]+");

    /** What people type, what gets pasted along with it, and what could make a pattern go astray. */
    private static final List<String> PIECES = Stream.of(
                    "0 1 2 3 4 5 6 7 8 9 0 1 2 3 4 5 6 7 8 9 + * # ( ) [ ] (0) +49 00 - . / , ; : = @ x X ext ext. ;ext= tel: sip:",
                    "a Z _ ~ ` < > – — − · ٣ ۴ ५ ５ ＋ ＠ （ ） ½ ① Ⅷ é я 😀 𝟒 \u200b \u200e \u202e \u2066 \u00ad \ufeff \u0301",
                    "\ud83d \ude00 \u0000 \u001b \u0085 \u00a0 \u202f")
            .flatMap(
                    pieces -> Stream.concat(Stream.of(pieces.split(" ")), Stream.of(" ", "\t", "\n", "\r\n", "\u3000")))
            .toList();

    @ParameterizedTest(name = "{2} dials {0}, then {1}")
    @CsvFileSource(resources = "dialled.csv", numLinesToSkip = 1, delimiter = '|')
    void readsWhatPeopleWriteAsANumber(String dialled, String extension, Typed typed) {
        DialString expected = new DialString(dialled, Optional.ofNullable(extension));
        assertEquals(new Reading.Dialable(expected), DialString.read(typed.text()));
    }

    @ParameterizedTest(name = "{1}: {0}")
    @CsvFileSource(resources = "not-dialled.csv", numLinesToSkip = 1, delimiter = '|')
    void saysWhyItDoesNotDial(String why, Typed typed) {
        var refused = assertInstanceOf(Reading.NotDialable.class, DialString.read(typed.text()));
        assertTrue(refused.why().contains(why), refused::why);
    }

    @Test
    void whateverIsTypedIsDialledAsItStandsInTheAnswerOrRefusedWithAReason() {
        Random random = new Random(7);
        int dialled = assertTimeoutPreemptively(Duration.ofSeconds(30), () -> {
            int count = 0;
            for (int i = 0; i < 100_000; i++) {
                String typed = anyText(random);
                switch (DialString.read(typed)) {
                    case Reading.Dialable(DialString read) -> {
                        count++;
                        assertCanBeDialled(read, typed);
                    }
                    case Reading.NotDialable(String why) -> assertFalse(why.isBlank(), typed);
                }
            }
            return count;
        });
        assertTrue(dialled > 1000, "too few were numbers to prove anything: " + dialled);
    }

    @Test
    void noTextKeepsItBusy() {
        assertTimeoutPreemptively(Duration.ofSeconds(10), () -> {
            for (String first : PIECES) {
                for (String then : PIECES) {
                    String typed = "1" + first.repeat(99 / first.length()) + then.repeat(98 / then.length()) + "!";
                    assertInstanceOf(Reading.NotDialable.class, DialString.read(typed), typed);
                }
            }
        });
    }

    @ParameterizedTest
    @ValueSource(
            strings = {"", " ", "+", "1 2", "ana", "@", "ana@", "(1)", "1\n", "١", "123456789012345678901234567890123"})
    void cannotBeMadeFromWhatCannotBeDialled(String value) {
        var refused = assertThrows(IllegalArgumentException.class, () -> new DialString(value, Optional.empty()));
        assertTrue(refused.getMessage().contains("not a dial string"), refused::getMessage);
    }

    private static void assertCanBeDialled(DialString read, String typed) {
        assertTrue(DIALLED.matcher(read.value()).matches(), () -> typed + " became " + read);
        assertTrue(read.extension().orElse("1").matches("[0-9*#]+"), () -> typed + " became " + read);
        DialString again = new DialString(read.value(), Optional.empty());
        assertEquals(new Reading.Dialable(again), DialString.read(read.value()), typed);
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
