package callbot.command.parser;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertTrue;

import callbot.command.CallAction.Simple;
import callbot.command.CallChoice.ThisOne;
import callbot.command.Command;
import callbot.command.CommandSpec;
import callbot.command.Remark;
import callbot.command.value.Typed;
import java.lang.management.ManagementFactory;
import java.util.List;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvFileSource;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class CommandParserTest {

    private static final Optional<ThisOne> BUTTON = Optional.of(new ThisOne("call-1", "session-1"));

    private final CommandParser parser = new CommandParser("Call Robot");

    @ParameterizedTest(name = "{1} is {0}")
    @CsvFileSource(resources = "commands.csv", numLinesToSkip = 1, delimiter = '|')
    void understandsWhatIsSaid(Typed command, Typed typed) {
        assertEquals(command.text(), inShort(typed.text()));
    }

    @ParameterizedTest(name = "the button that says {0} means {1}")
    @CsvSource(delimiter = '|', textBlock = """
            /answer                | Answer[call-1/session-1]
            /answer on desk phone  | Answer[call-1/session-1 on desk phone]
            /reject                | Reject[BUSY call-1/session-1]
            /hangup                | HANG_UP[call-1/session-1]
            /hangup 2              | HANG_UP[#2]
            /hold                  | HOLD[call-1/session-1]
            /record start          | START_RECORDING[call-1/session-1]
            /transfer 2044         | Transfer[2044 call-1/session-1]
            /transfer 2044 call 2  | Transfer[2044 #2]
            /transfer 2044 2       | WhichNumber[/transfer 20442; /transfer 2044; /transfer 2]
            /park 2044/2045        | WhichNumber[/park 2044; /park 2045]
            /divert voicemail      | TO_VOICEMAIL[call-1/session-1]
            /park                  | Park[call-1/session-1]
            /park group            | ParkInGroup[call-1/session-1]
            /dtmf 1#               | SendDigits[1# call-1/session-1]
            /calls                 | ShowCall[call-1/session-1]
            /calls 2               | ShowCall[#2]
            /dial 2044             | Dial[2044]
            /transfer              | Malformed[transfer]
            /status                | Status[]
            """)
    void aButtonSpeaksOfItsOwnCall(String said, String meant) {
        assertEquals(meant, new InShort(parser.parse(said, BUTTON)).text());
    }

    @Test
    void aLastDigitThatMayBeACallsNumberIsAskedAbout() {
        assertEquals(
                "for call 2 write `2044 call 2`; if the 2 belongs to the number, write `20442`",
                parser.parse("/transfer 2044 2") instanceof Remark.Malformed(var spec, String problem) ? problem : "");
    }

    @Test
    void aButtonThatSaysNothingDoesNothing() {
        assertEquals(new Remark.Help(Optional.empty()), parser.parse("", BUTTON));
    }

    @ParameterizedTest
    @ValueSource(strings = {"Dial", "Dial Robot", "Answer", "Help Desk", "Hangup Bot", "Record Keeper"})
    void aBotNamedLikeACommandStillHearsIt(String botName) {
        CommandParser namesake = new CommandParser(botName);
        List<String> heard = List.of("/dial 2044", "Dial 2044", "answer", "hangup", "record stop").stream()
                .map(said -> new InShort(namesake.parse(said)).text())
                .toList();
        assertEquals(List.of("Dial[2044]", "Dial[2044]", "Answer[any]", "HANG_UP[any]", "STOP_RECORDING[any]"), heard);
    }

    @ParameterizedTest(name = "{0}: {1}")
    @CsvSource(delimiter = '|', textBlock = """
            Callbot          | Callbot, /echo hi
            Callbot          | @Callbot: echo hi
            Call (Bot) *     | Call (Bot) * /echo hi
            Call (Bot) *     | @Call (Bot) *, /echo hi
            Call (Bot) *     | Call Bot /echo hi
            Call (Bot) *     | call /echo hi
            🤖 Callbot       | 🤖 Callbot echo hi
            🤖 Callbot       | Callbot, echo hi
            C++ [Bot]?       | @C++ [Bot]? echo hi
            "Ana's \\E.* bot" | Ana's \\E.* bot, echo hi
            ***              | /echo hi
            """)
    void theBotsNameInFrontIsCutOffWithAllItsSigns(String botName, String said) {
        assertEquals(new Remark.Echo("hi"), new CommandParser(botName).parse(said));
    }

    @Test
    void aMentionInTheMiddleStaysInTheText() {
        assertEquals("Echo[Call Robot rocks]", inShort("/echo Call Robot rocks"));
    }

    @Test
    void everyExampleIsUnderstoodAsItsOwnCommand() {
        for (CommandSpec spec : parser.specs()) {
            Command command = parser.parse(spec.example());
            assertFalse(command instanceof Remark.Malformed || command instanceof Remark.NotUnderstood, spec.example());
            assertTrue((spec.example() + " ").startsWith("/" + spec.word() + " "), spec.example());
        }
    }

    @Test
    void thereIsAWordForEverySimpleAction() {
        for (Simple action : Simple.values()) {
            assertTrue(
                    parser.specs().stream()
                            .flatMap(spec -> List.of("", " voicemail", " start", " stop", " pause", " resume").stream()
                                    .map(rest -> inShort("/" + spec.word() + rest)))
                            .anyMatch((action.name() + "[any]")::equals),
                    action::name);
        }
    }

    @ParameterizedTest(name = "{0}: {1}")
    @CsvSource(delimiter = '|', textBlock = """
            /auth xyz         | I know `/auth`, `/auth clear`, `/auth force`, `/auth maintenance`
            /answer me please | after it comes only a call's number from `/calls`, such as 2
            /reject busy now  | after it comes only a call's number from `/calls`, such as 2
            /why not          | it takes nothing after it
            /pull 2044        | it takes nothing after it
            /dial             | it needs a number or an address
            /transfer call 2  | it needs a number or an address
            /barge            | it needs a number or an address
            /echo             | there is nothing to say back
            /record           | I know `/record start`, `/record stop`, `/record pause`, `/record resume`
            /dtmf 12 steps    | it takes up to 64 of 0-9, *, #, A-D, and a comma for a pause
            /transfer 408 555 0134 x12 | nothing can be keyed in there, so leave the extension out, and write only `4085550134`
            /dial 12/05/2024  | that looks like a date; if it is a number, write its digits with nothing between them
            /history 0        | I know `/history`, `/history placed`, `/history missed`, `/history received`, and a page after it
            """)
    void whatIsWrongSaysWhatIsRight(String typed, String problem) {
        assertEquals(problem, ((Remark.Malformed) parser.parse(typed)).problem());
    }

    @Test
    void whatIsTooLongIsNotRead() {
        String most = "/echo " + "a".repeat(CommandParser.MAX_LENGTH - 6);
        assertInstanceOf(Remark.Echo.class, parser.parse(most));
        assertEquals(new Remark.TooLong(CommandParser.MAX_LENGTH), parser.parse(most + "a"));
        assertEquals(new Remark.TooLong(CommandParser.MAX_LENGTH), parser.parse(" ".repeat(1_001), BUTTON));
    }

    /** The bound hides what would grow with the square of the length, so it is left out here. */
    @ParameterizedTest
    @ValueSource(
            strings = {
                "/transfer x{ }x",
                "/transfer {call }",
                "/transfer {call 2 }",
                "/dial x{ }x",
                "/dial {on }x",
                "/dial { on}",
                "/dial {1 }",
                "/dial {1,}x",
                "/dial {(}",
                "/dial {ext}",
                "/dial {<}",
                "/park {2 }x",
                "/record {start }",
                "/reject {busy }",
                "/history {1}",
                "/dtmf {1 }x",
                "/divert { }2 2",
                "{ }x",
                "{x}",
                "/{x }",
                "{@ }Call",
                "{Call }",
                "{Call Robot }",
                "Call{,}x",
                "/help {x}",
                "/auth {clear }",
                "/answer {on }",
                "/dial 1 as {x }",
                "/dial {as }x",
                "call {x }",
                "call {x}",
                "call {1 }",
                "call {1,}x",
                "{call }",
                "hang{-}up",
                "{a-}",
                "put {the }call on hold",
                "{please }",
                "{can you }hang up",
                "hang up{ please}",
                "{hang up }",
                "call bob {on }desk phone",
                "{'}s{'}",
                "{👍}"
            })
    void readingTakesTenTimesAsLongForATextOfTenTimesTheLength(String pattern) {
        long once = cpuTime(repeated(pattern, 1_500));
        long tenTimes = cpuTime(repeated(pattern, 15_000));
        assertTrue(tenTimes < 30 * once + 2_000_000, () -> pattern + " took " + once + " ns, then " + tenTimes);
    }

    private static String repeated(String pattern, int times) {
        Matcher braces = Pattern.compile("\\{(.*)}").matcher(pattern);
        return braces.replaceFirst(
                found -> Matcher.quoteReplacement(found.group(1).repeat(times)));
    }

    /** The least of a few tries, in nanoseconds of this thread alone, so that others who are at work do not count. */
    private long cpuTime(String text) {
        var threads = ManagementFactory.getThreadMXBean();
        return IntStream.range(0, 5)
                .mapToLong(i -> {
                    long start = threads.getCurrentThreadCpuTime();
                    parser.read(text, Optional.empty());
                    return threads.getCurrentThreadCpuTime() - start;
                })
                .min()
                .orElseThrow();
    }

    private String inShort(String typed) {
        return new InShort(parser.parse(typed)).text();
    }
}
