package callbot.store;

import static callbot.store.StateStore.FOREVER;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTimeoutPreemptively;
import static org.junit.jupiter.api.Assertions.assertTrue;

import callbot.testing.Crowd;
import callbot.testing.Line;
import callbot.testing.RealRedis;
import callbot.testing.RecordedLog;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.URI;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import redis.clients.jedis.ConnectionFactory;
import redis.clients.jedis.RedisClient;

/** Redis that is not there, goes away, stays silent, or wants to know who is asking. */
class RedisTroubleTest {

    private static final Duration A_FEW_SECONDS = Duration.ofSeconds(6);

    @Test
    void aStoreRecoversByItselfWhenRedisWasRestarted() {
        try (var quiet = new RecordedLog(ConnectionFactory.class); // it warns of every connection that was lost
                RealRedis redis = RealRedis.with();
                StateStore store = RedisStateStore.at(redis.address(), true).connected()) {
            store.put("key", "value", FOREVER);
            redis.stop();
            redis.start();
            List<Boolean> done = Crowd.of(50, i -> store.putIfAbsent("key " + i, "value", FOREVER));
            assertEquals(Set.of(true), Set.copyOf(done));
            assertTrue(store.replace("key 1", "value", "other", FOREVER));
            assertEquals(List.of(), quiet.errors());
        }
    }

    @Test
    void whenAllConnectionsAreLostAtOnceOneUserNoticesAtMost() {
        try (RealRedis redis = RealRedis.with();
                Line line = Line.to(redis.port());
                StateStore store = RedisStateStore.at(URI.create("redis://127.0.0.1:" + line.port()), true)
                        .connected()) {
            for (int round = 0; round < 20; round++) {
                Crowd.of(16, i -> store.get("key")); // all were used just now, and are not asked whether they live
                line.cut();
                line.heal();
                long failed = IntStream.range(0, 16).filter(i -> fails(store)).count();
                assertTrue(failed <= 1, () -> failed + " of 16 failed");
            }
        }
    }

    @Test
    void whileRedisIsGoneEveryOperationSaysSo() {
        try (var quiet = new RecordedLog(ConnectionFactory.class);
                RealRedis redis = RealRedis.with();
                StateStore store = RedisStateStore.at(redis.address(), true).connected()) {
            redis.stop();
            List<Runnable> operations = List.of(
                    () -> store.get("key"),
                    () -> store.put("key", "value", FOREVER),
                    () -> store.putIfAbsent("key", "value", FOREVER),
                    () -> store.replace("key", "value", "other", FOREVER),
                    () -> store.take("key"),
                    () -> store.delete("key"),
                    () -> store.delete("key", "value"),
                    () -> store.keys("key"));
            for (Runnable operation : operations) {
                assertTrue(refusal(operation).startsWith("Redis does not answer: "));
            }
            redis.start();
            assertEquals(Optional.empty(), store.get("key"));
            assertEquals(List.of(), quiet.errors());
        }
    }

    @Test
    void aRedisThatIsNotThereIsNoticedAtStart() {
        URI nowhere = URI.create("redis://127.0.0.1:" + RealRedis.freePort());
        try (RedisStateStore store = RedisStateStore.at(nowhere, true)) {
            assertTrue(refusal(store::connected).startsWith("Redis cannot be reached: "));
        }
    }

    @Test
    void aRedisThatIsSilentIsGivenUp() throws Exception {
        try (ServerSocket silent = new ServerSocket(0, 50, InetAddress.getLoopbackAddress());
                RedisStateStore store =
                        RedisStateStore.at(URI.create("redis://127.0.0.1:" + silent.getLocalPort()), true)) {
            assertTrue(refusal(store::connected).startsWith("Redis cannot be reached: "));
            assertTrue(refusal(() -> store.get("key")).startsWith("Redis does not answer: "));
        }
    }

    @Test
    void aWrongPasswordIsRefusedInRedisWords() {
        try (RealRedis redis = RealRedis.with("--requirepass", "right")) {
            assertTrue(refusalAt(redis, "").contains("NOAUTH"));
            assertTrue(refusalAt(redis, ":wrong@").contains("WRONGPASS"));
            try (RedisStateStore store = at(redis, ":right@", "").connected()) {
                store.put("key", "value", FOREVER);
                assertEquals(Optional.of("value"), store.get("key"));
            }
        }
    }

    @Test
    void theAddressMayNameAUserAnEncodedPasswordAndADatabase() {
        try (RealRedis redis = RealRedis.with("--user", "callbot", "on", ">p@ss:w/rd%", "~callbot:*", "&*", "+@all");
                RedisStateStore store =
                        at(redis, "callbot:p%40ss%3Aw%2Frd%25@", "/3").connected();
                RedisClient third = RedisClient.create(URI.create(redis.address() + "/3"))) {
            store.put("key", "value", FOREVER);
            assertEquals("value", third.get("callbot:key"));
            assertEquals(List.of("key"), store.keys(""));
        }
    }

    @Test
    void whatOthersKeepInTheSameRedisIsNeitherSeenNorTouched() {
        try (RealRedis redis = RealRedis.with();
                RedisStateStore store = RedisStateStore.at(redis.address(), true);
                RedisClient others = RedisClient.create(redis.address())) {
            others.set("key", "of others");
            assertEquals(Optional.empty(), store.take("key"));
            store.put("key", "value", FOREVER);
            store.delete("key");
            assertEquals(List.of(), store.keys(""));
            assertEquals("of others", others.get("key"));
        }
    }

    @Test
    void twoStoresOnOneRedisSeeTheSame() {
        try (RealRedis redis = RealRedis.with();
                RedisStateStore one = RedisStateStore.at(redis.address(), true);
                RedisStateStore other = RedisStateStore.at(redis.address(), true)) {
            one.put("key", "value", FOREVER);
            List<Optional<String>> taken = Crowd.of(100, i -> (i % 2 == 0 ? one : other).take("key"));
            assertEquals(1, taken.stream().filter(Optional::isPresent).count());
        }
    }

    private static String refusalAt(RealRedis redis, String userInfo) {
        try (RedisStateStore store = at(redis, userInfo, "")) {
            return refusal(store::connected);
        }
    }

    private static String refusal(Runnable attempt) {
        return assertTimeoutPreemptively(
                A_FEW_SECONDS,
                () -> assertThrows(StoreUnavailableException.class, attempt::run)
                        .getMessage());
    }

    private static RedisStateStore at(RealRedis redis, String userInfo, String database) {
        return RedisStateStore.at(URI.create("redis://" + userInfo + "127.0.0.1:" + redis.port() + database), true);
    }

    private static boolean fails(StateStore store) {
        try {
            store.get("key");
            return false;
        } catch (StoreUnavailableException e) {
            return true;
        }
    }
}
