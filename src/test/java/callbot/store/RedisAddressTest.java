package callbot.store;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.net.URI;
import java.util.Optional;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class RedisAddressTest {

    @ParameterizedTest
    @CsvSource({
        "redis://redis,                       redis,    6379, ,  ,       0, false",
        "redis://my_redis:6380/1,             my_redis, 6380, ,  ,       1, false",
        "redis://:pw@my_redis/,               my_redis, 6379, ,  pw,     0, false",
        "rediss://u:p%40%2Fw+1@my_redis:6380, my_redis, 6380, u, p@/w+1, 0, true",
        "redis://u:p:w@[::1]:6380,            [::1],    6380, u, p:w,    0, false"
    })
    void namesTheServerAndWhoAsksThoughAHostHasAnUnderscore(
            URI address, String host, int port, String user, String password, int database, boolean tls) {
        assertEquals(
                new RedisAddress(host, port, Optional.ofNullable(user), Optional.ofNullable(password), database, tls),
                RedisAddress.of(address));
    }
}
