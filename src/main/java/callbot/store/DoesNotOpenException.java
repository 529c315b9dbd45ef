package callbot.store;

/** A value of the store opens with none of the keys; the others may. It was sealed with another key, or tampered with. */
public final class DoesNotOpenException extends StoreUnavailableException {

    private static final long serialVersionUID = 1L;

    DoesNotOpenException(String key) {
        super(
                Reason.SEALED,
                "What is stored as " + key + " does not open with this key. Add the one it was written with to"
                        + " WXC_CC_STATE_KEY, behind a comma; if that was unset, it was the client secret of then.");
    }
}
