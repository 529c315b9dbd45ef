package callbot.testing;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assumptions.abort;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.GeneralSecurityException;
import java.security.KeyStore;
import java.util.Base64;

/** A Redis with a password and a certificate that it has made out for itself, as Heroku has it. */
public final class TlsRedis implements AutoCloseable {

    private static final String PASSWORD = "password";

    private final RealRedis redis;

    private TlsRedis(RealRedis redis) {
        this.redis = redis;
    }

    /** Starts one whose key and certificate are in this directory; without a Redis that can do that, the test is aborted. */
    public static TlsRedis in(Path directory) {
        Path certificate = directory.resolve("certificate.pem");
        Path key = directory.resolve("key.pem");
        makeCertificate(directory.resolve("keys.p12"), certificate, key);
        try {
            return new TlsRedis(RealRedis.with(
                    "--port",
                    "0",
                    "--tls-port",
                    "{port}",
                    "--tls-auth-clients",
                    "no",
                    "--requirepass",
                    PASSWORD,
                    "--tls-cert-file",
                    certificate.toString(),
                    "--tls-key-file",
                    key.toString(),
                    "--tls-ca-cert-file",
                    certificate.toString()));
        } catch (UncheckedIOException e) {
            if (e.getCause().getMessage().contains("Bad directive")) return abort("this Redis was built without TLS");
            throw e;
        }
    }

    /** Where it is, with the password. */
    public URI address() {
        return URI.create("rediss://:" + PASSWORD + "@127.0.0.1:" + redis.port());
    }

    @Override
    public void close() {
        redis.close();
    }

    private static void makeCertificate(Path keys, Path certificate, Path key) {
        String keytool =
                Path.of(System.getProperty("java.home"), "bin", "keytool").toString();
        String make = " -genkeypair -keyalg EC -alias redis -dname CN=localhost -ext san=ip:127.0.0.1 -storepass ";
        try {
            int made = new ProcessBuilder((keytool + make + PASSWORD + " -keystore " + keys).split(" "))
                    .redirectErrorStream(true)
                    .redirectOutput(ProcessBuilder.Redirect.DISCARD)
                    .start()
                    .waitFor();
            assertEquals(0, made, "keytool");
            KeyStore store = KeyStore.getInstance(keys.toFile(), PASSWORD.toCharArray());
            write(certificate, "CERTIFICATE", store.getCertificate("redis").getEncoded());
            write(
                    key,
                    "PRIVATE KEY",
                    store.getKey("redis", PASSWORD.toCharArray()).getEncoded());
        } catch (IOException | GeneralSecurityException | InterruptedException e) {
            throw new IllegalStateException(e);
        }
    }

    private static void write(Path file, String kind, byte[] content) throws IOException {
        String base64 = Base64.getMimeEncoder().encodeToString(content);
        Files.writeString(file, "-----BEGIN " + kind + "-----\n" + base64 + "\n-----END " + kind + "-----\n");
    }
}
