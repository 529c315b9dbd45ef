package callbot.command;

import java.util.Locale;
import java.util.Optional;

/** Understands what follows the words that are about what is set for a user's line. */
final class LineSyntax {

    Command quiet(Arguments in) {
        String said = in.text().toLowerCase(Locale.ROOT);
        return switch (said) {
            case "" -> new Command.ShowQuiet();
            case "on" -> new Command.TurnQuietOn(new QuietUntil.Told());
            case "off" -> new Command.TurnQuietOff();
            default ->
                until(in.first().equalsIgnoreCase("on") ? in.afterFirst() : in)
                        .<Command>map(Command.TurnQuietOn::new)
                        .orElseGet(() -> in.malformed(
                                "I know `/dnd on`, `/dnd off`, a time such as `/dnd 2h` or `/dnd 30 min`, up to 7 days,"
                                        + " and an end such as `/dnd until 14:00` or `/dnd until 2pm`"));
        };
    }

    private static Optional<QuietUntil> until(Arguments in) {
        String rest = in.afterFirst().text();
        return switch (in.first().toLowerCase(Locale.ROOT)) {
            case "until", "till", "til" -> TimeSaid.clock(rest).map(QuietUntil.Clock::new);
            case "for" -> TimeSaid.span(rest).map(QuietUntil.After::new);
            default -> TimeSaid.span(in.text()).map(QuietUntil.After::new);
        };
    }
}
