package callbot.store;

import static callbot.store.StateStore.FOREVER;
import static org.junit.jupiter.api.Assertions.assertEquals;

import callbot.testing.Crowd;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.atomic.AtomicBoolean;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** What every store promises to many who use it at the same moment. */
abstract class ConcurrentStateStoreContract {

    private static final int CROWD = 200;

    protected StateStore store;

    /** A store with nothing in it. */
    abstract StateStore open();

    /** Lets time pass until what was put for so long, the last of it at the time of the call, must be gone. */
    abstract void outlive(Duration lifetime);

    @BeforeEach
    void openStore() {
        store = open();
    }

    @AfterEach
    void closeStore() {
        store.close();
    }

    @Test
    void ofManyWhoPutIfAbsentOneDoes() {
        List<Boolean> done = Crowd.of(CROWD, i -> store.putIfAbsent("key", "value " + i, FOREVER));
        assertEquals(1, done.stream().filter(did -> did).count());
        assertEquals(Optional.of("value " + done.indexOf(true)), store.get("key"));
    }

    @Test
    void ofManyWhoTakeOneGetsIt() {
        store.put("key", "value", FOREVER);
        List<Optional<String>> taken = Crowd.of(CROWD, i -> store.take("key"));
        assertEquals(List.of("value"), taken.stream().flatMap(Optional::stream).toList());
    }

    @Test
    void ofManyWhoReplaceOneDoes() {
        store.put("key", "before", FOREVER);
        List<Boolean> done = Crowd.of(CROWD, i -> store.replace("key", "before", "after " + i, FOREVER));
        assertEquals(1, done.stream().filter(did -> did).count());
        assertEquals(Optional.of("after " + done.indexOf(true)), store.get("key"));
    }

    @Test
    void ofManyWhoDeleteTheExpectedValueOneDoes() {
        store.put("key", "value", FOREVER);
        List<Boolean> done = Crowd.of(CROWD, i -> store.delete("key", "value"));
        assertEquals(1, done.stream().filter(did -> did).count());
    }

    @Test
    void whoReadsSeveralSeesABatchWholeOrNotAtAll() {
        store.change(pair(0));
        AtomicBoolean over = new AtomicBoolean();
        List<Boolean> consistent = Crowd.of(8, i -> {
            boolean all = true;
            if (i == 0) for (int n = 1; n <= 50; n++) store.change(pair(n));
            else
                while (!over.get())
                    all &= Set.copyOf(store.get(List.of("a:1", "a:2")).values()).size() == 1;
            over.set(true);
            return all;
        });
        assertEquals(Set.of(true), Set.copyOf(consistent));
    }

    private static List<Change> pair(int number) {
        return List.of(
                new Change.Put("a:1", "value " + number, FOREVER), new Change.Put("a:2", "value " + number, FOREVER));
    }

    @Test
    void ofManyBatchesThatExcludeEachOtherOneIsMade() {
        List<Boolean> done = Crowd.of(
                CROWD,
                i -> store.change(List.of(
                        new Change.PutIfAbsent("shared", "by " + i, FOREVER),
                        new Change.Put("own:" + i, "value", FOREVER))));
        assertEquals(1, done.stream().filter(did -> did).count());
        assertEquals(List.of("own:" + done.indexOf(true)), store.keys("own:"));
    }

    @Test
    void ofManyWhoCountNobodyIsLost() {
        store.put("count", "0", FOREVER);
        List<Integer> counted = Crowd.of(40, i -> countOneMore());
        assertEquals(40, Set.copyOf(counted).size());
        assertEquals(Optional.of("40"), store.get("count"));
    }

    @Test
    void replaceSucceedsWhileTheSameValueIsPutAgainAndAgain() {
        store.put("key", "value", FOREVER);
        AtomicBoolean over = new AtomicBoolean();
        List<Boolean> done = Crowd.of(2, i -> {
            boolean all = true;
            if (i == 0) for (int n = 0; n < 200; n++) all &= store.replace("key", "value", "value", FOREVER);
            else while (!over.get()) store.put("key", "value", FOREVER);
            over.set(true);
            return all;
        });
        assertEquals(List.of(true, true), done);
    }

    private int countOneMore() {
        while (true) {
            String count = store.get("count").orElseThrow();
            int next = Integer.parseInt(count) + 1;
            if (store.replace("count", count, Integer.toString(next), FOREVER)) return next;
        }
    }

    @Test
    void allKeysAreFoundHoweverManyThereAre() {
        Crowd.of(CROWD, i -> {
            for (int j = 0; j < 6; j++) store.put("many:" + i + "-" + j, "value", FOREVER);
            return i;
        });
        List<String> keys = store.keys("many:");
        assertEquals(6 * CROWD, keys.size());
        assertEquals(6 * CROWD, Set.copyOf(keys).size());
    }
}
