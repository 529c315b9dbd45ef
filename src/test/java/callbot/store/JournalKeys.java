package callbot.store;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.time.Clock;
import java.util.List;

/** The keys in a state file that nobody has open. */
public final class JournalKeys {

    private JournalKeys() {}

    /** All of them, whatever their family. */
    public static List<String> in(Path file) {
        try (Table table = Table.open(file, Clock.systemUTC())) {
            return table.indexed(Index::all);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
