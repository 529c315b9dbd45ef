package callbot.sandbox.base;

import java.time.Instant;
import java.util.Set;

/**
 * An access token and what it is good for.
 *
 * @param token the token itself
 * @param owner who gave it
 * @param scopes what it allows; a bot's token has none and needs none
 * @param expires until when it is good
 * @param appId the application that it was given to
 */
public record Access(String token, Account owner, Set<String> scopes, Instant expires, String appId) {

    /** Without the token, so that it stays out of logs. */
    @Override
    public String toString() {
        return "Access[" + owner.displayName() + ", until " + expires + "]";
    }
}
