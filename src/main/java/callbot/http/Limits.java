package callbot.http;

/**
 * The limits of the JDK's server. It reads them once, from system properties, when it is first used; they have no other
 * setter. Who sets one on the command line wins.
 */
final class Limits {

    private Limits() {}

    /** Sets those that are not set. Times are in seconds, whatever the module's documentation says. */
    static void set() {
        set("sun.net.httpserver.nodelay", "true");
        set("sun.net.httpserver.maxReqTime", "15"); // until head and body are there
        set("sun.net.httpserver.idleInterval", "95"); // Heroku's router keeps idle connections for 90
        set("sun.net.httpserver.maxIdleConnections", "2000");
        set("sun.net.httpserver.maxReqHeaderSize", "65536"); // bytes
        set("jdk.httpserver.maxConnections", "2000");
    }

    private static void set(String name, String value) {
        if (System.getProperty(name) == null) System.setProperty(name, value);
    }
}
