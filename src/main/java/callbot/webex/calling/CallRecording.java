package callbot.webex.calling;

import callbot.json.Json;
import callbot.text.OthersText;
import callbot.webex.WebexId;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import java.util.regex.Pattern;

/**
 * A call of which Webex keeps the sound.
 *
 * @param id by which Webex gives out links to it
 * @param topic what Webex calls it, which says with whom; absent if nothing
 * @param time when it was recorded; absent if Webex does not say
 * @param duration how long it is, to the second; absent if Webex does not say
 * @param call of which call; absent if Webex does not say
 */
public record CallRecording(
        String id,
        Optional<String> topic,
        Optional<Instant> time,
        Optional<Duration> duration,
        Optional<CallKey> call) {

    private static final Pattern ID = Pattern.compile("[!-~]{3,128}");

    /** Webex's numbers of seconds are ordinary ones; a day is longer than any call that is recorded. */
    private static final long LONGEST = Duration.ofDays(1).toSeconds();

    /** Absent if it has no id, or is deleted: then nobody can listen to it. */
    static Optional<CallRecording> from(Json json) {
        return WebexId.at(json, "id")
                .filter(CallRecording::isId)
                .filter(id -> json.text("status")
                        .filter(status -> !status.equals("available"))
                        .isEmpty())
                .map(id -> new CallRecording(
                        id,
                        json.text("topic").map(OthersText::inert).filter(topic -> !topic.isBlank()),
                        json.instant("timeRecorded").or(() -> json.instant("createTime")),
                        json.number("durationSeconds")
                                .filter(seconds -> seconds >= 0 && seconds <= LONGEST)
                                .map(Duration::ofSeconds),
                        WebexId.at(json.at("serviceData"), "callSessionId").map(CallKey::new)));
    }

    /** Whether this can be the id of one. */
    public static boolean isId(String text) {
        return ID.matcher(text).matches();
    }
}
