package callbot.http;

/**
 * What strangers may take of the memory and the time of this process. The JDK's server reads its limits once, from system
 * properties, when it is first used; they have no other setter. Who sets one on the command line wins.
 *
 * <p>A connection on which a request with headers of the largest size is being read costs some 80 KiB of heap, so half of the
 * heap is shared out in pieces of 96; a body of the largest size costs up to 192 KiB while it is put together, and all of them
 * get a sixteenth. In the smallest heap that we recommend, 96 MiB, that makes 512 connections and 32 large bodies.
 */
public final class Limits {

    private static final long KIB = 1024;
    private static final long CONNECTION = 96 * KIB;
    private static final long LARGE_BODY = 192 * KIB;
    private static final long MOST_CONNECTIONS = 2000; // each takes a file descriptor too

    private Limits() {}

    /**
     * Sets those that are not set, for all servers of this process: to be called before the first of them is made. Times are
     * in seconds, whatever the module's documentation says.
     */
    public static void set() {
        long connections = connections(Runtime.getRuntime().maxMemory());
        set("sun.net.httpserver.nodelay", "true");
        set("sun.net.httpserver.maxReqTime", "10"); // until head and body are there, and until the first byte is
        set(
                "sun.net.httpserver.maxRspTime",
                "60"); // until the answer has been made and taken; the slowest waits for Webex
        set("sun.net.httpserver.clockTick", "1000"); // milliseconds: how often idle connections are looked at
        set("sun.net.httpserver.idleInterval", "95"); // Heroku's router keeps idle connections for 90
        set("sun.net.httpserver.maxIdleConnections", Long.toString(connections / 4));
        set("sun.net.httpserver.maxReqHeaderSize", Long.toString(16 * KIB)); // bytes, all of them together
        set("sun.net.httpserver.maxReqHeaders", "100");
        set("sun.net.httpserver.drainAmount", "0"); // nobody waits for the rest of what is refused
        set("jdk.httpserver.maxConnections", Long.toString(connections));
    }

    /** How many connections a heap of so many bytes bears. */
    static long connections(long heap) {
        return Math.min(MOST_CONNECTIONS, heap / 2 / CONNECTION);
    }

    /** How many large bodies a heap of so many bytes bears, beside the connections. */
    static int largeBodies(long heap) {
        return (int) (heap / 16 / LARGE_BODY);
    }

    private static void set(String name, String value) {
        if (System.getProperty(name) == null) System.setProperty(name, value);
    }
}
