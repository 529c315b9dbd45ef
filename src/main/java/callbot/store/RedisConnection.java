package callbot.store;

import callbot.store.StoreUnavailableException.Reason;
import java.lang.System.Logger.Level;
import java.time.Duration;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.atomic.AtomicReference;
import redis.clients.jedis.ClientSetInfoConfig;
import redis.clients.jedis.Connection;
import redis.clients.jedis.DefaultJedisClientConfig;
import redis.clients.jedis.HostAndPort;
import redis.clients.jedis.JedisClientConfig;
import redis.clients.jedis.SslOptions;
import redis.clients.jedis.SslVerifyMode;
import redis.clients.jedis.exceptions.JedisConnectionException;
import redis.clients.jedis.exceptions.JedisDataException;
import redis.clients.jedis.exceptions.JedisException;
import redis.clients.jedis.exceptions.JedisNoScriptException;

/**
 * The connection to one Redis, which all share. One thread asks: while it waits for answers, whoever has a question queues, and then
 * it sends all these questions in one go and reads their answers in the same order
 * (<a href="https://redis.io/docs/latest/develop/using-commands/pipelining/">pipelining</a>). So many questions at once cost
 * hardly more ways to Redis than one.
 *
 * <p>Whether the connection still lives is not asked before it is used: that would double the ways to Redis. It is found out. When it
 * is broken, or leads to a replica that takes no changes, the questions that are left are asked once more on a new one.
 */
final class RedisConnection implements AutoCloseable {

    private static final Duration PATIENCE = Duration.ofSeconds(2);

    /** After this, something on the way may have forgotten the connection without telling anybody. */
    private static final Duration LONGEST_IDLE = Duration.ofMinutes(1);

    private static final int MOST_TOGETHER = 500;

    private final System.Logger log = System.getLogger(RedisConnection.class.getName());
    private final RedisAddress address;
    private final JedisClientConfig config;
    private final BlockingQueue<Asked<?>> queue = new LinkedBlockingQueue<>();
    private final Thread asker = Thread.ofPlatform().daemon().name("redis").unstarted(this::askAll);
    private final AtomicReference<Optional<Reason>> trouble = new AtomicReference<>(Optional.empty());
    private volatile boolean closed;

    /** Of the asking thread alone. */
    private Optional<Connection> connection = Optional.empty();

    private long used;

    private RedisConnection(RedisAddress address, JedisClientConfig config) {
        this.address = address;
        this.config = config;
    }

    /** A connection that comes about with the first question, and again whenever it has broken. */
    static RedisConnection to(RedisAddress address, boolean verifyTls) {
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
        RedisConnection connection = new RedisConnection(address, builder.build());
        connection.asker.start();
        return connection;
    }

    /**
     * Asks Redis, once more if the connection was broken.
     *
     * @throws StoreUnavailableException if there is no answer, or one that is no proof
     */
    <T> T ask(RedisQuestion<T> question) {
        Asked<T> asked = new Asked<>(question);
        queue.add(asked);
        if (closed)
            asked.refuse(new StoreUnavailableException("The store was closed.")); // perhaps nobody takes it any more
        try {
            T answer = asked.answer.join(); // no interrupt ends this: others share the way
            if (trouble.get().isPresent()) available();
            return answer;
        } catch (CompletionException e) {
            if (e.getCause() instanceof JedisException failure) throw unavailable(failure);
            throw e.getCause() instanceof StoreUnavailableException closed ? closed : e;
        }
    }

    private void available() {
        Optional<Reason> before = trouble.getAndSet(Optional.empty());
        before.ifPresent(reason -> log.log(Level.INFO, "event=store.available after={0}", reason));
    }

    private StoreUnavailableException unavailable(JedisException failure) {
        RedisTrouble found = RedisTrouble.of(failure, address);
        StoreUnavailableException exception = found.asException(failure, address);
        Optional<Reason> before = trouble.getAndSet(Optional.of(found.reason()));
        if (!before.equals(Optional.of(found.reason()))) {
            log.log(
                    Level.WARNING,
                    "event=store.unavailable reason={0} message=\"{1}\"",
                    found.reason(),
                    exception.getMessage());
        }
        return exception;
    }

