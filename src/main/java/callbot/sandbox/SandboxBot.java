package callbot.sandbox;

import callbot.Bot;
import callbot.Config;
import callbot.sandbox.traffic.Begun;
import callbot.sandbox.wire.StoreChange;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.time.Duration;
import java.util.Optional;
import java.util.concurrent.locks.ReentrantLock;
import java.util.function.Consumer;
import java.util.function.Supplier;

/** The real bot in the sandbox. It can be killed, and then started again on what it has left behind. */
final class SandboxBot implements AutoCloseable {

    private final Config config;
    private final Supplier<Begun> stopwatch;
    private final Consumer<StoreChange> watcher;
    private final ReentrantLock lock = new ReentrantLock();
    private volatile Optional<Life> life = Optional.empty();

    private record Life(Bot bot, Lifeline lifeline) {}

    /**
     * A bot with these settings, not started yet.
     *
     * @param watcher is told what it writes down, on the thread that does it
     */
    SandboxBot(Config config, Supplier<Begun> stopwatch, Consumer<StoreChange> watcher) {
        this.config = config;
        this.stopwatch = stopwatch;
        this.watcher = watcher;
    }

    /**
     * Starts it, unless it runs.
     *
     * @throws UncheckedIOException if its port cannot be had
     * @throws RuntimeException if Webex does not let it start
     */
    void start() {
        lock.lock();
        try {
            if (life.isEmpty()) life = Optional.of(begin());
        } finally {
            lock.unlock();
        }
    }

    /** Stops its threads in the middle of whatever they do, if it runs. Nothing is finished, and nobody is told. */
    void kill() {
        lock.lock();
        try {
            life.ifPresent(SandboxBot::cut);
            life = Optional.empty();
        } finally {
            lock.unlock();
        }
    }

    boolean isAlive() {
        return life.isPresent();
    }

    /** Has it do now what it does every few minutes, if it runs. */
    void upkeep() {
        life.ifPresent(one -> one.bot().upkeep());
    }

    /** Stops it as it stops when it is asked to. */
    @Override
    public void close() {
        lock.lock();
        try {
            life.ifPresent(one -> one.bot().stop(Bot.PATIENCE));
            life = Optional.empty();
        } finally {
            lock.unlock();
        }
    }

    private Life begin() {
        Lifeline lifeline = new Lifeline();
        try {
            Bot bot = Bot.start(config, below -> new WatchedStore(below, lifeline, stopwatch, watcher));
            return new Life(bot, lifeline);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** Whatever it tries to write down from now on, be it that it stops, is not written. */
    private static void cut(Life life) {
        life.lifeline().cut();
        life.bot().stop(Duration.ZERO);
    }
}
