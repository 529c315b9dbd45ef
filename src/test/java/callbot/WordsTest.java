package callbot;

import static org.junit.jupiter.api.Assertions.assertEquals;

import callbot.testing.SpokenText;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/** Everything the bot can say, as one text: {@code docs/words.md} shows it, and it is held to the voice of the product. */
class WordsTest {

    private static final Path PAGE = Path.of("docs", "words.md");
    private static final Path SOURCES = Path.of("src/main/java/callbot");

    /** These hold what the bot understands, and not what it says. */
    private static final Set<String> EARS = Set.of(
            "Courtesies",
            "Lookalike",
            "NaturalWords",
            "PersonName",
            "Phrasebook",
            "Phrases",
            "Saying",
            "WordTokens",
            "Wording");

    private static final Pattern NO_TEXT = Pattern.compile("\\(\\?|\\\\|event=|^[A-Za-z]+ HH|MMMM");

    /** The product's voice: no apologies, no officialese, none of our own plumbing. */
    private static final Pattern OUT_OF_VOICE = Pattern.compile(
            "\\b(?i:please|unfortunately|successful(ly)?|invalid|in order to|so that I may|utili[sz]e|user|tracking id|HTTP|token|"
                    + "goes by|has been|kindly|oops)\\b");

    private static final Pattern SLOPPY = Pattern.compile("\\.\\.|!!|\\?\\?| [,.;:!?]( |$)| {2}|\\bi\\b|!.*!.*!");

    private static final int MOST_WORDS = 32;

    /** The texts of each class, by package and class. */
    private static final Map<String, Map<String, List<String>>> TEXTS = new TreeMap<>();

    @BeforeAll
    static void read() throws IOException {
        for (String name : List.of("call", "chat", "command", "signin")) {
            try (Stream<Path> files = Files.walk(SOURCES.resolve(name))) {
                for (Path file : files.filter(Files::isRegularFile).sorted().toList()) {
                    String type = file.getFileName().toString().replace(".java", "");
                    List<String> texts = SpokenText.in(file).stream()
                            .filter(text -> !NO_TEXT.matcher(text).find())
                            .map(text -> text.replaceAll(" +\\| +", " | ")) // a table
                            .distinct()
                            .toList();
                    if (!texts.isEmpty() && !EARS.contains(type) && !type.matches(".*(Exception|Phrases|Phrasebook)"))
                        TEXTS.computeIfAbsent(packageOf(file), key -> new TreeMap<>())
                                .put(type, texts);
                }
            }
        }
    }

    @Test
    void thePageShowsAllOfIt() throws IOException {
        String page = page();
        if (Boolean.getBoolean("callbot.write.docs")) Files.writeString(PAGE, page);
        assertEquals(
                Files.readString(PAGE), page, "mvn test -Dtest=WordsTest -Dcallbot.write.docs=true writes it anew");
    }

    @Test
    void itIsInOneVoice() {
        assertEquals(List.of(), finds(OUT_OF_VOICE));
    }

    @Test
    void itIsWrittenWithCare() {
        assertEquals(List.of(), finds(SLOPPY));
    }

    @Test
    void noSentenceIsLong() {
        List<String> found = new ArrayList<>();
        all().forEach(text -> Stream.of(text.split("(?<=[.?!:;])\\s+|\n"))
                .filter(sentence -> sentence.split("\\s+").length > MOST_WORDS)
                .forEach(found::add));
        assertEquals(List.of(), found);
    }

    /** As in a link. */
    private static String packageOf(Path file) {
        return SOURCES.relativize(file.getParent()).toString().replace('\\', '/');
    }

    private static List<String> finds(Pattern pattern) {
        return all().filter(text -> pattern.matcher(text).find()).toList();
    }

    private static Stream<String> all() {
        return TEXTS.values().stream().flatMap(types -> types.values().stream()).flatMap(List::stream);
    }

    private static String page() {
        StringBuilder page = new StringBuilder("""
                # Everything the bot can say

                Made from the code by [`WordsTest`](../src/test/java/callbot/WordsTest.java), which also holds it to the product's voice. … is
                what the bot puts in, ⏎ begins a new line. Short words on their own stand on buttons and cards.
                """);
        TEXTS.forEach((name, types) -> types.forEach((type, texts) -> {
            page.append("\n## [").append(type).append("](../src/main/java/callbot/");
            page.append(name).append('/').append(type).append(".java)\n\n```\n");
            texts.forEach(
                    text -> page.append(text.replaceAll("\\s*\n\\s*", " ⏎ ")).append('\n'));
            page.append("```\n");
        }));
        return page.toString();
    }
}
