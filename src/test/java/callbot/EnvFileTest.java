package callbot;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class EnvFileTest {

    @TempDir
    private Path directory;

    /** The right column is what docker compose documents for the left one. */
    @ParameterizedTest
    @CsvSource(delimiter = '|', quoteCharacter = '^', textBlock = """
            NAME=abc                | abc
            NAME = abc              | abc
            export NAME=abc         | abc
            NAME=                   | ^^
            NAME=''                 | ^^
            NAME=""                 | ^^
            NAME='a b'              | a b
            NAME="a b"              | a b
            NAME=a b                | a b
            NAME='a$b'              | a$b
            NAME='${PATH}'          | ${PATH}
            NAME='a #b'             | a #b
            NAME="a #b"             | a #b
            NAME=a#b                | a#b
            NAME=a # why            | a
            NAME=a #                | a
            NAME='a' # why          | a
            NAME='a' # isn't it     | a
            NAME="a" # 'b'          | a
            NAME='a"b'              | a"b
            NAME="a'b"              | a'b
            NAME=a"b'c              | a"b'c
            NAME=C:\\dir            | C:\\dir
            NAME='C:\\dir'          | C:\\dir
            NAME=a=b==              | a=b==
            """)
    void readsALineAsDockerComposeDoes(String line, String value) {
        assertEquals(new EnvFile(Map.of("NAME", value), List.of()), EnvFile.parse(line));
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', quoteCharacter = '^', textBlock = """
            NAME: s3cret            | has a colon behind the name. Write NAME=value
            s3cret                  | is no setting. Every line is NAME=value or begins with #.
            NA ME=s3cret            | is no setting
            1NAME=s3cret            | is no setting
            NAME=s3cret$x           | (NAME) holds a $, which begins a variable for docker compose. Put the value in single
            NAME="s3cret$x"         | (NAME) has $ or \\ in double quotes
            NAME="s3cret\\n"        | (NAME) has $ or \\ in double quotes
            NAME="s3cret            | (NAME) has a quotation mark that is not closed
            NAME='s3cret            | (NAME) has a quotation mark that is not closed
            NAME="s3"cret           | (NAME) has a quotation mark that is not closed at the end
            NAME='it's3cret'        | (NAME) holds the quotation mark that it stands in
            NAME='s3cret\\'         | (NAME) ends in a backslash
            NAME=#s3cret            | (NAME) has a value that begins with #
            NAME= # s3cret          | (NAME) has a value that begins with #
            """)
    void refusesWhatTheTwoCouldTakeDifferentlyByNumberAndWithoutTheValue(String line, String cure) {
        String told = assertThrows(Config.InvalidException.class, () -> EnvFile.parse("# one\n\n" + line + "\nX=y\n"))
                .getMessage();
        assertTrue(told.startsWith("  - Line 3 of .env " + cure), told);
        assertEquals(1, told.lines().count(), told);
        assertFalse(told.contains("s3"), told);
    }

    @Test
    void tellsAllLinesThatItRefusesAtOnce() {
        String told = assertThrows(Config.InvalidException.class, () -> EnvFile.parse("a b\nA=1\nB: 2\n"))
                .getMessage();
        assertEquals(2, told.lines().count(), told);
    }

    @ParameterizedTest
    @ValueSource(strings = {"\n", "\r\n"})
    void theLastOfTwoCountsWhateverEndsALineAndWhateverMarkTheFileBeginsWith(String end) {
        EnvFile file = EnvFile.parse("\ufeffA=1" + end + "  # comment" + end + "A=2" + end + end + "B=3");
        assertEquals(Map.of("A", "2", "B", "3"), file.variables());
        assertEquals(List.of("Line 3 of .env sets A again. The last one counts."), file.notes());
    }

    @Test
    void notesAValueThatLooksCut() {
        EnvFile file = EnvFile.parse("A=pass #word\n");
        assertEquals(Map.of("A", "pass"), file.variables());
        assertTrue(
                file.notes().getFirst().startsWith("Line 1 of .env looks cut"),
                file.notes().toString());
        assertFalse(file.notes().getFirst().contains("word\""), file.notes().toString());
    }

    @Test
    void aFileThatIsNotThereHasNoSettings() {
        assertEquals(new EnvFile(Map.of(), List.of()), EnvFile.read(directory.resolve(".env")));
    }

    @Test
    void whatIsNoFileOfTextIsSaidInASentence() throws IOException {
        Path file = directory.resolve(".env");
        Files.write(file, "NAME=gr\u00fcn".getBytes(StandardCharsets.ISO_8859_1));
        assertTrue(refusal(file).contains("is not written in UTF-8"), refusal(file));
        Files.write(file, "NAME=x".getBytes(StandardCharsets.UTF_16LE));
        assertTrue(refusal(file).contains("Line 1 of .env"), refusal(file));
        assertTrue(refusal(directory).contains("cannot be read. Is it a file"), refusal(directory));
    }

    @Test
    void notesThatOthersCanReadIt() throws IOException {
        Path file = Files.writeString(directory.resolve(".env"), "A=1\n");
        Files.setPosixFilePermissions(file, PosixFilePermissions.fromString("rw-r--r--"));
        assertTrue(EnvFile.read(file).notes().getFirst().contains("chmod 600"));
        Files.setPosixFilePermissions(file, PosixFilePermissions.fromString("rw-------"));
        assertEquals(List.of(), EnvFile.read(file).notes());
    }

    private static String refusal(Path file) {
        return assertThrows(Config.InvalidException.class, () -> EnvFile.read(file))
                .getMessage();
    }

    @ParameterizedTest
    @ValueSource(strings = {"a\u0085b", "a\u2028b", "a\u2029b"})
    void whatOnlyUnicodeCallsTheEndOfALineIsPartOfAValue(String value) {
        assertEquals(
                Map.of("NAME", value),
                EnvFile.parse("NAME='" + value + "' # why").variables());
    }
}
