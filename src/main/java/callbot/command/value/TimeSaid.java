package callbot.command.value;

import java.time.DateTimeException;
import java.time.Duration;
import java.time.LocalTime;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Times as people write them: how long, as in "2h" or "1 hour 30 min", and the time of day, as in "14:00" or "2pm". */
public final class TimeSaid {

    private static final Pattern SPAN = Pattern.compile(
            "(?:(\\d{1,3}|an?|one) ?(?:h|hrs?|hours?))?(?: ?(?:and )?(\\d{1,4}|a|one) ?(?:m|mins?|minutes?))?");
    private static final Pattern CLOCK = Pattern.compile(
            "([01]?\\d|2[0-3])[:.]([0-5]\\d)(?: ?h)?|(?:0?([1-9])|(1[0-2]))(?:[:.]([0-5]\\d))? ?([ap])\\.?m\\.?");

    private TimeSaid() {}

    /** How long; absent if it does not say that for certain, or longer than anybody is not disturbed. */
    public static Optional<Duration> span(String said) {
        String text = plain(said);
        if (text.equals("half an hour")) return Optional.of(Duration.ofMinutes(30));
        Matcher span = SPAN.matcher(text);
        if (text.isEmpty() || !span.matches()) return Optional.empty();
        return Optional.of(Duration.ofHours(number(span.group(1))).plusMinutes(number(span.group(2))))
                .filter(time -> !time.isZero() && time.compareTo(QuietUntil.LONGEST) <= 0);
    }

    /** The time of day; absent if it does not say that for certain: "2" may be in the night. */
    public static Optional<LocalTime> clock(String said) {
        String text = plain(said);
        if (text.equals("noon")) return Optional.of(LocalTime.NOON);
        if (text.equals("midnight")) return Optional.of(LocalTime.MIDNIGHT);
        Matcher clock = CLOCK.matcher(text);
        if (!clock.matches()) return Optional.empty();
        try {
            if (clock.group(6) == null)
                return Optional.of(LocalTime.of(number(clock.group(1)), number(clock.group(2))));
            int hour = (number(clock.group(3)) + number(clock.group(4))) % 12;
            return Optional.of(LocalTime.of(hour + (clock.group(6).equals("p") ? 12 : 0), number(clock.group(5))));
        } catch (DateTimeException e) {
            return Optional.empty();
        }
    }

    private static int number(String digits) {
        if (digits == null) return 0;
        return Character.isDigit(digits.charAt(0)) ? Integer.parseInt(digits) : 1;
    }

    private static String plain(String said) {
        return Blanks.stripped(said).toLowerCase(Locale.ROOT).replaceAll("\\s+", " ");
    }
}
