package callbot.store;

import java.net.URI;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
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

    /** For each key four arguments: what is expected ("any", "none", "one", or "=" and the value), "set" or "del", the value, the lifetime. */
    private static final String CHANGE = """
            for i, key in ipairs(KEYS) do
              local expected = ARGV[4 * i - 3]
              if expected ~= 'any' then
                local value = redis.call('GET', key)
                if expected == 'none' then
                  if value then return 0 end
                elseif expected == 'one' then
                  if not value then return 0 end
                elseif not value or '=' .. value ~= expected then return 0 end
              end
            end
            for i, key in ipairs(KEYS) do
              if ARGV[4 * i - 2] == 'del' then redis.call('DEL', key)
              elseif ARGV[4 * i] == '' then redis.call('SET', key, ARGV[4 * i - 1])
              else redis.call('SET', key, ARGV[4 * i - 1], 'PX', ARGV[4 * i]) end
            end
            return 1
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
        RedisAddress named = RedisAddress.of(address);
        var client = DefaultJedisClientConfig.builder(address)
                .user(named.user().orElse(null))
                .password(named.password().orElse(null))
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
        var connections = new RedisConnections(
                new ConnectionFactory(new HostAndPort(named.host(), named.port()), client.build()));
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
    public Map<String, String> get(Collection<String> keys) {
        List<String> names = List.copyOf(keys);
        if (names.isEmpty()) return Map.of();
        List<String> values =
                ask(client -> client.mget(names.stream().map(PREFIX::concat).toArray(String[]::new)));
        Map<String, String> found = new HashMap<>();
        for (int i = 0; i < names.size(); i++) if (values.get(i) != null) found.put(names.get(i), values.get(i));
        return found;
    }

    @Override
    public boolean change(List<Change> changes) {
        List<String> keys =
                changes.stream().map(change -> PREFIX + change.key()).toList();
        List<String> arguments =
                changes.stream().flatMap(change -> arguments(change).stream()).toList();
        return ask(client -> client.eval(CHANGE, keys, arguments).equals(1L));
    }

    private static List<String> arguments(Change change) {
        return switch (change) {
            case Change.Put(String key, String value, Duration lifetime) ->
                List.of("any", "set", value, milliseconds(lifetime));
            case Change.PutIfAbsent(String key, String value, Duration lifetime) ->
                List.of("none", "set", value, milliseconds(lifetime));
            case Change.PutIfPresent(String key, String value, Duration lifetime) ->
                List.of("one", "set", value, milliseconds(lifetime));
            case Change.Replace(String key, String expected, String value, Duration lifetime) ->
                List.of("=" + expected, "set", value, milliseconds(lifetime));
            case Change.Delete(String key) -> List.of("any", "del", "", "");
            case Change.DeleteIf(String key, String expected) -> List.of("=" + expected, "del", "", "");
        };
    }

    private static String milliseconds(Duration lifetime) {
        return lifetime.equals(FOREVER) ? "" : Long.toString(lifetime.toMillis());
    }

    @Override
    public Optional<String> take(String key) {
        return ask(client -> Optional.ofNullable(client.getDel(PREFIX + key)));
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
    public Optional<Duration> remaining(String key) {
        long milliseconds = ask(client -> client.pttl(PREFIX + key));
        if (milliseconds == -2) return Optional.empty();
        return Optional.of(milliseconds == -1 ? FOREVER : Duration.ofMillis(milliseconds));
    }

    @Override
    public void close() {
        redis.close();
    }

    private <T> T ask(Function<RedisClient, T> question) {
        try {
            return question.apply(redis);
        } catch (JedisException e) {
            throw new StoreUnavailableException("Redis does not answer: " + rootMessage(e), e);
        }
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
