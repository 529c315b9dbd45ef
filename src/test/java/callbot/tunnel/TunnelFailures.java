package callbot.tunnel;

/** Failures of tunnels that nobody opened. */
public final class TunnelFailures {

    private TunnelFailures() {}

    public static RuntimeException noTunnel(String message) {
        return new TunnelException(message);
    }
}
