package callbot.store;

import static callbot.store.StateStore.FOREVER;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTimeoutPreemptively;
import static org.junit.jupiter.api.Assertions.assertTrue;

import callbot.store.StoreUnavailableException.Reason;
import callbot.testing.Crowd;
import callbot.testing.Eventually;
import callbot.testing.Line;
import callbot.testing.RealRedis;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.URI;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import redis.clients.jedis.Jedis;
import redis.clients.jedis.RedisClient;
import redis.clients.jedis.args.ClientType;
import redis.clients.jedis.params.ClientKillParams;

/** Redis that is not there, goes away, stays silent, or wants to know who is asking. */
class RedisTroubleTest {

    private static final Duration A_FEW_SECONDS = Duration.ofSeconds(6);

    @Test
    void aStoreRecoversByItselfWhenRedisWasRestartedAndHasForgottenAll() {
        try (RealRedis redis = RealRedis.with();
                StateStore store = RedisStateStore.at(redis.address(), true).connected()) {
            store.put("key", "value", FOREVER);
            Crowd.of(16, i -> store.get("key"));
            redis.stop();
            redis.start();
            List<Boolean> done = Crowd.of(50, i -> store.putIfAbsent("key:" + i, "value", FOREVER));
            assertEquals(Set.of(true), Set.copyOf(done));
            assertTrue(store.replace("key:1", "value", "other", FOREVER));
            assertEquals(Optional.empty(), store.get("key"));
            assertEquals(50, store.keys("key:").size());
        }
    }

    @Test
    void aRedisThatWasRestartedWithItsDataHasAllThatItTook() {
        try (RealRedis redis = RealRedis.with("--appendonly", "yes", "--appendfsync", "always");
                StateStore store = RedisStateStore.at(redis.address(), true).connected()) {
            Crowd.of(50, i -> store.putIfAbsent("key:" + i, "value", FOREVER));
            redis.stop();
            redis.start();
            Eventually.isTrue("it has loaded", () -> !fails(store));
            assertEquals(50, store.keys("key:").size());
            assertEquals(Optional.of("value"), store.get("key:7"));
        }
    }

    @Test
    void whenAllConnectionsAreLostAtOnceNobodyNotices() {
        try (RealRedis redis = RealRedis.with();
                Jedis other = new Jedis(redis.address());
                StateStore store = RedisStateStore.at(redis.address(), true).connected()) {
            var everybodyElse =
                    ClientKillParams.clientKillParams().type(ClientType.NORMAL).skipMe(ClientKillParams.SkipMe.YES);
            for (int round = 0; round < 20; round++) {
                int number = round;
                Crowd.of(16, i -> store.putIfAbsent("taken:" + i, "value", FOREVER));
                other.clientKill(everybodyElse);
                Crowd.of(16, i -> switch (i % 4) {
                    case 0 -> store.get("key").isEmpty();
                    case 1 -> store.putIfAbsent("put:" + number + "-" + i, "value", FOREVER);
                    case 2 -> store.keys("put:").isEmpty();
                    default -> store.take("taken:" + i).isPresent();
                });
            }
            assertEquals(80, store.keys("put:").size());
        }
    }

    /** It was heard, and then the connection broke: what may be asked again is, and only what proves what happened is an answer. */
    @Test
    void anAnswerThatWasLostIsNeverGuessed() {
        try (RealRedis redis = RealRedis.with();
                Line line = Line.to(redis.port());
                StateStore store = RedisStateStore.at(URI.create("redis://127.0.0.1:" + line.port()), true)
                        .connected()) {
            store.take("nothing"); // so that Redis knows this script
            line.loseNextAnswer();
            store.put("key", "before", FOREVER);
            line.loseNextAnswer();
            assertEquals(Optional.of("before"), store.get("key"));
            line.loseNextAnswer();
            assertTrue(refusal(() -> store.replace("key", "before", "after", FOREVER))
                    .contains("nobody can tell"));
            assertEquals(Optional.of("after"), store.get("key"));
            line.loseNextAnswer();
            assertTrue(
                    refusal(() -> store.putIfAbsent("other", "value", FOREVER)).contains("nobody can tell"));
            assertEquals(Optional.of("value"), store.get("other"));
            line.loseNextAnswer();
            assertTrue(refusal(() -> store.take("key")).contains("nobody can tell"));
            assertEquals(Optional.empty(), store.get("key"));
            line.loseNextAnswer();
            store.change(List.of(new Change.Delete("other"), new Change.Put("key", "value", FOREVER)));
            assertEquals(Optional.of("value"), store.get("key"));
        }
    }

