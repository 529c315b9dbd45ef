package callbot.store;

import java.net.URI;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import redis.clients.jedis.BuilderFactory;
import redis.clients.jedis.CommandArguments;
import redis.clients.jedis.CommandObject;
import redis.clients.jedis.Protocol;

/**
 * What a Redis says of itself.
 *
 * @param version such as {@code 7.0.15}; absent if it does not tell this user
 * @param policy what it does when it is full; absent if it does not tell this user
 */
public record RedisFacts(Optional<String> version, Optional<String> policy) {

    /** It refuses what there is no room for, and throws nothing away. */
    private static final String KEEPS_ALL = "noeviction";

    /**
     * Asks it.
     *
     * @param address as for {@link RedisStateStore#at}
     * @throws StoreUnavailableException if it does not answer
     */
    public static RedisFacts of(URI address, boolean verifyTls) {
        try (RedisConnection connection = RedisConnection.to(RedisAddress.of(address), verifyTls)) {
            String told = info(connection);
            return new RedisFacts(value("redis_version", told), value("maxmemory_policy", told));
        }
    }

    /** By which policy it throws away what was to be kept; absent if it keeps all, or does not say. */
    public Optional<String> evicts() {
        return policy.filter(name -> !name.equals(KEEPS_ALL));
    }

    /** A user with few rights may not ask; that is no trouble. */
    private static String info(RedisConnection connection) {
        try {
            return connection.ask(RedisQuestion.of(
                    new CommandObject<>(new CommandArguments(Protocol.Command.INFO), BuilderFactory.STRING)));
        } catch (StoreUnavailableException e) {
            if (String.valueOf(e.getCause().getMessage()).startsWith("NOPERM")) return "";
            throw e;
        }
    }

    private static Optional<String> value(String name, String told) {
        Matcher line = Pattern.compile("(?m)^" + name + ":(\\S+)").matcher(told);
        return line.find() ? Optional.of(line.group(1)) : Optional.empty();
    }
}
