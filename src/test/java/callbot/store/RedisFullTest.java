package callbot.store;

import static callbot.store.StateStore.FOREVER;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import callbot.store.StoreUnavailableException.Reason;
import callbot.testing.RealRedis;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

/** A Redis that has as much as it may have, and throws nothing away. */
@Timeout(60)
class RedisFullTest {

    private static final String BALLAST = "x".repeat(50_000);

    @Test
    void whatIsThereCanBeReadAndDeletedAndThenThereIsRoomAgain() {
        try (RealRedis redis = RealRedis.with("--maxmemory", "8mb", "--maxmemory-policy", "noeviction");
                StateStore store = RedisStateStore.at(redis.address(), true).connected()) {
            int stored = fill(store);
            assertEquals(stored, store.keys("ballast:").size());
            assertEquals(Optional.of(BALLAST), store.get("ballast:3"));

            assertFull(() -> store.change(
                    List.of(new Change.Put("one", "value", FOREVER), new Change.Delete("ballast:3"), put("two"))));
            assertEquals(Optional.empty(), store.get("one"));
            assertEquals(Optional.of(BALLAST), store.get("ballast:3"));

            assertEquals(Optional.of(BALLAST), store.take("ballast:0"));
            assertTrue(store.delete("ballast:1", BALLAST));
            for (int i = 2; i < stored / 2; i++) store.delete("ballast:" + i);
            store.change(List.of(new Change.Put("one", "value", FOREVER), put("two")));
            assertEquals(Optional.of("value"), store.get("one"));
            assertEquals(stored - stored / 2, store.keys("ballast:").size());
        }
    }

    private static int fill(StateStore store) {
        for (int i = 0; ; i++) {
            try {
                store.put("ballast:" + i, BALLAST, FOREVER);
            } catch (StoreUnavailableException e) {
                assertEquals(Reason.FULL, e.reason());
                return i;
            }
        }
    }

    private static Change put(String key) {
        return new Change.Put(key, BALLAST, FOREVER);
    }

    private static void assertFull(Runnable change) {
        var refusal = assertThrows(StoreUnavailableException.class, change::run);
        assertEquals(Reason.FULL, refusal.reason());
        assertTrue(refusal.getMessage().contains("noeviction"), refusal.getMessage());
    }
}