    private void askAll() {
        while (!closed || !queue.isEmpty()) {
            List<Asked<?>> group = nextGroup();
            try {
                askTogether(group);
            } catch (RuntimeException | Error e) { // whatever it is, nobody may be left waiting for ever
                disconnect();
                group.forEach(asked -> asked.refuse(e));
            }
        }
        disconnect();
    }

    private List<Asked<?>> nextGroup() {
        List<Asked<?>> group = new ArrayList<>();
        try {
            group.add(queue.take());
        } catch (InterruptedException e) {
            // it is being closed; what is in the queue is still asked
        }
        queue.drainTo(group, MOST_TOGETHER);
        return group;
    }

    private void askTogether(List<Asked<?>> group) {
        if (System.nanoTime() - used > LONGEST_IDLE.toNanos()) disconnect();
        boolean wasOpen = connection.isPresent();
        List<Asked<?>> left = attempt(group);
        if (wasOpen && !left.isEmpty()) left = attempt(left);
        left.forEach(Asked::giveUp);
        used = System.nanoTime();
    }

    /** Asks these. Those that it returns have got no answer, and might get one on a new connection. */
    private List<Asked<?>> attempt(List<Asked<?>> group) {
        Deque<Asked<?>> waiting = new ArrayDeque<>(group);
        List<Asked<?>> left = new ArrayList<>();
        try {
            Connection redis = connected();
            group.forEach(asked -> redis.sendCommand(asked.question.command().getArguments()));
            while (!waiting.isEmpty()) {
                try {
                    Object reply = redis.getOne();
                    waiting.remove().hear(reply);
                } catch (JedisNoScriptException e) { // so nothing of it was done
                    Asked<?> unknown = waiting.remove();
                    redis.sendCommand(unknown.question.inFull().get());
                    waiting.add(unknown);
                } catch (JedisDataException e) {
                    Asked<?> refused = waiting.remove();
                    if (isReadOnly(e)) left.add(refused.failed(e));
                    else refused.refuse(e);
                }
            }
        } catch (JedisException e) {
            if (RedisTrouble.isTimeout(e))
                waiting.forEach(asked -> asked.refuse(e)); // it would only take as long again
            else
                for (Asked<?> asked : waiting)
                    left.add(connection.isPresent() ? asked.perhapsHeard(e) : asked.failed(e));
            disconnect();
        }
        if (!left.isEmpty()) disconnect();
        return left;
    }

    private boolean isReadOnly(JedisException failure) {
        return RedisTrouble.of(failure, address).reason() == Reason.READ_ONLY;
    }

    private Connection connected() {
        if (connection.isEmpty())
            connection = Optional.of(new Connection(new HostAndPort(address.host(), address.port()), config));
        return connection.get();
    }

    private void disconnect() {
        try {
            connection.ifPresent(Connection::close);
        } catch (JedisException e) {
            // it was broken, and is gone all the same
        }
        connection = Optional.empty();
    }

    /** Ends it, after what waits has been asked. */
    @Override
    public void close() {
        closed = true;
        asker.interrupt();
    }

    /** A question that somebody waits for; but for its answer, it is the asking thread's alone. */
    private static final class Asked<T> {

        private final RedisQuestion<T> question;
        private final CompletableFuture<T> answer = new CompletableFuture<>();
        private boolean mayHaveBeenHeard;
        private JedisException failure;

        Asked(RedisQuestion<T> question) {
            this.question = question;
        }

        void hear(Object reply) {
            T read = question.read(reply);
            if (!mayHaveBeenHeard || question.isProof().test(read)) answer.complete(read);
            else
                refuse(new JedisConnectionException(
                        "the connection broke before the answer came, and nobody can tell what it was"));
        }

        Asked<T> perhapsHeard(JedisException why) {
            mayHaveBeenHeard = true;
            return failed(why);
        }

        Asked<T> failed(JedisException why) {
            failure = why;
            return this;
        }

        void giveUp() {
            refuse(failure);
        }

        void refuse(Throwable why) {
            answer.completeExceptionally(why);
        }
    }
}
