package callbot.command;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import callbot.command.Command.CallChoice;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Random;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvFileSource;
import org.junit.jupiter.params.provider.ValueSource;

class CommandParserTest {

    private static final List<String> PIECES = Stream.of(
                    "dial /dial DIAL answer /answer hangup /hangup calls /calls auth /auth redis /redis all clear force maintenance monitor on off json",
                    "help echo status history / // @ 1 2 99 2044 +1 don't foo https://example.com/dial Call Robot @Call . , ! : - '",
                    "a s l x \u200b \u00a0 \u0000 é İ ſ 😀 \ud83d")
            .flatMap(pieces -> Stream.concat(Stream.of(pieces.split(" ")), Stream.of(" ", " ", " ", "\t", "\n")))
            .toList();

    private final CommandParser parser = new CommandParser("Call Robot");

    @ParameterizedTest(name = "{1} is {0}")
    @CsvFileSource(resources = "commands.csv", numLinesToSkip = 1, delimiter = '|')
    void understandsWhatIsSaid(Typed command, Typed typed) {
        assertEquals(command.text(), described(parser.parse(typed.text())));
    }

    @Test
    void nothingHappensUnlessTheFirstWordIsTheVeryCommand() {
        Random random = new Random(11);
        int acting = 0;
        for (int i = 0; i < 100_000; i++) {
            String typed = anyText(random);
            Command command = parser.parse(typed);
            if (!command.changesTheWorld()) continue;
            acting++;
            assertTrue(saysSo(command, typed), () -> "\"" + typed + "\" became " + command);
        }
        assertTrue(acting > 1000, "too few acted to prove anything: " + acting);
    }

    @Test
    void aButtonSpeaksOfItsOwnCall() {
        Optional<String> call = Optional.of("call-1");
        assertEquals(new Command.Answer(new CallChoice.WithId("call-1")), parser.parse("/answer", call));
        assertEquals(new Command.HangUp(new CallChoice.WithId("call-1")), parser.parse("/hangup", call));
        assertEquals(new Command.HangUp(new CallChoice.Numbered(2)), parser.parse("/hangup 2", call));
        assertEquals(new Command.ListCalls(), parser.parse("/calls", call));
        assertEquals(new Command.Help(Optional.empty()), parser.parse("", call));
    }

    @ParameterizedTest
    @ValueSource(strings = {"Dial", "Dial Robot", "Answer", "Help Desk", "Hangup Bot"})
    void aBotNamedLikeACommandStillHearsIt(String botName) {
        CommandParser namesake = new CommandParser(botName);
        assertEquals("Dial[2044]", described(namesake.parse("/dial 2044")));
        assertEquals("Dial[2044]", described(namesake.parse("Dial 2044")));
        assertEquals("Answer[any]", described(namesake.parse("answer")));
        assertEquals("HangUp[any]", described(namesake.parse("hangup")));
    }

    @Test
    void aMentionInTheMiddleStaysInTheText() {
        assertEquals("Echo[Call Robot rocks]", described(parser.parse("/echo Call Robot rocks")));
    }

    @Test
    void everyExampleIsUnderstoodAsItsOwnCommand() {
        for (CommandSpec spec : parser.specs()) {
            Command command = parser.parse(spec.example());
            assertFalse(command instanceof Command.Malformed || command instanceof Command.Unknown, spec.example());
            assertTrue(spec.example().startsWith("/" + spec.word()), spec.example());
        }
    }

    @Test
    void whatIsWrongSaysWhatIsRight() {
        assertEquals("I know `/auth`, `/auth clear`, `/auth force`, `/auth maintenance`", problem("/auth xyz"));
        assertEquals("after it comes only a call's number from `/calls`, such as 2", problem("/answer me please"));
        assertEquals("it takes nothing after it", problem("/calls now"));
        assertEquals("it needs a number or an address", problem("/dial"));
        assertEquals("there is nothing to say back", problem("/echo"));
    }

    private String problem(String typed) {
        return ((Command.Malformed) parser.parse(typed)).problem();
    }

    private static boolean saysSo(Command command, String typed) {
        String word = switch (command) {
            case Command.SignOut signOut -> "auth";
            case Command.DropSignIns dropSignIns -> "auth";
            case Command.StoreClear clear -> "redis";
            default -> command.getClass().getSimpleName().toLowerCase(Locale.ROOT);
        };
        String blank = "[\\s\\p{Z}\\p{Cf}]";
        String mention = "(?i:@?Call(?: Robot)?" + blank + "+)?";
        String wanted = blank + "*" + mention + "/?(?i:" + word + ")(?:" + blank + ".*)?";
        return Pattern.compile(wanted, Pattern.DOTALL).matcher(typed).matches();
    }

    private static String anyText(Random random) {
        String start = random.nextBoolean()
                ? ""
                : List.of("/dial ", "answer ", "/hangup ", "/auth ").get(random.nextInt(4));
        return random.ints(random.nextLong(6), 0, PIECES.size())
                .mapToObj(PIECES::get)
                .collect(Collectors.joining("", random.nextInt(4) == 0 ? "" : start, ""));
    }

    private static String described(Command command) {
        return command.getClass().getSimpleName()
                + switch (command) {
                    case Command.Help(var about) ->
                        about.map(CommandSpec::word).map(CommandParserTest::in).orElse("[]");
                    case Command.Monitor(var mode) -> in(mode.name());
                    case Command.Dial(DialString to) ->
                        in(to.value() + to.extension().map(more -> "," + more).orElse(""));
                    case Command.Answer(var choice) -> in(described(choice));
                    case Command.HangUp(var choice) -> in(described(choice));
                    case Command.History(var kind) ->
                        kind.map(Enum::name).map(CommandParserTest::in).orElse("[]");
                    case Command.Echo(String text) -> in(text);
                    case Command.Unknown(String word, var nearest) ->
                        in(word + nearest.map(spec -> "?" + spec.word()).orElse(""));
                    case Command.Malformed(CommandSpec spec, String problem) -> in(spec.word());
                    case Command.SignIn signIn -> "[]";
                    case Command.SignInAnew signInAnew -> "[]";
                    case Command.SignOut signOut -> "[]";
                    case Command.DropSignIns dropSignIns -> "[]";
                    case Command.StoreInfo storeInfo -> "[]";
                    case Command.StoreClear(boolean confirmed) -> in(confirmed ? "confirmed" : "asked");
                    case Command.ListCalls listCalls -> "[]";
                    case Command.Status status -> "[]";
                };
    }

    private static String described(CallChoice choice) {
        return switch (choice) {
            case CallChoice.WhicheverFits any -> "any";
            case CallChoice.Numbered(int number) -> "#" + number;
            case CallChoice.WithId(String id) -> id;
        };
    }

    private static String in(String detail) {
        return "[" + detail + "]";
    }
}
