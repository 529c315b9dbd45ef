package callbot.store;

import java.net.URI;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.function.Consumer;
import redis.clients.jedis.CommandObject;
import redis.clients.jedis.CommandObjects;
import redis.clients.jedis.RedisProtocol;
import redis.clients.jedis.params.ScanParams;
import redis.clients.jedis.resps.ScanResult;

/**
 * The state in Redis, shared by all instances. Every operation is one way to Redis and back; what takes more than one command is a
 * {@link RedisScript}, so that it is atomic there. Lifetimes are Redis's own.
 *
 * <p>The keys of a family are found by an index, a sorted set under {@code callbot:redis:keys:} and the family, which the same
 * script keeps: in it each key has the time when it expires for a score. Redis does not take expired keys out of it, so whoever
 * writes or lists a family does; and it expires itself when the last of its keys does.
 *
 * <p>It connects when it is first used, and again by itself.
 */
public final class RedisStateStore implements StateStore {

    private static final String PREFIX = "callbot:";

    /** What is this class's own; no feature's keys begin like this. */
    private static final String OWN = PREFIX + "redis:";

    private static final String INDEX = OWN + "keys:";

    /** Says how the store is written, so that a later version can tell. */
    private static final String FORMAT_KEY = OWN + "format";

    private static final String FORMAT = "2";
    private static final int SCAN_PAGE = 500;

    /** Lua: {@code now} in milliseconds, and how a key with so many of them left ('' for ever) comes into its index. */
    private static final String INDEXING = """
            local time = redis.call('TIME')
            local now = time[1] * 1000 + math.floor(time[2] / 1000)
            local function prune(index)
              redis.call('ZREMRANGEBYSCORE', index, '-inf', now)
            end
            local function remember(index, key, lifetime)
              prune(index)
              local left = redis.call('PTTL', index) -- -2 if there is none, -1 for ever
              if lifetime == '' then
                redis.call('ZADD', index, '+inf', key)
                if left >= 0 then redis.call('PERSIST', index) end
              else
                redis.call('ZADD', index, string.format('%.0f', now + lifetime), key)
                if left == -2 or left >= 0 and left < tonumber(lifetime) then redis.call('PEXPIRE', index, lifetime) end
              end
            end
            """;

    /**
     * KEYS: for each change its key and the index of its family, or the key again if it has none. ARGV: for each change what must
     * be there ("any", "none", "some", or "=" and the value), "set" or "delete", the value, and its lifetime in milliseconds.
     */
    private static final RedisScript CHANGE = new RedisScript(INDEXING + """
            for i = 1, #KEYS / 2 do
              local expected = ARGV[4 * i - 3]
              if expected ~= 'any' then
                local value = redis.call('GET', KEYS[2 * i - 1])
                if expected == 'none' then
                  if value then return 0 end
                elseif not value or expected ~= 'some' and expected ~= '=' .. value then return 0 end
              end
            end
            for i = 1, #KEYS / 2 do
              local key, index, value, lifetime = KEYS[2 * i - 1], KEYS[2 * i], ARGV[4 * i - 1], ARGV[4 * i]
              if ARGV[4 * i - 2] == 'delete' then
                redis.call('DEL', key)
                if index ~= key then redis.call('ZREM', index, key) end
              else
                if lifetime == '' then redis.call('SET', key, value)
                else redis.call('SET', key, value, 'PX', lifetime) end
                if index ~= key then remember(index, key, lifetime) end
              end
            end
            return 1
            """);

    /** KEYS: a key, and the index of its family. */
    private static final RedisScript TAKE = new RedisScript("""
            local value = redis.call('GET', KEYS[1])
            if value then
              redis.call('DEL', KEYS[1])
              if KEYS[2] ~= KEYS[1] then redis.call('ZREM', KEYS[2], KEYS[1]) end
            end
            return value
            """);

    /** KEYS: an index. */
    private static final RedisScript LIST = new RedisScript(INDEXING + """
            prune(KEYS[1])
            return redis.call('ZRANGE', KEYS[1], 0, -1)
            """);

    /** KEYS: keys, each with the index of its family. */
    private static final RedisScript INDEX_ALL = new RedisScript(INDEXING + """
            for i = 1, #KEYS, 2 do
              local left = redis.call('PTTL', KEYS[i])
              if left ~= -2 and KEYS[i + 1] ~= KEYS[i] then
                remember(KEYS[i + 1], KEYS[i], left == -1 and '' or tostring(left))
              end
            end
            """);

    /** How commands are written, and their answers read. */
    private final CommandObjects commands = new CommandObjects(RedisProtocol.RESP2);

    private final RedisConnection connection;

    private RedisStateStore(RedisConnection connection) {
        this.connection = connection;
    }

