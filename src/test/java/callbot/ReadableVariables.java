package callbot;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;

/** The variables that the program reads. */
final class ReadableVariables {

    private static final Pattern NAME = Pattern.compile("\"(PORT|[A-Z]+(?:_[A-Z]+)+)\"");

    private ReadableVariables() {}

    /** Their names, as they stand in the one class that asks for them. */
    static List<String> all() {
        try {
            return NAME.matcher(Files.readString(Path.of("src/main/java/callbot/Config.java")))
                    .results()
                    .map((MatchResult name) -> name.group(1))
                    .distinct()
                    .toList();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
