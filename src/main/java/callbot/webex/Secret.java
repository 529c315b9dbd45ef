package callbot.webex;

/** A text that must not be seen: a token, a client secret, a password. It shows itself only to who asks for it by name. */
public record Secret(String reveal) {

    public Secret {
        if (reveal.isBlank()) throw new IllegalArgumentException("a secret is empty");
    }

    @Override
    public String toString() {
        return "(hidden)";
    }
}
