package callbot;

import static org.junit.jupiter.api.Assertions.assertEquals;

import callbot.testing.RealRedis;
import java.net.http.HttpResponse;
import java.time.Duration;
import org.junit.jupiter.api.Test;
import redis.clients.jedis.Jedis;

/** Whether the bot says that it is ready only while it can remember something new. */
class ReadyTest {

    private static final Duration UNTIL_IT_WRITES_AGAIN = Duration.ofSeconds(11);

    @Test
    void aRedisThatIsFullIsNoticedAndOneThatHasRoomAgainToo() {
        try (RealRedis redis = RealRedis.with("--maxmemory-policy", "noeviction");
                Jedis admin = new Jedis(redis.address());
                Scene scene = Scene.prepared()
                        .with("REDIS_URL", redis.address().toString())
                        .start()) {
            assertReady(scene, 200, "I am ready.\n");

            admin.configSet("maxmemory", "1");
            scene.clock().advance(UNTIL_IT_WRITES_AGAIN);
            assertReady(scene, 503, "I cannot use my memory. Redis is full: its maxmemory is reached.\n");
            assertReady(scene, 503, "I cannot use my memory. Redis is full: its maxmemory is reached.\n");

            admin.configSet("maxmemory", "0");
            assertReady(scene, 200, "I am ready.\n");
        }
    }

    @Test
    void aRedisThatHasBecomeAReplicaIsNoticed() {
        try (RealRedis redis = RealRedis.with();
                Jedis admin = new Jedis(redis.address());
                Scene scene = Scene.prepared()
                        .with("REDIS_URL", redis.address().toString())
                        .start()) {
            admin.replicaof("127.0.0.1", RealRedis.freePort());
            scene.clock().advance(UNTIL_IT_WRITES_AGAIN);
            assertReady(
                    scene,
                    503,
                    "I cannot use my memory. This Redis is a replica that takes no changes; another has to take over.\n");
            admin.replicaofNoOne();
        }
    }

    private static void assertReady(Scene scene, int status, String words) {
        HttpResponse<String> page = scene.visitor().open(scene.address("/ready"));
        assertEquals(words, page.body());
        assertEquals(status, page.statusCode());
    }
}
