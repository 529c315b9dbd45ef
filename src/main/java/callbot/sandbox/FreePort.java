package callbot.sandbox;

import java.io.IOException;
import java.net.ServerSocket;
import java.util.random.RandomGenerator;

/**
 * Finds a port for somebody who has to know it before he listens there. It lies below those that systems give to outgoing
 * connections (Linux from 32768), or one of these could take it in between.
 */
public final class FreePort {

    private static final int LOWEST = 15_000;
    private static final int END = 32_000;
    private static final int TRIES = 100;

    private FreePort() {}

    /**
     * A port at which nothing listens.
     *
     * @throws IOException if none was found
     */
    public static int find(RandomGenerator random) throws IOException {
        for (int left = TRIES; ; left--) {
            try (ServerSocket socket = new ServerSocket(random.nextInt(LOWEST, END))) {
                return socket.getLocalPort();
            } catch (IOException e) { // somebody is there
                if (left == 1) throw e;
            }
        }
    }
}
