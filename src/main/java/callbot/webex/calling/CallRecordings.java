package callbot.webex.calling;

import callbot.json.Json;
import callbot.webex.Secret;
import callbot.webex.WebexClient;
import callbot.webex.WebexId;
import java.util.List;
import java.util.Optional;

/**
 * The recordings of the calls of the owner of a token, which needs {@code spark:recordings_read}.
 *
 * @see <a href="https://developer.webex.com/docs/api/v1/converged-recordings">Converged recordings</a>
 */
public final class CallRecordings {

    private static final String RECORDINGS = "/convergedRecordings";

    private final WebexClient webex;

    /**
     * A recording that can be heard now.
     *
     * @param recording which it is
     * @param links where, and for how long
     */
    public record Playable(CallRecording recording, RecordingLinks links) {}

    /** Recordings at this Webex. */
    public CallRecordings(WebexClient webex) {
        this.webex = webex;
    }

    /** Those of the last seven days, newest first. @param most how many at most, up to 100 */
    public List<CallRecording> list(Secret token, int most) {
        return webex.get(token, RECORDINGS + "?serviceType=calling&max=" + most, CallRecordings::read);
    }

    private static List<CallRecording> read(Json json) {
        return json.list("items").stream()
                .map(CallRecording::from)
                .flatMap(Optional::stream)
                .toList();
    }

    /** The one with this id, with new links; absent if it is deleted. */
    public Optional<Playable> play(Secret token, String id) {
        return webex.get(
                token,
                RECORDINGS + "/" + WebexId.inPath(id),
                json -> CallRecording.from(json).map(recording -> new Playable(recording, RecordingLinks.from(json))));
    }
}
