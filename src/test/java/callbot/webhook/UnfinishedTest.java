package callbot.webhook;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import callbot.store.FileStateStore;
import callbot.store.SealedStateStore;
import callbot.store.StateStore;
import callbot.store.StoreUnavailableException;
import callbot.testing.RecordedLog;
import java.nio.file.Path;
import java.security.SecureRandom;
import java.time.Clock;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class UnfinishedTest {

    private final Unfinished unfinished = new Unfinished();
    private final List<String> done = new ArrayList<>();

    @Test
    void whatFailsAgainStaysAndTheOthersAreNext() {
        unfinished.add(this::fail);
        unfinished.add(() -> done.add("other"));
        assertThrows(StoreUnavailableException.class, unfinished::comeBack);
        assertEquals(2, unfinished.size());
        assertThrows(StoreUnavailableException.class, unfinished::comeBack);
        assertEquals(List.of("other"), done);
        assertEquals(1, unfinished.size());
    }

    @Test
    void twoMayComeBackAtTheSameTime() {
        unfinished.add(unfinished::comeBack);
        unfinished.add(() -> done.add("by the other"));
        unfinished.comeBack();
        assertEquals(List.of("by the other"), done);
        assertEquals(0, unfinished.size());
    }

    @Test
    void whatNeverOpensIsGivenUp(@TempDir Path directory) {
        try (RecordedLog log = new RecordedLog(Unfinished.class);
                StateStore below = FileStateStore.open(directory.resolve("state.json"), Clock.systemUTC())) {
            StateStore store = SealedStateStore.over(below, List.of("key"), new SecureRandom());
            below.put("inbox:1", "sealed with another key", StateStore.FOREVER);
            unfinished.add(() -> store.get("inbox:1"));
            unfinished.add(() -> done.add("other"));
            unfinished.comeBack();
            assertEquals(List.of("other"), done);
            assertEquals(0, unfinished.size());
            assertEquals(1, log.errors().size());
        }
    }

    private void fail() {
        throw new StoreUnavailableException("away");
    }
}
