package callbot.webex.calling;

import callbot.json.Json;
import java.time.Instant;
import java.util.Optional;

/**
 * A call of the past.
 *
 * @param time when it was placed, when it was answered, or when the caller gave up
 */
public record HistoryRecord(Type type, Party party, Optional<Instant> time) {

    /** What became of the call. */
    public enum Type {
        /** The user called. */
        PLACED,
        /** Somebody called and nobody answered. */
        MISSED,
        /** Somebody called and the user answered. */
        RECEIVED
    }

    /** The same, with a name of so many characters at most. */
    public HistoryRecord shortened(int most) {
        return new HistoryRecord(type, party.shortened(most), time);
    }

    static HistoryRecord from(Json json) {
        Type type = switch (json.text("type").orElse("")) {
            case "placed" -> Type.PLACED;
            case "missed" -> Type.MISSED;
            default -> Type.RECEIVED;
        };
        return new HistoryRecord(type, Party.from(json), json.instant("time"));
    }
}