    @Test
    void whileRedisIsGoneEveryOperationSaysSo() {
        try (RealRedis redis = RealRedis.with();
                StateStore store = RedisStateStore.at(redis.address(), true).connected()) {
            redis.stop();
            List<Runnable> operations = List.of(
                    () -> store.get("key"),
                    () -> store.get(List.of("key", "other")),
                    () -> store.put("key", "value", FOREVER),
                    () -> store.putIfAbsent("key", "value", FOREVER),
                    () -> store.replace("key", "value", "other", FOREVER),
                    () -> store.take("key"),
                    () -> store.delete("key"),
                    () -> store.delete("key", "value"),
                    () -> store.remaining("key"),
                    () -> store.keys("key:"));
            for (Runnable operation : operations) assertEquals(Reason.UNREACHABLE, reason(operation));
            redis.start();
            assertEquals(Optional.empty(), store.get("key"));
        }
    }

    /** Each waits a while for an answer, or for a connection, and nobody for ever. */
    @Test
    void ofAThousandWhoAskASilentRedisNobodyWaitsForEver() {
        try (RealRedis redis = RealRedis.with();
                Line line = Line.to(redis.port());
                StateStore store = RedisStateStore.at(URI.create("redis://127.0.0.1:" + line.port()), true)
                        .connected()) {
            line.silence();
            List<Boolean> failed =
                    assertTimeoutPreemptively(Duration.ofSeconds(15), () -> Crowd.of(1_000, i -> fails(store)));
            assertEquals(Set.of(true), Set.copyOf(failed));
            line.heal();
            Crowd.of(1_000, i -> store.get("key"));
        }
    }

    @Test
    void aRedisThatLoadsItsDataSaysSoAndIsThereWhenItIsDone() {
        try (RealRedis redis = RealRedis.with(
                        "--appendonly",
                        "yes",
                        "--aof-use-rdb-preamble",
                        "no",
                        "--key-load-delay",
                        "300",
                        "--loading-process-events-interval-bytes",
                        "1024"); // as its own tests do it
                StateStore store = RedisStateStore.at(redis.address(), true).connected()) {
            for (int i = 0; i < 100; i++) store.change(hundred(i));
            redis.stop();
            redis.start();
            assertEquals(Reason.LOADING, reason(() -> store.get("key:7-7")));
            Eventually.isTrue("it is loaded", () -> !fails(store));
            assertEquals(Optional.of("value"), store.get("key:7-7"));
        }
    }

    private static List<Change> hundred(int number) {
        return IntStream.range(0, 100)
                .<Change>mapToObj(i -> new Change.Put("key:" + number + "-" + i, "value", FOREVER))
                .toList();
    }

    @Test
    void aRedisThatCannotSaveSaysSo() {
        try (RealRedis redis = RealRedis.with("--save", "3600 1", "--enable-protected-configs", "yes");
                Jedis other = new Jedis(redis.address());
                StateStore store = RedisStateStore.at(redis.address(), true).connected()) {
            other.configSet("dir", "/proc");
            other.bgsave();
            Eventually.isTrue("saving has failed", () -> fails(() -> store.put("key", "value", FOREVER)));
            assertEquals(Reason.CANNOT_SAVE, reason(() -> store.put("key", "value", FOREVER)));
            assertEquals(Optional.empty(), store.get("other"));
        }
    }

    @Test
    void aRedisThatIsNotThereIsNoticedAtStart() {
        URI nowhere = URI.create("redis://127.0.0.1:" + RealRedis.freePort());
        try (RedisStateStore store = RedisStateStore.at(nowhere, true)) {
            assertEquals(Reason.UNREACHABLE, reason(store::connected));
        }
    }

    @Test
    void aRedisThatIsSilentIsGivenUp() throws Exception {
        try (ServerSocket silent = new ServerSocket(0, 50, InetAddress.getLoopbackAddress());
                RedisStateStore store =
                        RedisStateStore.at(URI.create("redis://127.0.0.1:" + silent.getLocalPort()), true)) {
            assertEquals(Reason.UNREACHABLE, reason(store::connected));
        }
    }

    @Test
    void aWrongPasswordIsRefusedWithACure() {
        try (RealRedis redis = RealRedis.with("--requirepass", "right")) {
            assertTrue(refusalAt(redis, "").contains("must name a password"));
            assertTrue(refusalAt(redis, ":wrong@").contains("no user"));
            assertTrue(refusalAt(redis, "h:right@").contains("names the user \"h\""));
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
            assertEquals(Reason.REFUSED, reason(store::connected));
            return refusal(() -> at(redis, userInfo, "").connected());
        }
    }

    private static String refusal(Runnable attempt) {
        return failure(attempt).getMessage();
    }

    private static Reason reason(Runnable attempt) {
        return failure(attempt).reason();
    }

    private static StoreUnavailableException failure(Runnable attempt) {
        return assertTimeoutPreemptively(
                A_FEW_SECONDS, () -> assertThrows(StoreUnavailableException.class, attempt::run));
    }

    private static RedisStateStore at(RealRedis redis, String userInfo, String database) {
        return RedisStateStore.at(URI.create("redis://" + userInfo + "127.0.0.1:" + redis.port() + database), true);
    }

    private static boolean fails(StateStore store) {
        return fails(() -> store.get("key"));
    }

    private static boolean fails(Runnable attempt) {
        try {
            attempt.run();
            return false;
        } catch (StoreUnavailableException e) {
            return true;
        }
    }
}
