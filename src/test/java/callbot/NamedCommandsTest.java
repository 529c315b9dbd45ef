package callbot;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/**
 * A text that names a command is written with buttons. What they say is seen on the wire, by {@link ButtonCheck}; here it is
 * held that no such text is written as a mere text, also where no scene comes by.
 */
class NamedCommandsTest {

    /** A whole command: a word, and perhaps more words, but nothing that has to be put in. */
    private static final Pattern NAMED = Pattern.compile("`/[a-z]+( [a-z]+)*`");

    /** What has no button, and why. */
    private static final List<String> WITHOUT =
            List.of("open a direct chat with me"); // in a space with others anybody could press it

    @Test
    void noTextThatNamesACommandIsWithoutButtons() throws IOException {
        List<String> found = new ArrayList<>();
        try (Stream<Path> files = Files.walk(Path.of("src/main/java/callbot"))) {
            for (Path file :
                    files.filter(one -> one.toString().endsWith(".java")).toList()) {
                String source = Files.readString(file);
                for (int at = source.indexOf("Draft.text("); at >= 0; at = source.indexOf("Draft.text(", at + 1)) {
                    String call = call(source, at);
                    if (NAMED.matcher(call).find() && WITHOUT.stream().noneMatch(call::contains))
                        found.add(file + ": " + call);
                }
            }
        }
        assertEquals(List.of(), found);
    }

    /** From here to the bracket that ends the call. */
    private static String call(String source, int from) {
        int open = 0;
        for (int at = from; at < source.length(); at++) {
            if (source.charAt(at) == '(') open++;
            if (source.charAt(at) == ')' && --open == 0) return source.substring(from, at + 1);
        }
        return source.substring(from);
    }
}
