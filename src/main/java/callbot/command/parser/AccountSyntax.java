package callbot.command.parser;

import callbot.command.AccountCommand;
import callbot.command.Command;
import callbot.command.Query;
import callbot.command.Remark;
import callbot.command.parser.Arguments.Choice;
import callbot.command.value.PersonName;
import callbot.command.value.Quotes;
import java.util.Optional;
import java.util.stream.Stream;

/** Understands what follows the words of commands about what was, and about how the bot and somebody stand to each other. */
final class AccountSyntax {

    Command calls(Arguments in) {
        return in.text().isEmpty() && in.button().isEmpty() ? new Query.ListCalls() : in.call(Query.ShowCall::new);
    }

    Command history(Arguments in) {
        Optional<Query.History.Kind> kind = Stream.of(Query.History.Kind.values())
                .filter(known -> known.name().equalsIgnoreCase(in.first()))
                .findFirst();
        String page = kind.isPresent() ? in.afterFirst().text() : in.text();
        if (page.isEmpty()) return new Query.History(kind, 1);
        return page.matches("[1-9][0-9]?")
                ? new Query.History(kind, Integer.parseInt(page))
                : in.malformed(
                        "I know `/history`, `/history placed`, `/history missed`, `/history received`, and a page after it");
    }

    Command device(Arguments in) {
        if (in.text().isEmpty()) return new Query.ListDevices();
        return new AccountCommand.UseDevice(
                Optional.of(Quotes.takenOff(in.text())).filter(name -> !name.equalsIgnoreCase("any")));
    }

    Command auth(Arguments in) {
        return in.oneOf(
                new Choice("", new AccountCommand.SignIn()),
                new Choice("clear", new AccountCommand.SignOut()),
                new Choice("force", new AccountCommand.SignInAnew()),
                new Choice("maintenance", new AccountCommand.DropSignIns()));
    }

    Command monitor(Arguments in) {
        return in.oneOf(
                new Choice("on", new AccountCommand.Monitor(AccountCommand.Monitor.Mode.ON)),
                new Choice("off", new AccountCommand.Monitor(AccountCommand.Monitor.Mode.OFF)),
                new Choice("json", new AccountCommand.Monitor(AccountCommand.Monitor.Mode.JSON)));
    }

    Command redis(Arguments in) {
        return in.oneOf(
                new Choice("info", new Query.StoreInfo()),
                new Choice("clear", new AccountCommand.StoreClear(false)),
                new Choice("clear all", new AccountCommand.StoreClear(true)));
    }

    Command echo(Arguments in) {
        return in.text().isEmpty() ? in.malformed("there is nothing to say back") : new Remark.Echo(in.text());
    }

    Command find(Arguments in) {
        String name = Quotes.takenOff(in.text());
        return PersonName.isOne(name)
                ? new Query.FindPerson(name, "/dial", "as " + name, Optional.empty())
                : in.malformed("it needs a name");
    }
}
