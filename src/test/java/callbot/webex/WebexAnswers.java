package callbot.webex;

import static callbot.fuzz.FuzzTarget.require;

import callbot.json.Json;
import callbot.json.JsonException;
import java.time.Instant;
import java.time.ZoneId;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import java.util.regex.Pattern;

/** What has to hold of all that is read from an answer of Webex. */
public final class WebexAnswers {

    private static final Pattern WHY = Pattern.compile("\"[A-Za-z_.]+\" is (missing|missing, or is no id|not [a-z ]+)");
    private static final Pattern ID = Pattern.compile("[!-~]{1,400}");

    private WebexAnswers() {}

    /** What a reader makes of an answer, unless it refuses it as it should. */
    public static <T> Optional<T> read(Json answer, Function<Json, T> reader) {
        try {
            return Optional.of(reader.apply(answer));
        } catch (JsonException e) {
            require(WHY.matcher(e.getMessage()).matches(), "the reason quotes: " + e.getMessage());
            return Optional.empty();
        }
    }

    /** Something that Webex could call an id. */
    public static void isId(String id) {
        require(ID.matcher(id).matches(), "no id: " + id);
    }

    /** Wherever the reader lives. */
    public static void canBeShown(Instant time) {
        for (String zone : List.of("+18:00", "-18:00"))
            time.atZone(ZoneId.of(zone)).toLocalDate();
        require(time.toEpochMilli() != 0 || time.getEpochSecond() == 0, "it cannot be counted");
    }
}
