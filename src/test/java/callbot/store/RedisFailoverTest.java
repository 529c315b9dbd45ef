package callbot.store;

import static callbot.store.StateStore.FOREVER;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import callbot.store.StoreUnavailableException.Reason;
import callbot.testing.Crowd;
import callbot.testing.Eventually;
import callbot.testing.Line;
import callbot.testing.RealRedis;
import java.net.URI;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import redis.clients.jedis.Jedis;

/** A replica takes over, and the one that was the master becomes its replica: it answers on, and takes no changes. */
@Timeout(60)
class RedisFailoverTest {

    @Test
    void aReplicaTakesOverUnderLoadAndNobodyNotices() {
        try (RealRedis old = RealRedis.with();
                RealRedis next = RealRedis.with("--replicaof", "127.0.0.1 " + old.port());
                Jedis oldAdmin = new Jedis(old.address());
                Jedis nextAdmin = new Jedis(next.address());
                Line line = Line.to(old.port());
                StateStore store = RedisStateStore.at(URI.create("redis://127.0.0.1:" + line.port()), true)
                        .connected()) {
            store.put("key", "before", FOREVER);
            awaitReplicated(nextAdmin);
            AtomicBoolean over = new AtomicBoolean();
            AtomicInteger failures = new AtomicInteger();
            List<Integer> stored = Crowd.of(9, i -> {
                if (i == 0) {
                    awaitAll(store, 1);
                    nextAdmin.replicaofNoOne();
                    line.leadTo(next.port());
                    oldAdmin.replicaof("127.0.0.1", next.port());
                    awaitAll(RedisStateStore.at(next.address(), true), 50);
                    over.set(true);
                    return 0;
                }
                int count = 0;
                while (!over.get())
                    if (stores(store, "count:" + i, count + 1)) count++;
                    else failures.incrementAndGet();
                return count;
            });
            assertEquals(0, failures.get());
            for (int i = 1; i <= 8; i++) {
                assertEquals(Optional.of("" + stored.get(i)), Optional.ofNullable(nextAdmin.get("callbot:count:" + i)));
            }
        }
    }

    private static void awaitAll(StateStore store, int more) {
        for (int i = 1; i <= 8; i++) {
            String key = "count:" + i;
            int least = store.get(key).map(Integer::parseInt).orElse(0) + more;
            Eventually.isTrue(
                    "more is stored",
                    () -> store.get(key).map(Integer::parseInt).orElse(0) >= least);
        }
    }

    private static boolean stores(StateStore store, String key, int number) {
        try {
            store.put(key, "" + number, FOREVER);
            return true;
        } catch (StoreUnavailableException e) {
            return false;
        }
    }

    @Test
    void whileNobodyHasTakenOverAReplicaIsReadAndItsRefusalNamed() {
        try (RealRedis master = RealRedis.with();
                RealRedis replica = RealRedis.with("--replicaof", "127.0.0.1 " + master.port());
                Jedis admin = new Jedis(replica.address());
                StateStore store = RedisStateStore.at(master.address(), true).connected();
                StateStore atReplica = RedisStateStore.at(replica.address(), true)) {
            store.put("key", "value", FOREVER);
            awaitReplicated(admin);
            assertEquals(Optional.of("value"), atReplica.get("key"));
            for (int i = 0; i < 3; i++) {
                var refusal = assertThrows(
                        StoreUnavailableException.class, () -> atReplica.replace("key", "value", "other", FOREVER));
                assertEquals(Reason.READ_ONLY, refusal.reason());
                assertTrue(refusal.getMessage().contains("It is a replica"), refusal.getMessage());
            }
            admin.replicaofNoOne();
            assertTrue(atReplica.replace("key", "value", "other", FOREVER));
        }
    }

    private static void awaitReplicated(Jedis replica) {
        Eventually.isTrue("the replica has it", () -> replica.get("callbot:key") != null);
    }
}
