package callbot.chat;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import callbot.command.CommandSpec;
import callbot.command.CommandSpec.Group;
import callbot.command.Remark;
import callbot.command.parser.CommandParser;
import callbot.webex.messaging.Draft;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class HelpTextTest {

    private final CommandParser parser = new CommandParser("Robot");
    private final HelpText help = new HelpText(parser, false, false);

    @ParameterizedTest
    @ValueSource(booleans = {true, false})
    void allCommandsFitInTwelveLines(boolean signedIn) {
        String told = help.overview(signedIn, false, Set.of()).markdown();
        assertTrue(told.lines().count() <= 12, told);
        for (CommandSpec spec : parser.specs()) {
            assertEquals(isForEverybody(spec), told.contains("`" + spec.usage() + "`"), spec.usage());
        }
    }

    private static boolean isForEverybody(CommandSpec spec) {
        return spec.group() != Group.ADMINISTRATION && !needsMore(spec);
    }

    private static boolean needsMore(CommandSpec spec) {
        return spec.group() == Group.LINE || spec.word().equals("recordings");
    }

    @Test
    void whatNeedsAFurtherPermissionIsToldOnlyWhereItIsAskedFor() {
        HelpText all = new HelpText(parser, true, true);
        for (CommandSpec spec : parser.specs()) {
            if (!needsMore(spec)) continue;
            for (boolean signedIn : new boolean[] {true, false}) {
                assertTrue(
                        all.overview(signedIn, false, Set.of()).markdown().contains("`" + spec.usage() + "`"),
                        spec.usage());
                assertTrue(
                        card(all.overview(signedIn, false, Set.of())).contains("\"title\":\"/" + spec.word() + "\""),
                        spec.word());
                assertFalse(card(help.overview(signedIn, false, Set.of())).contains("/" + spec.word()), spec.word());
            }
        }
    }

    @Test
    void eachPermissionIsTakenForItself() {
        String settings = new HelpText(parser, true, false)
                .overview(true, false, Set.of())
                .markdown();
        assertTrue(settings.contains("/dnd") && !settings.contains("/recordings"), settings);
        String recordings = new HelpText(parser, false, true)
                .overview(true, false, Set.of())
                .markdown();
        assertTrue(recordings.contains("/recordings") && !recordings.contains("/dnd"), recordings);
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            true  | false | Make and take calls, During a call, Look around, and your account
            false | false | Look around, and your account, Make and take calls, During a call
            true  | true  | Make and take calls, During a call, Look around, and your account, For administrators
            false | true  | Look around, and your account, Make and take calls, During a call, For administrators
            """)
    void whatWorksNowComesFirst(boolean signedIn, boolean admin, String titles) {
        Draft told = help.overview(signedIn, admin, Set.of());
        assertEquals(
                titles,
                String.join(
                        ", ",
                        told.markdown()
                                .lines()
                                .filter(line -> line.startsWith("**"))
                                .map(line -> line.replace("*", ""))
                                .toList()));
        assertEquals(!signedIn, told.markdown().startsWith("Sign in first: `/auth`"));
        assertEquals(!signedIn, card(told).contains("Sign in first: /auth"));
    }

    @ParameterizedTest
    @CsvSource({"true, true", "true, false", "false, true", "false, false"})
    void theCardNamesAndExplainsEachCommand(boolean signedIn, boolean admin) {
        String card = card(help.overview(signedIn, admin, Set.of()));
        for (CommandSpec spec : parser.specs()) {
            boolean told = isForEverybody(spec) || admin && spec.group() == Group.ADMINISTRATION;
            assertEquals(told, card.matches(".*[\" ]/" + spec.word() + "[\",].*"), spec.word());
            assertEquals(told, card.contains("\"title\":\"/" + spec.word() + "\",\"value\":\"" + spec.does()));
        }
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
    void whatMakesNoSenseIsToldWithAnExample() {
        Remark.Malformed malformed = (Remark.Malformed) parser.parse("hold me please");
        assertEquals(
                "I have done nothing: `/hold` — after it comes only a call's number from `/calls`, such as 2."
                        + "\n\nIt goes like this: `/hold [n]`, for example `/hold`",
                help.malformed(malformed.spec(), malformed.problem()).markdown());
    }

    @Test
    void theWelcomeSaysHowToBegin() {
        List<String> ways = List.of("`/dial +1 408 555 0134`", "`/answer`", "`/help`", "`/auth`");
        ways.forEach(way -> assertTrue(HelpText.WELCOME.markdown().contains(way), way));
        assertTrue(card(HelpText.WELCOME).contains("\"command\":\"/auth\""));
        assertFalse(card(HelpText.WELCOME).contains("`"));
    }

    private static String card(Draft draft) {
        return draft.card().orElseThrow().toJson().toString();
    }
}
