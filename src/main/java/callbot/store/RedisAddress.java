package callbot.store;

import java.net.URI;
import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * What an address of a Redis names: {@code redis://user:password@host:port/database}, or {@code rediss://} for TLS. {@link URI}
 * itself knows no host with an underscore, as containers often have one.
 *
 * @param user absent if only a password is asked for
 * @param database the number of one of its databases
 */
record RedisAddress(
        String host, int port, Optional<String> user, Optional<String> password, int database, boolean tls) {

    private static final int PORT = 6379;
    private static final Pattern AUTHORITY =
            Pattern.compile("(?:(?<user>[^:@]*):(?<password>[^@]*)@)?(?<host>.+?)(?::(?<port>\\d+))?");

    /** @throws IllegalArgumentException if it names no host, or a database that has no number */
    static RedisAddress of(URI address) {
        Matcher parts = AUTHORITY.matcher(address.getRawAuthority());
        if (!parts.matches()) throw new IllegalArgumentException("no address of a Redis");
        int port = parts.group("port") == null ? PORT : Integer.parseInt(parts.group("port"));
        String database = address.getRawPath().replace("/", "");
        return new RedisAddress(
                parts.group("host"),
                port,
                given(parts.group("user")),
                given(parts.group("password")),
                database.isEmpty() ? 0 : Integer.parseInt(database),
                "rediss".equals(address.getScheme()));
    }

    private static Optional<String> given(String encoded) {
        return Optional.ofNullable(encoded)
                .map(text -> URLDecoder.decode(text.replace("+", "%2B"), StandardCharsets.UTF_8))
                .filter(text -> !text.isEmpty());
    }

    /** The address without what is secret in it. */
    @Override
    public String toString() {
        return (tls ? "rediss://" : "redis://") + host + ":" + port;
    }
}
