package callbot.webex.calling;

import java.util.Optional;
import java.util.regex.Pattern;

/**
 * The id of one voice message. Without one, Webex takes a request that marks a message to be about all of them, so there is
 * none that is empty.
 */
public record VoiceMessageId(String value) {

    private static final Pattern ID = Pattern.compile("[!-~]{1,128}");

    /** Guards against one that names nothing, or could be none. */
    public VoiceMessageId {
        if (!ID.matcher(value).matches()) throw new IllegalArgumentException("no id of a voice message");
    }

    /** The id that this is; absent if it can be none. */
    public static Optional<VoiceMessageId> of(String text) {
        return Optional.of(text).filter(id -> ID.matcher(id).matches()).map(VoiceMessageId::new);
    }
}