    /**
     * The store at this address; nothing is connected yet.
     *
     * @param address {@code redis://} or, for TLS, {@code rediss://}, with user, password and database number if need be
     * @param verifyTls whether the server's certificate must be one that this machine trusts, for this host name
     */
    public static RedisStateStore at(URI address, boolean verifyTls) {
        return new RedisStateStore(RedisConnection.to(RedisAddress.of(address), verifyTls));
    }

    /**
     * Connects, and makes an index of what was written by the version that had none.
     *
     * @throws StoreUnavailableException if Redis cannot be reached, or refuses; the store is closed then
     */
    public RedisStateStore connected() {
        try {
            if (!FORMAT.equals(ask(commands.get(FORMAT_KEY)))) indexAll();
            return this;
        } catch (StoreUnavailableException e) {
            close();
            throw e;
        }
    }

    private void indexAll() {
        scan(keys -> {
            List<String> names =
                    keys.stream().flatMap(key -> names(key).stream()).toList();
            connection.ask(INDEX_ALL.with(commands, names, List.of()));
        });
        ask(commands.set(FORMAT_KEY, FORMAT));
    }

    private void scan(Consumer<List<String>> action) {
        ScanParams page = new ScanParams().match(PREFIX + "*").count(SCAN_PAGE);
        String cursor = ScanParams.SCAN_POINTER_START;
        do {
            ScanResult<String> found = ask(commands.scan(cursor, page));
            List<String> keys = found.getResult().stream()
                    .filter(name -> !name.startsWith(OWN))
                    .map(name -> name.substring(PREFIX.length()))
                    .toList();
            if (!keys.isEmpty()) action.accept(keys);
            cursor = found.getCursor();
        } while (!cursor.equals(ScanParams.SCAN_POINTER_START));
    }

    @Override
    public Optional<String> get(String key) {
        return Optional.ofNullable(ask(commands.get(PREFIX + key)));
    }

    @Override
    public Map<String, String> get(Collection<String> keys) {
        List<String> names = List.copyOf(keys);
        if (names.isEmpty()) return Map.of();
        List<String> values =
                ask(commands.mget(names.stream().map(PREFIX::concat).toArray(String[]::new)));
        Map<String, String> found = new HashMap<>();
        for (int i = 0; i < names.size(); i++) if (values.get(i) != null) found.put(names.get(i), values.get(i));
        return found;
    }

    @Override
    public boolean change(List<Change> changes) {
        List<String> keys = new ArrayList<>();
        List<String> arguments = new ArrayList<>();
        for (Change change : changes) {
            keys.addAll(names(change.key()));
            arguments.add(expected(change));
            switch (change) {
                case Change.Sets set -> arguments.addAll(List.of("set", set.value(), milliseconds(set.lifetime())));
                case Change.Removes remove -> arguments.addAll(List.of("delete", "", ""));
            }
        }
        if (keys.isEmpty()) return true;
        return isMade(connection.ask(CHANGE.with(commands, keys, arguments).provedBy(RedisStateStore::isMade)));
    }

    private static boolean isMade(Object answer) {
        return answer.equals(1L);
    }

    private static String expected(Change change) {
        return switch (change) {
            case Change.Put put -> "any";
            case Change.Delete delete -> "any";
            case Change.PutIfAbsent put -> "none";
            case Change.PutIfPresent put -> "some";
            case Change.Replace replace -> "=" + replace.expected();
            case Change.DeleteIf delete -> "=" + delete.expected();
        };
    }

    /** The key and the index of its family as Redis has them; the key twice if it has no family. */
    private static List<String> names(String key) {
        String name = PREFIX + key;
        int colon = key.lastIndexOf(':');
        return List.of(name, colon < 0 ? name : INDEX + key.substring(0, colon + 1));
    }

    private static String milliseconds(Duration lifetime) {
        return lifetime.equals(FOREVER) ? "" : Long.toString(Math.max(1, lifetime.toMillis()));
    }

    @Override
    public Optional<String> take(String key) {
        RedisQuestion<Object> question = TAKE.with(commands, names(key), List.of());
        return Optional.ofNullable((String) connection.ask(question.provedBy(Objects::nonNull)));
    }

    @Override
    public List<String> keys(String family) {
        List<?> names = (List<?>) connection.ask(LIST.with(commands, List.of(INDEX + family), List.of()));
        return names.stream()
                .map(name -> ((String) name).substring(PREFIX.length()))
                .toList();
    }

    @Override
    public void forEachKey(Consumer<String> action) {
        scan(keys -> keys.forEach(action));
    }

    @Override
    public Optional<Duration> remaining(String key) {
        long milliseconds = ask(commands.pttl(PREFIX + key));
        if (milliseconds == -2) return Optional.empty();
        return Optional.of(milliseconds == -1 ? FOREVER : Duration.ofMillis(milliseconds));
    }

    /** Asks what may be asked twice. */
    private <T> T ask(CommandObject<T> command) {
        return connection.ask(RedisQuestion.of(command));
    }

    @Override
    public void close() {
        connection.close();
    }
}
