package callbot.store;

import callbot.store.StoreUnavailableException.Reason;
import java.lang.System.Logger.Level;
import java.time.Duration;
import java.util.Deque;
import java.util.Optional;
import java.util.concurrent.ConcurrentLinkedDeque;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.AtomicReference;
import java.util.function.Function;
import java.util.function.Predicate;
import redis.clients.jedis.ClientSetInfoConfig;
import redis.clients.jedis.DefaultJedisClientConfig;
import redis.clients.jedis.HostAndPort;
import redis.clients.jedis.Jedis;
import redis.clients.jedis.JedisClientConfig;
import redis.clients.jedis.SslOptions;
import redis.clients.jedis.SslVerifyMode;
import redis.clients.jedis.exceptions.JedisConnectionException;
import redis.clients.jedis.exceptions.JedisException;

/**
 * The connections to one Redis. Each is used by one at a time; there are a few, more would not be faster; and nobody waits for one
 * longer than for an answer.
 *
 * <p>Whether a connection still lives is not asked before it is used: that would double the ways to Redis. It is found out. When one
 * is broken, or leads to a replica that takes no changes, all that are as old are dropped with it, since they lead to the same
 * end, and the question is asked once more on a new one.
 */
final class RedisConnections implements AutoCloseable {

    private static final int MOST = 12;
    private static final Duration PATIENCE = Duration.ofSeconds(2);

    /** After this, something on the way may have forgotten the connection without telling anybody. */
    private static final Duration LONGEST_IDLE = Duration.ofMinutes(1);

    private final System.Logger log = System.getLogger(RedisConnections.class.getName());
    private final RedisAddress address;
    private final JedisClientConfig config;
    private final Semaphore permits = new Semaphore(MOST, true);
    private final Deque<Pooled> idle = new ConcurrentLinkedDeque<>();
    private final AtomicInteger generation = new AtomicInteger();
    private final AtomicReference<Optional<Reason>> trouble = new AtomicReference<>(Optional.empty());
    private volatile boolean closed;

    /**
     * A connection.
     *
     * @param generation how often all connections had been dropped when it was made
     * @param used when it was used last, by {@link System#nanoTime}
     */
    private record Pooled(Jedis redis, int generation, long used) {

        boolean isFresh() {
            return System.nanoTime() - used < LONGEST_IDLE.toNanos();
        }
    }

    RedisConnections(RedisAddress address, boolean verifyTls) {
        this.address = address;
        var builder = DefaultJedisClientConfig.builder()
                .connectionTimeoutMillis((int) PATIENCE.toMillis())
                .socketTimeoutMillis((int) PATIENCE.toMillis())
                .clientSetInfoConfig(ClientSetInfoConfig.DISABLED)
                .database(address.database());
        address.user().ifPresent(builder::user);
        address.password().ifPresent(builder::password);
        SslVerifyMode verify = verifyTls ? SslVerifyMode.FULL : SslVerifyMode.INSECURE;
        if (address.tls())
            builder.sslOptions(SslOptions.builder().sslVerifyMode(verify).build());
        config = builder.build();
    }

    /**
     * Asks Redis, once more if the connection was broken.
     *
     * @param isProof whether this answer to the second question says what became of the first, which may have been heard
     * @throws StoreUnavailableException if there is no answer, or one that is no proof
     */
    <T> T ask(Function<Jedis, T> question, Predicate<T> isProof) {
        acquire();
        try {
            T answer = askPooled(question, isProof);
            Optional<Reason> before = trouble.getAndSet(Optional.empty());
            before.ifPresent(reason -> log.log(Level.INFO, "event=store.available after={0}", reason));
            return answer;
        } catch (JedisException e) {
            RedisTrouble found = RedisTrouble.of(e, address);
            StoreUnavailableException exception = found.asException(e, address);
            Optional<Reason> before = trouble.getAndSet(Optional.of(found.reason()));
            if (!before.equals(Optional.of(found.reason()))) {
                log.log(
                        Level.WARNING,
                        "event=store.unavailable reason={0} message=\"{1}\"",
                        found.reason(),
                        exception.getMessage());
            }
            throw exception;
        } finally {
            permits.release();
        }
    }

    private void acquire() {
        if (closed) throw new StoreUnavailableException("The store was closed.");
        try {
            if (permits.tryAcquire(PATIENCE.toMillis(), TimeUnit.MILLISECONDS)) return;
            throw new StoreUnavailableException(Reason.UNREACHABLE, "All connections to " + address + " are in use.");
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new StoreUnavailableException(Reason.OTHER, "Interrupted while waiting for Redis.", e);
        }
    }

    private <T> T askPooled(Function<Jedis, T> question, Predicate<T> isProof) {
        Optional<Pooled> atHand = takeIdle();
        if (atHand.isEmpty()) return askOn(connect(), question);
        boolean heard;
        try {
            return askOn(atHand.get(), question);
        } catch (JedisConnectionException e) {
            if (RedisTrouble.isTimeout(e)) throw e; // it would only take as long again
            heard = true;
        } catch (JedisException e) {
            if (!isReadOnly(e)) throw e;
            heard = false;
        }
        T answer = askOn(connect(), question);
        if (heard && !isProof.test(answer))
            throw new JedisConnectionException(
                    "the connection broke before the answer came, and nobody can tell what it was");
        return answer;
    }

    private boolean isReadOnly(JedisException failure) {
        return RedisTrouble.of(failure, address).reason() == Reason.READ_ONLY;
    }

    private <T> T askOn(Pooled pooled, Function<Jedis, T> question) {
        boolean keep = false;
        try {
            T answer = question.apply(pooled.redis());
            keep = true;
            return answer;
        } catch (JedisException e) {
            keep = !(e instanceof JedisConnectionException) && !isReadOnly(e);
            if (!keep) dropAllAsOldAs(pooled);
            throw e;
        } finally {
            giveBack(pooled, keep);
        }
    }

    private Pooled connect() {
        int now = generation.get();
        return new Pooled(new Jedis(new HostAndPort(address.host(), address.port()), config), now, System.nanoTime());
    }

    private Optional<Pooled> takeIdle() {
        for (Pooled pooled = idle.pollFirst(); pooled != null; pooled = idle.pollFirst()) {
            if (isCurrent(pooled) && pooled.isFresh()) return Optional.of(pooled);
            close(pooled);
        }
        return Optional.empty();
    }

    private void giveBack(Pooled pooled, boolean keep) {
        if (keep && isCurrent(pooled))
            idle.addFirst(new Pooled(pooled.redis(), pooled.generation(), System.nanoTime()));
        else close(pooled);
        if (closed) closeIdle();
    }

    private boolean isCurrent(Pooled pooled) {
        return pooled.generation() == generation.get();
    }

    private void dropAllAsOldAs(Pooled pooled) {
        if (generation.compareAndSet(pooled.generation(), pooled.generation() + 1)) closeIdle();
    }

    private void closeIdle() {
        for (Pooled pooled = idle.pollFirst(); pooled != null; pooled = idle.pollFirst()) close(pooled);
    }

    private static void close(Pooled pooled) {
        try {
            pooled.redis().close();
        } catch (JedisException e) {
            // it was broken, and is gone all the same
        }
    }

    /** Ends those that nobody uses now, and each of the others when its question is answered. */
    @Override
    public void close() {
        closed = true;
        closeIdle();
    }
}
