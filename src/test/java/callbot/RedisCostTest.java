package callbot;

import static org.junit.jupiter.api.Assertions.assertTrue;

import callbot.testing.Eventually;
import callbot.testing.RealRedis;
import callbot.testing.RedisMonitor;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.locks.LockSupport;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** How often Redis is asked for one command in the chat, from the webhook to the end of the work. */
class RedisCostTest {

    private static final Duration QUIET = Duration.ofMillis(300);

    private RealRedis redis;
    private Scene scene;
    private RedisMonitor monitor;

    @BeforeEach
    void start() {
        redis = RealRedis.with();
        scene = Scene.prepared().with("REDIS_URL", redis.address().toString()).start();
        scene.signIn(scene.alice());
        scene.ask(scene.alice(), "/echo hello");
        monitor = new RedisMonitor(redis);
        Eventually.isTrue("upkeep's first round is over", this::isQuiet);
    }

    private boolean isQuiet() {
        monitor.forget();
        LockSupport.parkNanos(QUIET.toNanos());
        return monitor.commands().isEmpty();
    }

    @AfterEach
    void stop() {
        monitor.close();
        scene.close();
        redis.close();
    }

    @Test
    void helpCostsThreeQuestionsAtMost() {
        assertCosts(3, "/help", "/help");
    }

    @Test
    void diallingCostsFiveQuestionsAtMost() {
        assertCosts(5, "/dial 1002", "/dial 1003");
    }

    /** What the bot does by itself meanwhile costs something too, so it is tried twice. */
    private void assertCosts(int most, String... commands) {
        List<List<String>> asked = IntStream.range(0, commands.length)
                .mapToObj(i -> questionsFor(commands[i]))
                .toList();
        assertTrue(asked.stream().anyMatch(questions -> questions.size() <= most), asked::toString);
    }

    private List<String> questionsFor(String command) {
        monitor.forget();
        scene.ask(scene.alice(), command);
        Eventually.isTrue(
                "its trace is kept",
                () -> monitor.commands().stream().anyMatch(question -> question.contains("callbot:why:")));
        return monitor.commands();
    }
}
