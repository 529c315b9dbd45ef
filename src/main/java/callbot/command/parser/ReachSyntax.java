package callbot.command.parser;

import callbot.command.Command;
import callbot.command.LineCommand;
import callbot.command.Query;
import callbot.command.ReachChange;
import java.util.Locale;

/** Understands what follows {@code /reach}. */
final class ReachSyntax {

    Command reach(Arguments in) {
        if (in.text().isEmpty()) return new Query.ShowReach();
        boolean on = in.endsWith("on");
        if (!on && !in.endsWith("off"))
            return in.malformed(
                    "I know `/reach on`, `/reach off`, and a number or a name in front of `on` or `off`, such as"
                            + " `/reach mobile off`");
        String which = in.beforeLast().text();
        if (which.length() > ReachChange.One.LONGEST) return in.malformed("that is too long for a number or a name");
        return new LineCommand.ChangeReach(
                switch (which.toLowerCase(Locale.ROOT)) {
                    case "", "all" -> new ReachChange.All(on);
                    case "together" -> new ReachChange.Together(on);
                    default -> new ReachChange.One(which, on);
                });
    }
}
