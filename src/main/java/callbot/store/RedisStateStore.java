package callbot.store;

import java.net.URI;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import redis.clients.jedis.ConnectionFactory;
import redis.clients.jedis.ConnectionPoolConfig;
import redis.clients.jedis.DefaultJedisClientConfig;
import redis.clients.jedis.HostAndPort;
import redis.clients.jedis.RedisClient;
import redis.clients.jedis.SslOptions;
import redis.clients.jedis.SslVerifyMode;
import redis.clients.jedis.exceptions.JedisException;
import redis.clients.jedis.params.ScanParams;
import redis.clients.jedis.params.SetParams;
import redis.clients.jedis.providers.PooledConnectionProvider;
import redis.clients.jedis.resps.ScanResult;

/**
 * The state in Redis, shared by all instances. Lifetimes are Redis's own; what takes more than one command is a script, so
 * that it is atomic there. It connects when it is first used and again by itself when a connection is lost.
 */
public final class RedisStateStore implements StateStore {

    private static final String PREFIX = "callbot:";
    private static final int CONNECTIONS = 16;
    private static final Duration PATIENCE = Duration.ofSeconds(2);
    private static final int SCAN_PAGE = 1000;

    private static final String REPLACE = """
            if redis.call('GET', KEYS[1]) ~= ARGV[1] then return 0 end
            if ARGV[3] == 'KEEPTTL' then redis.call('SET', KEYS[1], ARGV[2], 'KEEPTTL')
            elseif ARGV[3] == '' then redis.call('SET', KEYS[1], ARGV[2])
            else redis.call('SET', KEYS[1], ARGV[2], 'PX', ARGV[3]) end
            return 1
            """;

    private static final String DELETE = """
            if redis.call('GET', KEYS[1]) ~= ARGV[1] then return 0 end
            return redis.call('DEL', KEYS[1])
            """;

    private final RedisClient redis;

    private RedisStateStore(RedisClient redis) {
        this.redis = redis;
    }

    /**
     * The store at this address; nothing is connected yet.
     *
     * @param address {@code redis://} or, for TLS, {@code rediss://}, with user, password and database number if need be
     * @param verifyTls whether the server's certificate must be one that this machine trusts, for this host name
     */
    public static RedisStateStore at(URI address, boolean verifyTls) {
        var client = DefaultJedisClientConfig.builder(address)
                .connectionTimeoutMillis((int) PATIENCE.toMillis())
                .socketTimeoutMillis((int) PATIENCE.toMillis());
        if (address.getScheme().equals("rediss") && !verifyTls) {
            client.sslOptions(
                    SslOptions.builder().sslVerifyMode(SslVerifyMode.INSECURE).build());
        }
        var pool = new ConnectionPoolConfig();
        pool.setMaxTotal(CONNECTIONS);
        pool.setMaxIdle(CONNECTIONS);
        pool.setMinIdle(CONNECTIONS);
        pool.setMaxWait(PATIENCE);
        pool.setTestOnBorrow(true); // a connection that died since is replaced instead of failing its next user
        int port = address.getPort() < 0 ? 6379 : address.getPort();
        var connections =
                new RedisConnections(new ConnectionFactory(new HostAndPort(address.getHost(), port), client.build()));
        RedisClient redis = RedisClient.builder()
                .connectionProvider(new PooledConnectionProvider(connections, pool))
                .build();
        return new RedisStateStore(redis);
    }

    /**
     * Fills the pool. Below Java 24 a pool that fills itself under many virtual threads can block for ever
     * (apache/commons-pool#339), so this is done once, before there are any.
     *
     * @throws StoreUnavailableException if Redis cannot be reached, or refuses; the store is closed then
     */
    public RedisStateStore connected() {
        try {
            redis.getPool().preparePool();
            return this;
        } catch (Exception e) { // it is declared to throw any
            close();
            throw new StoreUnavailableException("Redis cannot be reached: " + rootMessage(e), e);
        }
    }

    @Override
    public Optional<String> get(String key) {
        return ask(client -> Optional.ofNullable(client.get(PREFIX + key)));
    }

    @Override
    public void put(String key, String value, Duration lifetime) {
        ask(client -> client.set(PREFIX + key, value, expiring(lifetime)));
    }

    @Override
    public boolean putIfAbsent(String key, String value, Duration lifetime) {
        return ask(client -> client.set(PREFIX + key, value, expiring(lifetime).nx()) != null);
    }

    @Override
    public boolean replace(String key, String expected, String value, Duration lifetime) {
        String milliseconds = lifetime.equals(FOREVER) ? "" : Long.toString(lifetime.toMillis());
        return script(REPLACE, key, List.of(expected, value, lifetime.equals(UNCHANGED) ? "KEEPTTL" : milliseconds));
    }

    @Override
    public Optional<String> take(String key) {
        return ask(client -> Optional.ofNullable(client.getDel(PREFIX + key)));
    }

    @Override
    public void delete(String key) {
        ask(client -> client.del(PREFIX + key));
    }

    @Override
    public boolean delete(String key, String expected) {
        return script(DELETE, key, List.of(expected));
    }

    @Override
    public List<String> keys(String prefix) {
        return ask(client -> {
            List<String> keys = new ArrayList<>();
            ScanParams page =
                    new ScanParams().match(PREFIX + literally(prefix) + "*").count(SCAN_PAGE);
            String cursor = ScanParams.SCAN_POINTER_START;
            do {
                ScanResult<String> result = client.scan(cursor, page);
                result.getResult().forEach(key -> keys.add(key.substring(PREFIX.length())));
                cursor = result.getCursor();
            } while (!cursor.equals(ScanParams.SCAN_POINTER_START));
            return keys.stream().distinct().toList(); // SCAN may name a key twice
        });
    }

    @Override
    public void close() {
        redis.close();
    }

    private boolean script(String script, String key, List<String> arguments) {
        return ask(
                client -> client.eval(script, List.of(PREFIX + key), arguments).equals(1L));
    }

    private <T> T ask(Function<RedisClient, T> question) {
        try {
            return question.apply(redis);
        } catch (JedisException e) {
            throw new StoreUnavailableException("Redis does not answer: " + rootMessage(e), e);
        }
    }

    private static SetParams expiring(Duration lifetime) {
        SetParams params = SetParams.setParams();
        return lifetime.equals(FOREVER) ? params : params.px(lifetime.toMillis());
    }

    private static String literally(String prefix) {
        return prefix.replaceAll("[\\\\*?\\[\\]]", "\\\\$0");
    }

    private static String rootMessage(Throwable failure) {
        Throwable root = failure;
        while (root.getCause() != null) root = root.getCause();
        return root.getMessage() == null ? root.getClass().getSimpleName() : root.getMessage();
    }
}
