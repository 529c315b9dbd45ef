package callbot.command.value;

import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalTime;
import java.time.ZonedDateTime;
import java.util.Optional;

/** How long somebody is away. */
public sealed interface AwayUntil {

    /** Until he or she says so, or for a time, or until a time of day. */
    record Soon(QuietUntil end) implements AwayUntil {}

    /** Until this moment, where he or she is. */
    record Day(LocalDate day, LocalTime time) implements AwayUntil {}

    /** Whether it ends at a time that was said. */
    default boolean hasEnd() {
        return !(this instanceof Soon(QuietUntil.Told told));
    }

    /**
     * When that is; absent if it has no end.
     *
     * @param now the present, where the user is
     */
    default Optional<Instant> end(ZonedDateTime now) {
        return switch (this) {
            case Soon(QuietUntil end) -> end.end(now);
            case Day(LocalDate day, LocalTime time) ->
                Optional.of(day.atTime(time).atZone(now.getZone()).toInstant());
        };
    }
}
