package callbot.webex.calling;

import callbot.json.Json;
import callbot.webex.WebexId;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;

/**
 * What somebody left on a user's voicemail. What was said there, Webex gives only to its own apps.
 *
 * @param duration how long it is; absent for a fax
 * @param created when it was left; absent if Webex does not say
 * @param read whether it has been listened to, or marked so
 */
public record VoiceMessage(
        VoiceMessageId id,
        Party from,
        Optional<Duration> duration,
        Optional<Instant> created,
        boolean read,
        boolean urgent) {

    /** In seconds. */
    private static final long LONGEST = 86_400;

    /** Absent if it has no id, for then nothing could be done with it. */
    static Optional<VoiceMessage> from(Json json) {
        return WebexId.at(json, "id")
                .flatMap(VoiceMessageId::of)
                .map(id -> new VoiceMessage(
                        id,
                        Party.from(json.at("callingParty")),
                        json.number("duration")
                                .filter(seconds -> seconds >= 0 && seconds <= LONGEST)
                                .map(Duration::ofSeconds),
                        json.instant("created"),
                        json.flag("read"),
                        json.flag("urgent")));
    }
}
