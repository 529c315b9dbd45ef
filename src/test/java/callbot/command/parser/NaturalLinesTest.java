package callbot.command.parser;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import callbot.command.Command;
import callbot.command.Remark;
import callbot.command.Remark.NotUnderstood.Offer;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.function.Predicate;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

/**
 * What becomes of hundreds of lines as people write them. They were written down before the grammar, and each third one was not
 * looked at while it was made.
 */
class NaturalLinesTest {

    private static final int LEAST_UNDERSTOOD = 85;
    private static final int MOST_OFFERED_FOR_NOTHING = 15;

    private final CommandParser parser = new CommandParser("Callbot");

    /** A line, what shall become of it, and whether it was out of sight when the grammar was made. */
    private record Line(String expected, String said, boolean hidden) {

        boolean isNatural() {
            return !expected.equals("-");
        }

        boolean mayAct() {
            return isNatural() && !expected.startsWith("?");
        }

        String command() {
            return expected.replaceFirst("^\\?", "");
        }
    }

    /** What became of a line. */
    private enum Fate {
        /** What was wanted is done. */
        UNDERSTOOD,
        /** What was wanted is offered. */
        OFFERED,
        /** It is not understood. */
        REFUSED,
        /** Something else is offered. */
        OFFERED_SOMETHING_ELSE,
        /** Something is done that was not wanted, or not for certain. */
        WRONG
    }

    @Test
    void noLineActsThatShouldNot() {
        List<String> wrong = lines().stream()
                .filter(line -> fate(line) == Fate.WRONG)
                .map(this::told)
                .toList();
        assertEquals(List.of(), wrong, this::figures);
    }

    @Test
    void whatPeopleMeanIsUnderstoodOrOffered() {
        assertTrue(understood(line -> true) >= LEAST_UNDERSTOOD, this::figures);
        assertTrue(understood(Line::hidden) >= LEAST_UNDERSTOOD, this::figures);
    }

    @Test
    void littleIsOfferedForNothing() {
        List<Line> chat = lines().stream().filter(line -> !line.isNatural()).toList();
        long offered = chat.stream().filter(line -> fate(line) != Fate.REFUSED).count();
        assertTrue(offered * 100 <= MOST_OFFERED_FOR_NOTHING * chat.size(), this::figures);
    }

    @Test
    void thereAreEnoughLinesOfEachKind() {
        List<Line> all = lines();
        assertTrue(all.size() >= 400, () -> "" + all.size());
        assertTrue(all.stream()
                        .map(Line::command)
                        .map(NaturalLinesTest::intent)
                        .distinct()
                        .count()
                >= 28);
        assertTrue(all.stream().filter(line -> !line.isNatural()).count() >= 80);
    }

    private static String intent(String command) {
        return command.replaceFirst(" .*", "");
    }

    private Fate fate(Line line) {
        Command command = parser.parse(line.said());
        return switch (command) {
            case Remark.NotUnderstood(String said, List<Offer> offers) ->
                offered(line, offers.stream().map(Offer::command).toList());
            case Remark.WhichNumber(var choices, var button) ->
                offered(
                        line,
                        choices.stream().map(Remark.WhichNumber.Choice::command).toList());
            case Remark.Malformed malformed -> Fate.REFUSED;
            case Remark.TooLong tooLong -> Fate.REFUSED;
            default -> line.mayAct() && isMeant(line, command) ? Fate.UNDERSTOOD : Fate.WRONG;
        };
    }

    private Fate offered(Line line, List<String> commands) {
        if (commands.isEmpty()) return Fate.REFUSED;
        boolean meant = line.isNatural() && commands.stream().anyMatch(command -> isMeant(line, parser.parse(command)));
        return meant ? Fate.OFFERED : Fate.OFFERED_SOMETHING_ELSE;
    }

    private boolean isMeant(Line line, Command command) {
        return line.command().startsWith("/")
                ? parser.parse(line.command()).equals(command)
                : command instanceof Remark.Courtesy(var kind)
                        && line.command().equals("(" + kind.name().toLowerCase(Locale.ROOT) + ")");
    }

    private long understood(Predicate<Line> which) {
        List<Line> natural =
                lines().stream().filter(which).filter(Line::isNatural).toList();
        long understood = natural.stream()
                .map(this::fate)
                .filter(fate -> fate == Fate.UNDERSTOOD || fate == Fate.OFFERED)
                .count();
        return understood * 100 / natural.size();
    }

    private String figures() {
        StringBuilder figures = new StringBuilder("\n");
        for (boolean hidden : List.of(false, true)) {
            for (boolean natural : List.of(true, false)) {
                List<Line> some = lines().stream()
                        .filter(line -> line.hidden() == hidden && line.isNatural() == natural)
                        .toList();
                figures.append(hidden ? "kept out of sight, " : "seen, ")
                        .append(natural ? "natural: " : "chat: ")
                        .append(some.size());
                for (Fate fate : Fate.values())
                    figures.append(", ")
                            .append(fate)
                            .append(' ')
                            .append(some.stream()
                                    .filter(line -> fate(line) == fate)
                                    .count());
                figures.append('\n');
            }
        }
        return figures.toString();
    }

    private String told(Line line) {
        return line.expected() + " | " + line.said() + " -> " + new InShort(parser.parse(line.said())).text();
    }

    private static List<Line> lines() {
        try (var in = NaturalLinesTest.class.getResourceAsStream("natural-lines.csv");
                var reader = new BufferedReader(new InputStreamReader(in, StandardCharsets.UTF_8))) {
            List<String[]> cells = reader.lines()
                    .filter(line -> !line.isBlank() && !line.startsWith("#"))
                    .map(line -> line.split("\\|", 2))
                    .toList();
            List<Line> lines = new ArrayList<>();
            IntStream.range(0, cells.size())
                    .forEach(i -> lines.add(new Line(cells.get(i)[0], cells.get(i)[1], i % 3 == 2)));
            return lines;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
