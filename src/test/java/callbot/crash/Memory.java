package callbot.crash;

import callbot.json.Json;
import callbot.store.JournalStateStore;
import callbot.store.RedisStateStore;
import callbot.store.SealedStateStore;
import callbot.store.StateStore;
import callbot.testing.RealRedis;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.function.Consumer;
import java.util.function.Supplier;

/** What the bot remembers, seen from outside while it does not run. */
final class Memory implements AutoCloseable {

    private final Map<String, String> variables;
    private final Supplier<StateStore> opener;
    private final Runnable closer;

    /** Where it remembers. */
    enum Kind {
        FILE,
        REDIS
    }

    private Memory(Map<String, String> variables, Supplier<StateStore> opener, Runnable closer) {
        this.variables = variables;
        this.opener = opener;
        this.closer = closer;
    }

    static Memory of(Kind kind, Path directory) {
        return switch (kind) {
            case FILE -> {
                Path file = directory.resolve("state.json");
                yield new Memory(
                        Map.of("WXC_CC_STATE_FILE", file.toString()),
                        () -> JournalStateStore.open(file, Clock.systemUTC()),
                        () -> {});
            }
            case REDIS -> {
                RealRedis redis = RealRedis.with();
                yield new Memory(
                        Map.of("REDIS_URL", redis.address().toString()),
                        () -> RedisStateStore.at(redis.address(), true),
                        redis::close);
            }
        };
    }

    /** The bot's settings for it. */
    Map<String, String> variables() {
        return variables;
    }

    /** Looks into it with the secret with which the bot seals it. */
    void with(String secret, Consumer<StateStore> action) {
        try (StateStore store = SealedStateStore.over(opener.get(), List.of(secret))) {
            action.accept(store);
        }
    }

    /** Makes of it what it is after this time without a bot. */
    void age(String secret, Duration time) {
        with(
                secret,
                store -> events(store).forEach(key -> {
                    Json entry = Json.parse(store.get(key).orElseThrow());
                    Duration remaining = store.remaining(key).orElseThrow();
                    store.put(key, older(entry, time), remaining.minus(time));
                }));
    }

    private static List<String> events(StateStore store) {
        return store.keys("instance:").stream()
                .flatMap(instance -> store.keys("event:" + instance.substring("instance:".length()) + ":").stream())
                .toList();
    }

    /**
     * No sign of life of the killed bot is left, as it is with Redis after 30 seconds. The state file belongs to one bot alone,
     * whose next start must not need this.
     */
    void forgetWhoLived(String secret) {
        if (variables.containsKey("REDIS_URL")) {
            with(
                    secret,
                    store -> store.keys("instance:")
                            .forEach(key -> store.delete("alive." + key.substring("instance:".length()))));
        }
    }

    private static String older(Json entry, Duration time) {
        Instant at = entry.instant("at").orElseThrow();
        return Json.object()
                .put("state", entry.requireText("state"))
                .put("at", at.minus(time))
                .put("body", entry.requireText("body"))
                .toString();
    }

    @Override
    public void close() {
        closer.run();
    }
}
