package callbot.command.value;

import java.time.Duration;
import java.time.Instant;
import java.time.LocalTime;
import java.time.ZonedDateTime;
import java.util.Optional;

/** How long somebody does not want to be disturbed. */
public sealed interface QuietUntil {

    /** The longest time for which it can be said. */
    Duration LONGEST = Duration.ofDays(7);

    /** Until he or she says so. */
    record Told() implements QuietUntil {}

    /** For so long from now on: at least a minute. */
    record After(Duration time) implements QuietUntil {

        /** Guards against a time that nobody means. */
        public After {
            if (time.compareTo(Duration.ofMinutes(1)) < 0 || time.compareTo(LONGEST) > 0)
                throw new IllegalArgumentException("not to be disturbed for " + time);
        }
    }

    /** Until the clock shows this the next time, where he or she is. */
    record Clock(LocalTime time) implements QuietUntil {}

    /**
     * When that is; absent if it has no end.
     *
     * @param now the present, where the user is
     */
    default Optional<Instant> end(ZonedDateTime now) {
        return switch (this) {
            case Told told -> Optional.empty();
            case After(Duration time) -> Optional.of(now.toInstant().plus(time));
            case Clock(LocalTime time) -> {
                ZonedDateTime today = now.toLocalDate().atTime(time).atZone(now.getZone());
                yield Optional.of((today.isAfter(now)
                                ? today
                                : now.toLocalDate().plusDays(1).atTime(time).atZone(now.getZone()))
                        .toInstant());
            }
        };
    }
}
