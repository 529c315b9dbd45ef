package callbot;

import callbot.metrics.Metrics;
import callbot.store.JournalStateStore;
import callbot.store.RedisStateStore;
import callbot.store.SealedStateStore;
import callbot.store.StateStore;
import callbot.trace.Tracer;
import callbot.tunnel.NgrokTunnel;
import callbot.tunnel.PublicUrl;
import callbot.webex.Patience;
import callbot.webex.Secret;
import callbot.webex.WebexClient;
import java.security.SecureRandom;
import java.time.Clock;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.function.UnaryOperator;

/**
 * What the bot finds around it, or brings with it.
 *
 * @param store what it remembers with
 * @param webex the way to Webex
 * @param tracer is told of all that goes that way
 * @param publicUrl the way in from outside
 * @param metrics what is counted, if anybody wants to know
 */
record Surroundings(StateStore store, WebexClient webex, Tracer tracer, PublicUrl publicUrl, Metrics metrics)
        implements AutoCloseable {

    private static final Duration TUNNEL_PATIENCE = Duration.ofSeconds(15);

    /**
     * The surroundings that are configured, with something put around the store.
     *
     * @throws callbot.store.StoreUnavailableException if the store cannot be had
     */
    static Surroundings open(Config config, Clock clock, SecureRandom random, UnaryOperator<StateStore> around) {
        Metrics metrics = new Metrics();
        StateStore plain = plain(config, clock);
        StateStore measured = config.metricsToken().isPresent() ? metrics.measured(plain) : plain;
        StateStore store = around.apply(sealed(measured, config));
        Tracer tracer = config.metricsToken().isPresent() ? new Tracer(clock, metrics::count) : new Tracer(clock);
        Patience patience = new Patience(clock, Thread::sleep, random);
        WebexClient webex = new WebexClient(config.webexApi(), clock, patience, tracer);
        return new Surroundings(store, webex, tracer, publicUrl(config), metrics);
    }

    @Override
    public void close() {
        publicUrl.close();
        webex.close();
        store.close();
    }

    private static StateStore plain(Config config, Clock clock) {
        return config.redis()
                .<StateStore>map(redis ->
                        RedisStateStore.at(redis.address(), redis.verifyTls()).connected())
                .orElseGet(() -> JournalStateStore.open(config.stateFile(), clock));
    }

    private static StateStore sealed(StateStore plain, Config config) {
        try {
            return SealedStateStore.over(
                    plain, config.stateKeys().stream().map(Secret::reveal).toList());
        } catch (RuntimeException | Error e) {
            plain.close(); // or it could not be opened again
            throw e;
        }
    }

    /** As configured, or as ngrok has it, here or where it is said to be. */
    static PublicUrl publicUrl(Config config) {
        if (config.publicUrl().isPresent())
            return PublicUrl.fixed(config.publicUrl().get());
        int port = config.port();
        List<String> ngrok = List.of("ngrok", "http", Integer.toString(port), "--log", "stdout");
        return config.ngrokHost()
                .map(host -> NgrokTunnel.at(host, port, TUNNEL_PATIENCE))
                .orElseGet(() -> NgrokTunnel.local(
                        ngrok,
                        config.ngrokToken()
                                .map(token -> Map.of("NGROK_AUTHTOKEN", token.reveal()))
                                .orElse(Map.of()),
                        port,
                        TUNNEL_PATIENCE));
    }
}
