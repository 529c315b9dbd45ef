package callbot.call;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import callbot.MovableClock;
import callbot.store.JournalStateStore;
import callbot.store.StateStore;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class JustBegunTest {

    private final MovableClock clock = new MovableClock();

    @TempDir
    private Path directory;

    private StateStore store;

    @BeforeEach
    void open() {
        store = JournalStateStore.open(directory.resolve("callbot.state"), clock);
    }

    @AfterEach
    void close() {
        store.close();
    }

    @Test
    void ofManyInstancesThatBeginTheSameAtOnceOneIsTheFirst() throws InterruptedException, ExecutionException {
        List<Callable<Boolean>> begin = new ArrayList<>();
        for (int i = 0; i < 20; i++) begin.add(() -> dial("2044").isFirst());
        try (var threads = Executors.newVirtualThreadPerTaskExecutor()) {
            int first = 0;
            for (Future<Boolean> one : threads.invokeAll(begin)) if (one.get()) first++;
            assertEquals(1, first);
        }
    }

    @Test
    void whatSomebodyElseBeginsAndWhatIsNotTheSameIsAFirstToo() {
        assertTrue(dial("2044").isFirst());
        assertTrue(dial("2045").isFirst());
        assertTrue(new JustBegun(store, clock).of("bob", "dial 2044").isFirst());
        assertFalse(dial("2044").isFirst());
    }

    @Test
    void tenSecondsLaterItIsForgotten() {
        assertTrue(dial("2044").isFirst());
        clock.advance(Duration.ofSeconds(9));
        assertFalse(dial("2044").isFirst());
        clock.advance(Duration.ofSeconds(1));
        assertTrue(dial("2044").isFirst());
    }

    @Test
    void whatHasFailedCanBeTriedAgainAtOnce() {
        JustBegun.Beginning beginning = dial("2044");
        assertTrue(beginning.isFirst());
        beginning.failed();
        assertTrue(dial("2044").isFirst());
    }

    /** The second press waits while the first one is at work, for longer than it would be remembered. */
    @Test
    void whatTakesLongIsRememberedFromItsEnd() {
        JustBegun.Beginning beginning = dial("2044");
        assertTrue(beginning.isFirst());
        clock.advance(Duration.ofSeconds(29));
        beginning.done();
        assertFalse(dial("2044").isFirst());
        clock.advance(Duration.ofSeconds(10));
        assertTrue(dial("2044").isFirst());
    }

    private JustBegun.Beginning dial(String number) {
        return new JustBegun(store, clock).of("alice", "dial " + number);
    }
}
