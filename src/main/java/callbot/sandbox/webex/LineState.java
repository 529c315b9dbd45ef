package callbot.sandbox.webex;

import java.util.Objects;
import java.util.Optional;

/**
 * What the display of a user's phone shows of his line.
 *
 * @param undisturbed whether his phones are silent
 * @param forwardedTo where all of his calls go, such as a number or {@code voicemail}; absent if they ring
 * @param newVoiceMessages how many he has not read
 */
public record LineState(boolean undisturbed, Optional<String> forwardedTo, long newVoiceMessages) {

    /** Guards against fewer than none. */
    public LineState {
        Objects.requireNonNull(forwardedTo);
        if (newVoiceMessages < 0) throw new IllegalArgumentException("voice messages: " + newVoiceMessages);
    }
}
