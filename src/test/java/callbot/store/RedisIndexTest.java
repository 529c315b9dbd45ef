package callbot.store;

import static callbot.store.StateStore.FOREVER;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import callbot.testing.Eventually;
import callbot.testing.RealRedis;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import redis.clients.jedis.Jedis;
import redis.clients.jedis.params.SetParams;

/** By what the keys of a family are found in Redis, and what it costs. */
class RedisIndexTest {

    private static final String INDEX = "callbot:redis:keys:a:";
    private static final Duration SHORT = Duration.ofMillis(200);

    private RealRedis redis;
    private Jedis client;

    @BeforeEach
    void start() {
        redis = RealRedis.with();
        client = new Jedis(redis.address());
    }

    @AfterEach
    void stop() {
        client.close();
        redis.close();
    }

    @Test
    void whatTheVersionBeforeHasWrittenIsIndexedOnce() {
        for (int i = 0; i < 2_000; i++) client.set("callbot:a:" + i, "value");
        client.set("callbot:a:ends", "value", SetParams.setParams().px(500));
        client.set("callbot:plain", "value");
        client.set("others:a:1", "value");
        try (StateStore store = connected()) {
            assertEquals(2_001, store.keys("a:").size());
            Eventually.isTrue("one has ended", () -> store.keys("a:").size() == 2_000);
            store.delete("a:7");
            assertEquals(1_999, store.keys("a:").size());
        }
        assertTrue(calls().containsKey("scan"));
        client.configResetStat();
        try (StateStore store = connected()) {
            assertEquals(1_999, store.keys("a:").size());
        }
        assertFalse(calls().containsKey("scan"));
        assertEquals(Set.of("callbot:redis:format", INDEX), client.keys("callbot:redis:*"));
    }

    @Test
    void theIndexGoesWithTheLastOfItsKeys() {
        try (StateStore store = connected()) {
            store.put("a:1", "value", SHORT);
            store.put("a:2", "value", Duration.ofMillis(600));
            store.put("a:3", "value", SHORT);
            assertEquals(3, store.keys("a:").size());
            Eventually.isTrue("two have ended", () -> store.keys("a:").equals(List.of("a:2")));
            Eventually.isTrue("all have ended", () -> !client.exists(INDEX));

            store.put("a:4", "value", SHORT);
            store.put("a:5", "value", FOREVER);
            store.put("a:6", "value", SHORT);
            Eventually.isTrue("two have ended", () -> store.keys("a:").equals(List.of("a:5")));
            assertEquals(1, client.zcard(INDEX));
            store.delete("a:5");
            assertFalse(client.exists(INDEX));
        }
    }

    @Test
    void whoWritesAFamilyClearsItsIndexOfWhatHasEnded() {
        try (StateStore store = connected()) {
            for (int i = 0; i < 50; i++) store.put("a:" + i, "value", SHORT);
            Eventually.isTrue(
                    "they have ended", () -> client.keys("callbot:a:*").isEmpty());
            store.put("a:last", "value", FOREVER);
            assertEquals(1, client.zcard(INDEX));
        }
    }

    @Test
    void everyOperationIsOneQuestion() {
        try (StateStore store = connected()) {
            store.put("a:warm", "value", FOREVER);
            store.take("a:warm");
            store.keys("a:");
            client.configResetStat();
            store.put("a:1", "value", FOREVER);
            store.putIfAbsent("a:2", "value", FOREVER);
            store.replace("a:1", "value", "other", FOREVER);
            store.change(IntStream.range(0, 10)
                    .<Change>mapToObj(i -> new Change.Put("b:" + i, "value", FOREVER))
                    .toList());
            store.delete("a:2", "value");
            store.take("a:1");
            store.keys("a:");
            assertEquals(7L, calls().get("evalsha"));
            assertEquals(Set.of(), notOfScripts());

            client.configResetStat();
            store.get("a:1");
            store.get(List.of("a:1", "a:2"));
            store.remaining("a:1");
            assertEquals(Map.of("get", 1L, "mget", 1L, "pttl", 1L, "config|resetstat", 1L), calls());
        }
    }

    /** What was asked beside scripts and what they do. */
    private Set<String> notOfScripts() {
        Set<String> others = new TreeSet<>(calls().keySet());
        others.removeAll(Set.of("evalsha", "config|resetstat", "info"));
        others.removeAll(Set.of("time", "set", "get", "del", "pttl", "pexpire", "persist"));
        others.removeIf(name -> name.startsWith("z"));
        return others;
    }

    private Map<String, Long> calls() {
        Map<String, Long> calls = new TreeMap<>();
        client.info("commandstats")
                .lines()
                .filter(line -> line.startsWith("cmdstat_"))
                .forEach(line -> {
                    String count = line.replaceFirst("[^=]*calls=(\\d+),.*", "$1");
                    calls.put(line.substring("cmdstat_".length(), line.indexOf(":calls")), Long.parseLong(count));
                });
        return calls;
    }

    private RedisStateStore connected() {
        return RedisStateStore.at(redis.address(), true).connected();
    }
}
