package callbot.command.parser;

import callbot.command.Command;
import callbot.command.LineCommand;
import callbot.command.Query;
import callbot.command.ReachChange;
import callbot.command.parser.Arguments.ForSomebody;
import java.util.Locale;
import java.util.regex.Pattern;

/** Understands what follows {@code /reach}. */
final class ReachSyntax {

    private static final Pattern PHONE = Pattern.compile("\\+?[0-9]{3,32}");
    private static final String FOR_GOOD = " for good";

    Command reach(Arguments in) {
        if (in.text().isEmpty()) return new Query.ShowReach();
        if (in.first().equalsIgnoreCase("add")) return add(in.afterFirst());
        if (in.first().equalsIgnoreCase("remove")) return remove(in.afterFirst());
        boolean on = in.endsWith("on");
        if (!on && !in.endsWith("off"))
            return in.malformed(
                    "I know `/reach on`, `/reach off`, and a number or a name in front of `on` or `off`, such as"
                            + " `/reach mobile off`; `/reach add` and `/reach remove` take a number");
        String which = in.beforeLast().text();
        if (which.length() > ReachChange.One.LONGEST) return in.malformed("that is too long for a number or a name");
        return new LineCommand.ChangeReach(
                switch (which.toLowerCase(Locale.ROOT)) {
                    case "", "all" -> new ReachChange.All(on);
                    case "together" -> new ReachChange.Together(on);
                    default -> new ReachChange.One(which, on);
                });
    }

    private static Command add(Arguments in) {
        ForSomebody said = in.as(name -> !name.isEmpty() && name.length() <= ReachChange.One.LONGEST);
        return said.rest().destination(number -> {
            if (!PHONE.matcher(number.value()).matches()) return in.malformed("only a phone number can ring too");
            return new LineCommand.AddReach(number, said.name().orElse(number.value()));
        });
    }

    private static Command remove(Arguments in) {
        boolean sure = in.text().toLowerCase(Locale.ROOT).endsWith(FOR_GOOD);
        String which = sure
                ? in.text().substring(0, in.text().length() - FOR_GOOD.length()).strip()
                : in.text();
        if (which.isEmpty() || which.length() > ReachChange.One.LONGEST)
            return in.malformed("it needs a number or a name from `/reach`");
        return sure ? new LineCommand.RemoveReach(which) : new Query.AskToRemoveReach(which);
    }
}
