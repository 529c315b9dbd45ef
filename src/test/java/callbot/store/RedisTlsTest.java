package callbot.store;

import static callbot.store.StateStore.FOREVER;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import callbot.store.StoreUnavailableException.Reason;
import callbot.testing.TlsRedis;
import java.net.URI;
import java.nio.file.Path;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Redis behind a certificate that it has made out for itself, as some hosters have it. */
class RedisTlsTest {

    @TempDir
    private Path directory;

    @Test
    void aSelfSignedCertificateIsRefusedUnlessThatWasWaived() {
        try (TlsRedis redis = TlsRedis.in(directory)) {
            URI address = redis.address();
            try (RedisStateStore strict = RedisStateStore.at(address, true)) {
                var refusal = assertThrows(StoreUnavailableException.class, strict::connected);
                assertEquals(Reason.UNTRUSTED, refusal.reason());
                assertTrue(refusal.getMessage().contains("set REDIS_TLS_VERIFY=false"), refusal.getMessage());
            }
            try (RedisStateStore lenient = RedisStateStore.at(address, false).connected()) {
                lenient.put("key", "value", FOREVER);
                assertEquals(Optional.of("value"), lenient.get("key"));
            }
        }
    }
}
