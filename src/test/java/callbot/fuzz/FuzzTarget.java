package callbot.fuzz;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;

/** Something that takes bytes from outside, and what must hold whatever they are. */
public interface FuzzTarget {

    /** Good inputs to begin with: others are made of them. */
    List<byte[]> seeds();

    /** Throws unless what is promised holds for this input. */
    void check(byte[] input) throws Exception;

    /** Fails with these words, unless it is so. */
    static void require(boolean isSo, String otherwise) {
        if (!isSo) throw new AssertionError(otherwise);
    }

    /** Texts as inputs. */
    static List<byte[]> inputs(Stream<String> texts) {
        return texts.map(text -> text.getBytes(StandardCharsets.UTF_8)).toList();
    }

    /** The lines of a file of the tests, by its path below {@code src/test/resources/callbot}. */
    static List<String> lines(String path) {
        try {
            return Files.readAllLines(Path.of("src/test/resources/callbot", path));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** An input as text, which may hold half a character: those are what UTF-8 cannot say. */
    static String text(byte[] input) {
        return new String(input, StandardCharsets.UTF_8).replace('\uFFFD', '\uD83D');
    }
}
