package callbot.store;

import static callbot.store.StateStore.FOREVER;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.junit.jupiter.api.Assumptions.abort;

import callbot.store.StoreUnavailableException.Reason;
import callbot.testing.RealRedis;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.KeyStore;
import java.util.Base64;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Redis behind a certificate that it has made out for itself, as some hosters have it. */
class RedisTlsTest {

    private static final String PASSWORD = "password";

    @TempDir
    private Path directory;

    @Test
    void aSelfSignedCertificateIsRefusedUnlessThatWasWaived() throws Exception {
        try (RealRedis redis = startWithTls()) {
            URI address = URI.create("rediss://127.0.0.1:" + redis.port());
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

    private RealRedis startWithTls() throws Exception {
        makeCertificate();
        try {
            return RealRedis.with(
                    "--port",
                    "0",
                    "--tls-port",
                    "{port}",
                    "--tls-auth-clients",
                    "no",
                    "--tls-cert-file",
                    directory.resolve("certificate.pem").toString(),
                    "--tls-key-file",
                    directory.resolve("key.pem").toString(),
                    "--tls-ca-cert-file",
                    directory.resolve("certificate.pem").toString());
        } catch (UncheckedIOException e) {
            if (e.getCause().getMessage().contains("Bad directive")) return abort("this Redis was built without TLS");
            throw e;
        }
    }

    private void makeCertificate() throws Exception {
        Path keys = directory.resolve("keys.p12");
        int made = new ProcessBuilder(
                        Path.of(System.getProperty("java.home"), "bin", "keytool")
                                .toString(),
                        "-genkeypair",
                        "-keyalg",
                        "EC",
                        "-alias",
                        "redis",
                        "-dname",
                        "CN=localhost",
                        "-ext",
                        "san=ip:127.0.0.1",
                        "-storepass",
                        PASSWORD,
                        "-keystore",
                        keys.toString())
                .redirectErrorStream(true)
                .redirectOutput(ProcessBuilder.Redirect.DISCARD)
                .start()
                .waitFor();
        assertEquals(0, made);
        KeyStore store = KeyStore.getInstance(keys.toFile(), PASSWORD.toCharArray());
        writePem("certificate.pem", "CERTIFICATE", store.getCertificate("redis").getEncoded());
        writePem(
                "key.pem",
                "PRIVATE KEY",
                store.getKey("redis", PASSWORD.toCharArray()).getEncoded());
    }

    private void writePem(String file, String kind, byte[] content) throws IOException {
        String base64 = Base64.getMimeEncoder().encodeToString(content);
        Files.writeString(
                directory.resolve(file), "-----BEGIN " + kind + "-----\n" + base64 + "\n-----END " + kind + "-----\n");
    }
}
