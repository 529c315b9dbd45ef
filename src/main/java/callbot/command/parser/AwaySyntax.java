package callbot.command.parser;

import callbot.command.AwayReason;
import callbot.command.Command;
import callbot.command.LineCommand;
import callbot.command.Query;
import callbot.command.value.AwayUntil;
import callbot.command.value.QuietUntil;
import callbot.command.value.TimeSaid;
import java.time.DateTimeException;
import java.time.LocalDate;
import java.time.LocalTime;
import java.util.Arrays;
import java.util.Comparator;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/** Understands what follows {@code /away}: why, and until when, in either order. */
final class AwaySyntax {

    private static final String KNOWN = "I know `/away lunch`, `/away 2h meeting`, `/away until 14:00`,"
            + " `/away vacation until 2026-12-24` and `/away off`; a time such as 2h is for up to 7 days, and the reasons are "
            + "business trip, gone for the day, lunch, meeting, out of office, temporarily out, training, unavailable, vacation";

    private static final Pattern DAY = Pattern.compile("(\\d{4}-\\d{2}-\\d{2})(?: (?:at )?(.+))?");
    private static final String BEFORE_REASON = "(?:(?:at|on|in|a|an|the|my) ){0,3}";

    /** A reason and the word for it. */
    private record Word(String text, AwayReason reason) {}

    Command away(Arguments in) {
        String said = in.text().toLowerCase(Locale.ROOT).replaceAll("\\s+", " ");
        return switch (said) {
            case "" -> new Query.ShowAway();
            case "off" -> new LineCommand.ComeBack();
            default ->
                understood(said.equals("on") ? "" : said.replaceFirst("^on (?=until |till? |for |\\d)", ""))
                        .<Command>map(away -> away)
                        .orElseGet(() -> in.malformed(KNOWN));
        };
    }

    private static Optional<LineCommand.GoAway> understood(String said) {
        Optional<LineCommand.GoAway> withReason = words().flatMap(word -> without(word.text(), said)
                        .flatMap(AwaySyntax::until)
                        .map(until -> new LineCommand.GoAway(word.reason(), until))
                        .stream())
                .findFirst();
        return withReason.or(() -> until(said).map(until -> new LineCommand.GoAway(AwayReason.UNAVAILABLE, until)));
    }

    /** The longest first, since some are in others. */
    private static Stream<Word> words() {
        return Arrays.stream(AwayReason.values())
                .flatMap(reason -> reason.words().stream().map(text -> new Word(text, reason)))
                .sorted(Comparator.comparing((Word word) -> -word.text().length()));
    }

    /** What was said besides this word, which begins or ends it; absent if it does neither. */
    private static Optional<String> without(String word, String said) {
        Matcher begins = Pattern.compile(BEFORE_REASON + word + "(?: |$)").matcher(said);
        if (begins.lookingAt()) return Optional.of(said.substring(begins.end()));
        Matcher ends = Pattern.compile(" " + BEFORE_REASON + word + "$").matcher(said);
        return ends.find() ? Optional.of(said.substring(0, ends.start())) : Optional.empty();
    }

    private static Optional<AwayUntil> until(String said) {
        if (said.isEmpty()) return Optional.of(new AwayUntil.Soon(new QuietUntil.Told()));
        Matcher until = Pattern.compile("(?:until|till|til) (.+)").matcher(said);
        if (until.matches())
            return TimeSaid.clock(until.group(1))
                    .<AwayUntil>map(time -> new AwayUntil.Soon(new QuietUntil.Clock(time)))
                    .or(() -> day(until.group(1)));
        return TimeSaid.span(said.replaceFirst("^for ", ""))
                .map(time -> new AwayUntil.Soon(new QuietUntil.After(time)));
    }

    /** A day alone is over when it begins: better the phone rings too early than a call is missed. */
    private static Optional<AwayUntil> day(String said) {
        Matcher day = DAY.matcher(said);
        if (!day.matches()) return Optional.empty();
        try {
            LocalDate date = LocalDate.parse(day.group(1));
            return day.group(2) == null
                    ? Optional.of(new AwayUntil.Day(date, LocalTime.MIDNIGHT))
                    : TimeSaid.clock(day.group(2)).map(time -> new AwayUntil.Day(date, time));
        } catch (DateTimeException e) {
            return Optional.empty();
        }
    }
}
