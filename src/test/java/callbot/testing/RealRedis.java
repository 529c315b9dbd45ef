package callbot.testing;

import callbot.sandbox.FreePort;
import java.io.File;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.Socket;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.stream.Stream;
import redis.embedded.RedisExecProvider;

/** A Redis of this test's own, on this machine only: the one of the system, or else the one that comes with the tests. */
public final class RealRedis implements AutoCloseable {

    private final Path directory;
    private final int port;
    private final List<String> options;
    private Process process;

    private RealRedis(List<String> options) {
        try {
            this.directory = Files.createTempDirectory("callbot-redis");
            this.port = freePort();
            this.options = options;
            start();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** Starts one with these options, such as {@code --requirepass secret}; it listens when this returns. */
    public static RealRedis with(String... options) {
        return new RealRedis(List.of(options));
    }

    /** A port at which nothing listens. */
    public static int freePort() {
        try {
            return FreePort.find(new Random());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** Where it is, for a client without a name. */
    public URI address() {
        return URI.create("redis://127.0.0.1:" + port);
    }

    /** The port at which it listens. */
    public int port() {
        return port;
    }

    /** Starts it again at the same port after {@link #stop}: empty, unless it was started with {@code --appendonly yes}. */
    public void start() {
        List<String> command = new ArrayList<>(List.of(executable(), "--bind", "127.0.0.1"));
        command.addAll(List.of("--save", "", "--appendonly", "no", "--dir", directory.toString()));
        if (!options.contains("--tls-port")) command.addAll(List.of("--port", Integer.toString(port)));
        options.forEach(option -> command.add(option.replace("{port}", Integer.toString(port))));
        try {
            File output = directory.resolve("output.txt").toFile();
            process = new ProcessBuilder(command)
                    .redirectErrorStream(true)
                    .redirectOutput(output)
                    .start();
            Runtime.getRuntime().addShutdownHook(new Thread(process::destroyForcibly));
            Eventually.isTrue("Redis listens; see " + output, () -> listens() || !process.isAlive());
            if (!process.isAlive()) throw new IOException(Files.readString(output.toPath()));
        } catch (IOException e) {
            throw new UncheckedIOException("Redis does not start", e);
        }
    }

    /** Ends it at once, as a crash would. */
    public void stop() {
        try {
            process.destroyForcibly().waitFor();
        } catch (InterruptedException e) {
            throw new IllegalStateException(e);
        }
    }

    @Override
    public void close() {
        stop();
        try (Stream<Path> files = Files.walk(directory)) {
            for (Path file : files.toList().reversed()) Files.delete(file);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private boolean listens() {
        try (Socket socket = new Socket(InetAddress.getLoopbackAddress(), port)) {
            return socket.isConnected();
        } catch (IOException e) {
            return false;
        }
    }

    private static String executable() {
        return Stream.of(System.getenv("PATH").split(File.pathSeparator))
                .map(folder -> Path.of(folder, "redis-server"))
                .filter(Files::isExecutable)
                .map(Path::toString)
                .findFirst()
                .orElseGet(RealRedis::broughtAlong);
    }

    private static String broughtAlong() {
        try {
            return RedisExecProvider.defaultProvider().get().getPath();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
