package callbot.json;

/** The text was not JSON, or not the JSON that was expected. The message names the field and never quotes a value. */
public final class JsonException extends RuntimeException {

    private static final long serialVersionUID = 1L;

    /** The reason, as a sentence. */
    public JsonException(String message) {
        super(message);
    }
}
