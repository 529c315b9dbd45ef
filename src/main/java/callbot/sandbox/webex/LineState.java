package callbot.sandbox.webex;

import java.util.Objects;
import java.util.Optional;

/**
 * What the display of a user's phone shows of his line.
 *
 * @param undisturbed whether his phones are silent
 * @param forwardedTo where all of his calls go, such as a number or {@code voicemail}; absent if they ring
 * @param busyTo where calls go that he declines, or that come while his phones are silent; absent if nowhere
 * @param unansweredTo where calls go that he does not answer; absent if nowhere
 * @param rings after how many rings that is; absent likewise
 * @param newVoiceMessages how many he has not read
 */
public record LineState(
        boolean undisturbed,
        Optional<String> forwardedTo,
        Optional<String> busyTo,
        Optional<String> unansweredTo,
        Optional<Long> rings,
        long newVoiceMessages) {

    /** Guards against fewer than none. */
    public LineState {
        Objects.requireNonNull(forwardedTo);
        Objects.requireNonNull(busyTo);
        Objects.requireNonNull(unansweredTo);
        Objects.requireNonNull(rings);
        if (newVoiceMessages < 0) throw new IllegalArgumentException("voice messages: " + newVoiceMessages);
    }
}
