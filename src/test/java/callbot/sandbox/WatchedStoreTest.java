package callbot.sandbox;

import static callbot.store.StateStore.FOREVER;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import callbot.sandbox.traffic.Wire;
import callbot.store.Change.Delete;
import callbot.store.Change.DeleteIf;
import callbot.store.Change.Put;
import callbot.store.Change.PutIfAbsent;
import callbot.store.Change.PutIfPresent;
import callbot.store.JournalStateStore;
import callbot.store.StateStore;
import callbot.store.StoreUnavailableException;
import callbot.testing.Eventually;
import java.nio.file.Path;
import java.time.Clock;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicReference;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

@Timeout(20)
class WatchedStoreTest {

    @TempDir
    private Path directory;

    private final List<String> seen = new ArrayList<>();
    private final Lifeline lifeline = new Lifeline();
    private final Wire wire = new Wire(Clock.systemUTC());
    private StateStore store;

    @BeforeEach
    void open() {
        store = new WatchedStore(
                JournalStateStore.open(directory.resolve("state.json"), Clock.systemUTC()),
                lifeline,
                wire::begin,
                change -> seen.add(change.operation() + " " + change.kind() + " "
                        + change.progress().orElse("-") + " " + change.size() + " " + change.happened()));
    }

    @AfterEach
    void close() {
        store.close();
    }

    @Test
    void everyChangeIsDoneAndTold() {
        store.put("user:1", "abc", StateStore.FOREVER);
        assertTrue(store.putIfAbsent("lease:1", "a", StateStore.FOREVER));
        assertFalse(store.putIfAbsent("lease:1", "b", StateStore.FOREVER));
        assertTrue(store.replace("user:1", "abc", "de", StateStore.FOREVER));
        assertFalse(store.replace("user:1", "abc", "de", StateStore.FOREVER));
        assertEquals(Optional.of("de"), store.get("user:1"));
        assertEquals(List.of("user:1"), store.keys("user:"));
        assertEquals(Optional.of("a"), store.take("lease:1"));
        assertEquals(Optional.empty(), store.take("lease:1"));
        assertFalse(store.delete("user:1", "abc"));
        assertTrue(store.delete("user:1", "de"));
        store.delete("user:1");
        assertEquals(
                List.of(
                        "put user - 3 true",
                        "putIfAbsent lease - 1 true",
                        "putIfAbsent lease - 1 false",
                        "replace user - 2 true",
                        "replace user - 2 false",
                        "take lease - 0 true",
                        "take lease - 0 false",
                        "delete user - 0 false",
                        "delete user - 0 true",
                        "delete user - 0 true"),
                seen);
    }

    @Test
    void howFarTheWorkOnAnEventHasComeIsTold() {
        String entry = "{\"state\":\"ACCEPTED\"}";
        store.change(List.of(new PutIfAbsent("seen.1", "", FOREVER), new Put("event:a:1", entry, FOREVER)));
        store.change(List.of(new DeleteIf("event:a:1", entry), new Put("event:b:1", entry, FOREVER)));
        store.change(List.of(new PutIfPresent("event:b:1", "{\"state\":\"STARTED\"}", FOREVER)));
        store.change(List.of(new PutIfPresent("event:b:1", "{\"state\":\"STARTED\",\"answer\":\"x\"}", FOREVER)));
        store.change(List.of(new Delete("event:b:1"), new Put("why:1", "x", FOREVER)));
        store.put("event:b:odd", "no json", FOREVER);
        assertEquals(
                List.of("ACCEPTED", "TAKEN_OVER", "STARTED", "ANSWER_KEPT", "DONE", "-", "-"),
                seen.stream().map(line -> line.split(" ")[2]).toList());
    }

    @Test
    void whatBeginsAfterTheCutNeverEndsAndWritesNothing() throws InterruptedException {
        store.put("user:1", "before", StateStore.FOREVER);
        lifeline.cut();
        assertThrows(StoreUnavailableException.class, () -> store.put("user:1", "the one who cuts", FOREVER));
        AtomicReference<RuntimeException> thrown = new AtomicReference<>();
        Thread thread = Thread.startVirtualThread(() -> {
            try {
                store.put("user:1", "after", StateStore.FOREVER);
            } catch (RuntimeException e) {
                thrown.set(e);
            }
        });
        Eventually.isTrue("it waits", () -> thread.getState() == Thread.State.WAITING);
        thread.interrupt();
        thread.join();
        assertEquals(StoreUnavailableException.class, thrown.get().getClass());
        store.close();
        try (StateStore again = JournalStateStore.open(directory.resolve("state.json"), Clock.systemUTC())) {
            assertEquals(Optional.of("before"), again.get("user:1"));
        }
    }
}
