package callbot.signin;

import java.time.Clock;
import java.time.Instant;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.time.ZonedDateTime;
import java.time.format.DateTimeFormatter;
import java.time.temporal.ChronoUnit;
import java.util.Locale;
import java.util.Optional;

/**
 * Times as people say them.
 *
 * @param now the present, where the listener is
 */
public record TimeText(ZonedDateTime now) {

    private static final DateTimeFormatter CLOCK = DateTimeFormatter.ofPattern("HH:mm", Locale.ENGLISH);
    private static final DateTimeFormatter WEEKDAY = DateTimeFormatter.ofPattern("EEEE HH:mm", Locale.ENGLISH);
    private static final DateTimeFormatter DATE = DateTimeFormatter.ofPattern("d MMMM yyyy HH:mm", Locale.ENGLISH);

    /** Times as this user says them; in UTC for somebody who has not signed in. */
    public static TimeText of(Optional<User> user, Clock clock) {
        ZoneId zone = user.map(User::zone).orElse(ZoneOffset.UTC);
        return new TimeText(clock.instant().atZone(zone));
    }

    /** For example "today 14:20", "Tuesday 09:00", "3 March 2026 17:05". */
    public String of(Instant time) {
        ZonedDateTime there = time.atZone(now.getZone());
        long daysAgo = ChronoUnit.DAYS.between(there.toLocalDate(), now.toLocalDate());
        if (daysAgo == 0) return "today " + CLOCK.format(there);
        if (daysAgo == 1) return "yesterday " + CLOCK.format(there);
        if (daysAgo == -1) return "tomorrow " + CLOCK.format(there);
        return daysAgo > 1 && daysAgo < 7 ? WEEKDAY.format(there) : DATE.format(there);
    }

    /** The time of day, for example "14:20". */
    public String clock(Instant time) {
        return CLOCK.format(time.atZone(now.getZone()));
    }
}
