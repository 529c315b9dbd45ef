package callbot.command.parser;

import callbot.command.CallerIdChange;
import callbot.command.Command;
import callbot.command.LineCommand;
import callbot.command.Query;
import callbot.command.QueueChange;
import callbot.command.QueueChange.Standing;
import callbot.command.value.Quotes;
import java.util.Locale;
import java.util.Optional;

/** Understands what follows the words about who reaches a user, and as whom the user reaches others. */
final class PhonesSyntax {

    Command queue(Arguments in) {
        if (in.text().isEmpty()) return new Query.ShowQueues();
        Optional<Standing> standing = Standing.named(small(in.text()));
        if (standing.isPresent()) return new LineCommand.ChangeQueue(new QueueChange.All(standing.get()));
        String which = Quotes.takenOff(in.afterFirst().text());
        boolean joins = in.first().equalsIgnoreCase("in");
        return !which.isBlank() && (joins || in.first().equalsIgnoreCase("out"))
                ? new LineCommand.ChangeQueue(new QueueChange.One(which, joins))
                : in.malformed("I know `/queue in`, `/queue out` and `/queue pause`;"
                        + " behind `in` and `out` may come a queue's number or name");
    }

    Command callerId(Arguments in) {
        String which = Quotes.takenOff(in.text());
        return switch (small(in.text())) {
            case "" -> new Query.ShowCallerId();
            case "hide" -> new LineCommand.ChangeCallerId(new CallerIdChange.Hide(true));
            case "show" -> new LineCommand.ChangeCallerId(new CallerIdChange.Hide(false));
            default ->
                which.isBlank()
                        ? in.malformed("it needs a number or a name, `hide` or `show`")
                        : new LineCommand.ChangeCallerId(new CallerIdChange.CallAs(which));
        };
    }

    Command phones(Arguments in) {
        if (in.text().isEmpty()) return new Query.ShowPhones();
        String name = Quotes.takenOff(in.text());
        if (name.isBlank()) return in.malformed("it needs the name of a phone, or `any`");
        return new LineCommand.PreferPhone(Optional.of(name).filter(any -> !any.equalsIgnoreCase("any")));
    }

    private static String small(String text) {
        return text.toLowerCase(Locale.ROOT).replaceAll("\\s+", " ");
    }
}
