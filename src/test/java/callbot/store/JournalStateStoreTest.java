package callbot.store;

import callbot.MovableClock;
import java.nio.file.Path;
import java.time.Duration;
import org.junit.jupiter.api.io.TempDir;

class JournalStateStoreTest extends StateStoreContract {

    private final MovableClock clock = new MovableClock();

    @TempDir
    private Path directory;

    @Override
    StateStore open() {
        return JournalStateStore.open(directory.resolve("callbot.state"), clock);
    }

    @Override
    void outlive(Duration lifetime) {
        clock.advance(lifetime);
    }
}
