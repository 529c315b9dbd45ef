package callbot;

import callbot.store.FileStateStore;
import callbot.store.RedisStateStore;
import callbot.store.SealedStateStore;
import callbot.store.StateStore;
import callbot.tunnel.NgrokTunnel;
import callbot.tunnel.PublicUrl;
import callbot.webex.Secret;
import java.security.SecureRandom;
import java.time.Clock;
import java.time.Duration;
import java.util.List;

/** What the bot finds around it, or brings with it: something to remember with, and a way in from outside. */
final class Surroundings {

    private static final Duration TUNNEL_PATIENCE = Duration.ofSeconds(15);

    private final Config config;

    /** The surroundings that are configured. */
    Surroundings(Config config) {
        this.config = config;
    }

    /** The store: Redis or the file, sealed. */
    StateStore store(Clock clock, SecureRandom random) {
        StateStore plain = config.redis()
                .<StateStore>map(redis ->
                        RedisStateStore.at(redis.address(), redis.verifyTls()).connected())
                .orElseGet(() -> FileStateStore.open(config.stateFile(), clock));
        return SealedStateStore.over(
                plain, config.stateKeys().stream().map(Secret::reveal).toList(), random);
    }

    /** The public address: as configured, or as ngrok has it, here or where it is said to be. */
    PublicUrl publicUrl() {
        if (config.publicUrl().isPresent())
            return PublicUrl.fixed(config.publicUrl().get());
        int port = config.port();
        List<String> ngrok = List.of("ngrok", "http", Integer.toString(port), "--log", "stdout");
        return config.ngrokHost()
                .map(host -> NgrokTunnel.at(host, port, TUNNEL_PATIENCE))
                .orElseGet(() -> NgrokTunnel.local(ngrok, port, TUNNEL_PATIENCE));
    }
}
