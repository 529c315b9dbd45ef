package callbot.testing;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Queue;
import java.util.concurrent.ConcurrentLinkedQueue;

/** Sees every command that clients send to a Redis; what scripts do inside it is no command of a client. */
public final class RedisMonitor implements AutoCloseable {

    private final Socket socket;
    private final Queue<String> commands = new ConcurrentLinkedQueue<>();

    /** Watches this Redis from now on. */
    public RedisMonitor(RealRedis redis) {
        try {
            socket = new Socket(InetAddress.getLoopbackAddress(), redis.port());
            BufferedReader lines =
                    new BufferedReader(new InputStreamReader(socket.getInputStream(), StandardCharsets.UTF_8));
            socket.getOutputStream().write("MONITOR\r\n".getBytes(StandardCharsets.UTF_8));
            if (!"+OK".equals(lines.readLine())) throw new IOException("Redis does not let itself be watched");
            Thread.startVirtualThread(() -> read(lines));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** The commands since the last {@link #forget}, oldest first. */
    public List<String> commands() {
        return new ArrayList<>(commands);
    }

    /** Forgets all commands until now. */
    public void forget() {
        commands.clear();
    }

    @Override
    public void close() {
        try {
            socket.close();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private void read(BufferedReader lines) {
        try {
            for (String line = lines.readLine(); line != null; line = lines.readLine()) {
                if (!line.contains(" lua] ")) commands.add(line);
            }
        } catch (IOException e) {
            // it is closed, and nobody wants to see more
        }
    }
}
