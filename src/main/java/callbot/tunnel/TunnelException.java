package callbot.tunnel;

/** The bot cannot be reached from outside. The message is a sentence for the operator that says what to do. */
public final class TunnelException extends RuntimeException {

    private static final long serialVersionUID = 1L;

    TunnelException(String message) {
        super(message);
    }
}
