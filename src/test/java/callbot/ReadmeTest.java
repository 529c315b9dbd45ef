package callbot;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import callbot.command.parser.CommandParser;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** What README.md and .env.sample say about the program is true. */
class ReadmeTest {

    private static final Path README = Path.of("README.md");
    private static final Path SAMPLE = Path.of(".env.sample");
    private static final Pattern STOP = Pattern.compile("(?m)^\\d+\\. \\[`\\w+`\\]\\((\\S+\\.java)\\)");
    private static final Pattern LINK = Pattern.compile("]\\((?!https?:|#)([^)#\\s]+)");
    private static final Pattern SETTING = Pattern.compile("(?m)^#?([A-Z][A-Z_]+)=");

    @Test
    void theTableOfCommandsIsTheOneThatTheParserKnows() throws IOException {
        List<String> expected = new ArrayList<>(List.of("| You write | It does |", "|---|---|"));
        new CommandParser("Robot")
                .specs()
                .forEach(spec -> expected.add("| `" + spec.usage().replace("|", "\\|") + "` | " + spec.does() + " |"));
        List<String> lines = Files.readAllLines(README);
        int from = lines.indexOf(expected.getFirst());
        assertTrue(from >= 0, "README.md has no table of commands");
        List<String> table = lines.stream()
                .skip(from)
                .takeWhile(line -> line.startsWith("|"))
                .toList();
        assertEquals(expected, table);
    }

    @Test
    void everyLinkOfTheDocumentsLeadsSomewhere() throws IOException {
        List<String> broken = new ArrayList<>();
        try (Stream<Path> documents = Files.walk(Path.of("docs"))) {
            List<Path> pages = Stream.concat(documents, Stream.of(README, Path.of("CONTRIBUTING.md")))
                    .filter(page -> page.toString().endsWith(".md"))
                    .toList();
            for (Path page : pages) {
                LINK.matcher(Files.readString(page).replaceAll("(?s)\n```\n.*?\n```\n", "\n")) // quoted as it is
                        .results()
                        .map(link -> page.resolveSibling(link.group(1)))
                        .filter(target -> !Files.exists(target))
                        .forEach(target -> broken.add(page + " leads to " + target));
            }
            assertTrue(pages.size() >= 9, pages::toString);
        }
        assertEquals(List.of(), broken);
    }

    /** Whoever follows the list meets no class that nothing has led to. */
    @Test
    void theReadingOrderLeadsFromEachStopToTheNext() throws IOException {
        List<Path> stops = STOP.matcher(Files.readString(README))
                .results()
                .map(stop -> Path.of(stop.group(1)))
                .toList();
        assertTrue(stops.size() >= 10 && stops.size() <= 15, stops::toString);
        StringBuilder read = new StringBuilder();
        for (Path stop : stops) {
            String name = stop.getFileName().toString().replace(".java", "");
            boolean isNamed =
                    Pattern.compile("\\b" + name + "\\b").matcher(read).find();
            String source = Files.readString(stop);
            boolean namesAnInterfaceBefore = stops.stream()
                    .takeWhile(one -> !one.equals(stop))
                    .map(one -> one.getFileName().toString().replace(".java", ""))
                    .anyMatch(one -> source.contains("implements " + one));
            assertTrue(read.isEmpty() || isNamed || namesAnInterfaceBefore, name + " comes out of nowhere");
            read.append(source);
        }
    }

    @Test
    void everyVariableIsExplainedInTheSampleAndNamedInTheReadme() throws IOException {
        List<String> sample = settings();
        String readme = Files.readString(README);
        for (String name : ReadableVariables.all()) {
            assertTrue(sample.contains(name), name + " is not in .env.sample");
            assertTrue(readme.contains("`" + name + "`"), name + " is not in README.md");
        }
    }

    @Test
    void theSampleNamesNoVariableThatNobodyReads() throws IOException {
        List<String> known = new ArrayList<>(ReadableVariables.all());
        known.add("NGROK_AUTHTOKEN"); // ngrok's own, which docker compose hands on
        assertEquals(
                List.of(),
                settings().stream().filter(name -> !known.contains(name)).toList());
    }

    @Test
    void everyTestThatTheThreatModelNamesIsThere() throws IOException {
        List<String> named = Pattern.compile("[A-Z][A-Za-z]+Test\\b")
                .matcher(Files.readString(Path.of("docs/security.md")))
                .results()
                .map((MatchResult name) -> name.group() + ".java")
                .distinct()
                .toList();
        assertTrue(named.size() > 10, named.toString());
        try (Stream<Path> files = Files.walk(Path.of("src/test/java"))) {
            List<String> there =
                    files.map(file -> file.getFileName().toString()).toList();
            assertEquals(
                    List.of(),
                    named.stream().filter(name -> !there.contains(name)).toList());
        }
    }

    private static List<String> settings() throws IOException {
        return SETTING.matcher(Files.readString(SAMPLE))
                .results()
                .map((MatchResult name) -> name.group(1))
                .toList();
    }
}
