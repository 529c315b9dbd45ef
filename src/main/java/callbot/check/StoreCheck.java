package callbot.check;

import callbot.Config;
import callbot.store.JournalStateStore;
import callbot.store.RedisFacts;
import callbot.store.RedisStateStore;
import callbot.store.SealedStateStore;
import callbot.store.StateStore;
import callbot.store.StoreUnavailableException;
import callbot.store.StoreUnavailableException.Reason;
import callbot.webex.Secret;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;

/** Where the bot's state is, and whether it opens. */
record StoreCheck(Config config, Clock clock) {

    private static final int LEAST_REDIS = 6;

    List<Finding> findings() {
        return config.redis().map(this::redis).orElseGet(this::file);
    }

    private List<Finding> redis(Config.Redis redis) {
        List<Finding> findings = new ArrayList<>();
        try (StateStore store =
                RedisStateStore.at(redis.address(), redis.verifyTls()).connected()) {
            RedisFacts facts = RedisFacts.of(redis.address(), redis.verifyTls());
            findings.add(Finding.good(
                    "redis",
                    "It answers at " + redis + ", version " + facts.version().orElse("not told to this user") + "."));
            facts.version()
                    .map(version -> Integer.parseInt(version.replaceFirst("\\D.*", "")))
                    .filter(version -> version < LEAST_REDIS)
                    .ifPresent(version -> findings.add(Finding.odd(
                            "redis",
                            "This version is older than any the bot was tried with.",
                            "Take Redis 7 or newer.")));
            facts.evicts()
                    .ifPresent(policy -> findings.add(Finding.bad(
                            "redis",
                            "Its maxmemory-policy is " + policy + ": when it is full, it throws sign-ins away.",
                            "redis-cli config set maxmemory-policy noeviction, or choose it where you rent it.")));
            probe(store);
            findings.add(key(store));
        } catch (StoreUnavailableException failure) {
            findings.add(Finding.bad("redis", failure.reason().sentence(), failure.getMessage()));
        }
        return findings;
    }

    /** Does what needs most rights: a change is a script. */
    private static void probe(StateStore store) {
        store.putIfAbsent("check", "", Duration.ofSeconds(1));
        store.take("check");
    }

    private List<Finding> file() {
        Path file = config.stateFile().toAbsolutePath();
        if (!Files.exists(file)) return List.of(begun(file));
        try (StateStore store = JournalStateStore.open(file, clock)) {
            return List.of(Finding.good("state file", file + " is whole."), key(store));
        } catch (StoreUnavailableException failure) {
            return List.of(
                    failure.reason() == Reason.IN_USE
                            ? Finding.good("state file", file + " is in use: the bot runs.")
                            : Finding.bad("state file", failure.reason().sentence(), failure.getMessage()));
        }
    }

    private static Finding begun(Path file) {
        return Files.isWritable(file.getParent())
                ? Finding.good("state file", file + " will be begun.")
                : Finding.bad(
                        "state file",
                        "There is no directory " + file.getParent() + " in which the bot may write.",
                        "Make it, and give it to the user as whom the bot runs, or set WXC_CC_STATE_FILE.");
    }

    /** Tries each key alone, since with several everything would be sealed again; and none if nothing is sealed yet, or it would be. */
    private Finding key(StateStore store) {
        if (!SealedStateStore.isSealed(store)) return Finding.good("state key", "Nothing is sealed yet.");
        for (Secret key : config.stateKeys()) {
            try {
                SealedStateStore.over(store, List.of(key.reveal()));
                return Finding.good("state key", "It opens what is stored.");
            } catch (StoreUnavailableException failure) {
                if (failure.reason() != Reason.SEALED) throw failure;
            }
        }
        return Finding.bad(
                "state key",
                "What is stored was sealed with another one.",
                "Put the earlier one behind the one in WXC_CC_STATE_KEY, with a comma. If it was never set, that is the"
                        + " client secret of then.");
    }
}
