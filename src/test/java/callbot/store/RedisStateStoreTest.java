package callbot.store;

import callbot.testing.Eventually;
import callbot.testing.RealRedis;
import java.time.Duration;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import redis.clients.jedis.RedisClient;

class RedisStateStoreTest extends StateStoreContract {

    private static RealRedis redis;

    @BeforeAll
    static void startRedis() {
        redis = RealRedis.with();
    }

    @AfterAll
    static void stopRedis() {
        redis.close();
    }

    @Override
    StateStore open() {
        try (RedisClient client = RedisClient.create(redis.address())) {
            client.flushAll();
        }
        return RedisStateStore.at(redis.address(), true).connected();
    }

    /** Redis has a clock of its own: the witness was put last, so it is the last to go. */
    @Override
    void outlive(Duration lifetime) {
        store.put("witness", "value", lifetime);
        Eventually.isTrue("the lifetime is over", () -> store.get("witness").isEmpty());
    }
}
