package callbot;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import javax.tools.Diagnostic;
import javax.tools.DiagnosticCollector;
import javax.tools.JavaCompiler;
import javax.tools.JavaFileObject;
import javax.tools.SimpleJavaFileObject;
import javax.tools.ToolProvider;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What {@code docs/add-a-command.md} says to do works, and the compiler asks for what it says that it asks for. */
class AddACommandTest {

    private static final Path SOURCES = Path.of("src/main/java/callbot");
    private static final Pattern CHANGE = Pattern.compile("```diff\n--- (\\S+)\n(.*?)```", Pattern.DOTALL);

    /** The page's first two changes say what there is. */
    private static final int MEANING = 2;

    @TempDir
    private Path output;

    @Test
    void theCompilerAsksForTheRest() throws IOException {
        assertEquals(
                new TreeSet<>(List.of("CommandRunner.java", "CommandTable.java")),
                complaints(changed(changes().subList(0, MEANING))).keySet());
    }

    @Test
    void afterAllChangesItCompiles() throws IOException {
        assertEquals(Map.of(), complaints(changed(changes())));
    }

    private static List<MatchResult> changes() throws IOException {
        return CHANGE.matcher(Files.readString(Path.of("docs/add-a-command.md")))
                .results()
                .toList();
    }

    /** All of the bot's sources, by file, with these changes. */
    private static Map<Path, String> changed(List<MatchResult> changes) throws IOException {
        Map<Path, String> sources = new TreeMap<>();
        try (Stream<Path> files = Files.walk(SOURCES)) {
            for (Path file :
                    files.filter(one -> one.toString().endsWith(".java")).toList())
                sources.put(file, Files.readString(file));
        }
        for (MatchResult change : changes)
            sources.compute(Path.of(change.group(1)), (file, source) -> changed(source, change.group(2)));
        return sources;
    }

    /** Lines with a plus go behind the line before them, which a line with a minus takes away. */
    private static String changed(String source, String change) {
        StringBuilder text = new StringBuilder(source);
        int at = 0;
        for (String line : change.lines().toList()) {
            String rest = line.isEmpty() ? "" : line.substring(1);
            if (line.startsWith("+")) {
                text.insert(at, rest + "\n");
                at += rest.length() + 1;
            } else if (line.startsWith("-")) {
                at -= rest.length() + 1;
                text.delete(at, at + rest.length() + 1);
            } else {
                int found = text.indexOf("\n" + rest + "\n");
                assertTrue(found >= 0, () -> "there is no line “" + rest + "”");
                at = found + rest.length() + 2;
            }
        }
        return text.toString();
    }

    private Map<String, String> complaints(Map<Path, String> sources) {
        JavaCompiler compiler = ToolProvider.getSystemJavaCompiler();
        DiagnosticCollector<JavaFileObject> found = new DiagnosticCollector<>();
        List<String> options = List.of(
                "--release",
                "21",
                "-proc:none",
                "--should-stop=ifError=GENERATE",
                "-XDcompilePolicy=bytodo",
                "-d",
                output.toString());
        List<JavaFileObject> files = sources.entrySet().stream()
                .<JavaFileObject>map(source -> new Source(source.getKey(), source.getValue()))
                .toList();
        compiler.getTask(null, null, found, options, null, files).call();
        Map<String, String> complaints = new TreeMap<>();
        for (Diagnostic<? extends JavaFileObject> one : found.getDiagnostics()) {
            if (one.getKind() == Diagnostic.Kind.ERROR)
                complaints.put(
                        Path.of(one.getSource().getName()).getFileName().toString(), one.getMessage(Locale.ROOT));
        }
        return complaints;
    }

    private static final class Source extends SimpleJavaFileObject {

        private final String text;

        private Source(Path file, String text) {
            super(URI.create("string:///" + file), Kind.SOURCE);
            this.text = text;
        }

        @Override
        public CharSequence getCharContent(boolean ignoreEncodingErrors) {
            return text;
        }
    }
}
