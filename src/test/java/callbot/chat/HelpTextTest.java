package callbot.chat;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import callbot.command.Command;
import callbot.command.CommandParser;
import callbot.command.CommandSpec;
import callbot.webex.Draft.Button;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class HelpTextTest {

    private final CommandParser parser = new CommandParser("Robot");
    private final HelpText help = new HelpText(parser);

    @ParameterizedTest
    @ValueSource(booleans = {true, false})
    void allCommandsFitInTwelveLines(boolean signedIn) {
        String told = help.overview(signedIn, false).markdown();
        assertTrue(told.lines().count() <= 12, told);
        List<String> expected = parser.specs().stream()
                .filter(spec -> spec.group() != CommandSpec.Group.ADMINISTRATION)
                .map(spec -> "- `" + spec.usage() + "` " + spec.does())
                .toList();
        assertEquals(
                expected, told.lines().filter(line -> line.startsWith("- ")).toList());
    }

    @Test
    void onlyAdministratorsAreToldWhatOnlyTheyMayDo() {
        assertTrue(help.overview(true, true).markdown().contains("/redis info|clear"));
        assertFalse(help.overview(true, false).markdown().contains("/redis"));
    }

    @Test
    void whoHasNotSignedInIsToldHowFirst() {
        assertTrue(help.overview(false, false)
                .markdown()
                .lines()
                .findFirst()
                .orElseThrow()
                .contains("`/auth`"));
        assertFalse(help.overview(true, false)
                .markdown()
                .lines()
                .findFirst()
                .orElseThrow()
                .contains("`/auth`"));
    }

    @Test
    void saysMoreAboutEachCommand() {
        for (CommandSpec spec : parser.specs()) {
            String told = help.about(spec).markdown();
            assertTrue(told.startsWith("`" + spec.usage() + "` — " + spec.does() + "."), told);
            assertTrue(told.endsWith("For example: `" + spec.example() + "`"), told);
        }
    }

    @Test
    void aSuggestionSaysThatNothingWasDone() {
        Command.Unknown typo = (Command.Unknown) parser.parse("/dail 5");
        assertEquals(
                "I do not know “/dail”. Did you mean `/dial`? I have done nothing. `/help dial` says more.",
                help.unknown(typo.word(), typo.nearest()).markdown());
        assertEquals(
                "I do not know “\\*\\*x\\*\\*”. `/help` shows what I understand.",
                help.unknown("**x**", Optional.empty()).markdown());
    }

    @Test
    void whatMakesNoSenseIsToldWithAnExample() {
        Command.Malformed malformed = (Command.Malformed) parser.parse("answer me please");
        assertEquals(
                "I have done nothing: `/answer` — after it comes only a call's number from `/calls`, such as 2."
                        + "\n\nIt goes like this: `/answer [n]`, for example `/answer`",
                help.malformed(malformed.spec(), malformed.problem()).markdown());
    }

    @Test
    void theWelcomesButtonsSayCommands() {
        assertTrue(HelpText.WELCOME.markdown().contains("`/auth`"));
        for (Button button : HelpText.WELCOME.buttons()) {
            Command command = parser.parse(((Button.Say) button).command());
            assertTrue(command instanceof Command.SignIn || command instanceof Command.Help, button::toString);
        }
    }
}
