package callbot.command.parser;

import callbot.command.CallAction;
import callbot.command.CallAction.Reject.Reason;
import callbot.command.CallAction.Simple;
import callbot.command.CallCommand;
import callbot.command.CallSource;
import callbot.command.Command;
import callbot.command.Query;
import callbot.command.parser.Arguments.ForSomebody;
import callbot.command.parser.Arguments.OnCall;
import callbot.command.parser.Arguments.OnDevice;
import java.util.Locale;
import java.util.Optional;
import java.util.function.Function;
import java.util.regex.Pattern;

/** Understands what follows the words that are about calls. */
final class CallSyntax {

    private static final Pattern DIGITS = Pattern.compile("[0-9*#A-D,]{1,64}");

    Command dial(Arguments in) {
        OnDevice said = in.onDevice();
        boolean again = said.rest().endsWith("again");
        ForSomebody who = (again ? said.rest().beforeLast() : said.rest()).forSomebody();
        Arguments number = who.rest();
        if (who.name().isEmpty() && number.isName())
            return new CallCommand.DialName(number.text(), said.device(), again);
        return number.extendedDestination(to -> {
            CallCommand.Dial dial = new CallCommand.Dial(to, said.device(), again);
            return who.name()
                    .<Command>map(name -> new CallCommand.DialChosen(dial, name))
                    .orElse(dial);
        });
    }

    Command consult(Arguments in) {
        return callBeside(in, "/consult", CallCommand.Consult::new);
    }

    Command add(Arguments in) {
        return callBeside(in, "/add", CallCommand.AddPerson::new);
    }

    private static Command callBeside(Arguments in, String word, Function<CallCommand.Dial, Command> command) {
        OnDevice said = in.onDevice();
        Arguments number = said.rest();
        if (number.isName()) {
            return new Query.FindPerson(number.text(), word, number.end(), Optional.empty());
        }
        return number.extendedDestination(to -> command.apply(new CallCommand.Dial(to, said.device(), false)));
    }

    Command answer(Arguments in) {
        OnDevice said = in.onDevice();
        return said.rest().call(choice -> new CallCommand.Act(new CallAction.Answer(said.device()), choice));
    }

    Command reject(Arguments in) {
        for (Reason reason : Reason.values()) {
            if (reason.name().equalsIgnoreCase(in.first())) return rejected(in.afterFirst(), reason);
        }
        return rejected(in, Reason.BUSY);
    }

    Command simple(Arguments in, Simple action) {
        return in.call(choice -> new CallCommand.Act(action, choice));
    }

    Command pickUp(Arguments in) {
        OnDevice said = in.onDevice();
        return said.rest()
                .maybeDestination(at -> new CallCommand.Bring(new CallSource.RingingElsewhere(at), said.device()));
    }

    Command retrieve(Arguments in) {
        OnDevice said = in.onDevice();
        return said.rest().maybeDestination(at -> new CallCommand.Bring(new CallSource.Parked(at), said.device()));
    }

    Command pull(Arguments in) {
        OnDevice said = in.onDevice();
        return said.rest().none(new CallCommand.Bring(new CallSource.OtherDevice(), said.device()));
    }

    Command bargeIn(Arguments in) {
        OnDevice said = in.onDevice();
        return said.rest().destination(at -> new CallCommand.Bring(new CallSource.Answered(at), said.device()));
    }

    Command transfer(Arguments in) {
        if (in.text().equalsIgnoreCase("complete")) return new CallCommand.JoinCalls();
        OnCall said = in.onCall();
        return said.somebody()
                .orElseGet(
                        () -> said.destination(to -> new CallCommand.Act(new CallAction.Transfer(to), said.choice())));
    }

    Command divert(Arguments in) {
        OnCall said = in.onCall();
        if (said.rest().text().equalsIgnoreCase("voicemail")) {
            return new CallCommand.Act(Simple.TO_VOICEMAIL, said.choice());
        }
        return said.somebody()
                .orElseGet(() -> said.destination(to -> new CallCommand.Act(new CallAction.Divert(to), said.choice())));
    }

    Command park(Arguments in) {
        OnCall said = in.onCall();
        if (said.rest().text().equalsIgnoreCase("group"))
            return new CallCommand.Act(new CallAction.ParkInGroup(), said.choice());
        return said.maybeDestination(at -> new CallCommand.Act(new CallAction.Park(at), said.choice()));
    }

    Command record(Arguments in) {
        return switch (in.first().toLowerCase(Locale.ROOT)) {
            case "start" -> simple(in.afterFirst(), Simple.START_RECORDING);
            case "stop" -> simple(in.afterFirst(), Simple.STOP_RECORDING);
            case "pause" -> simple(in.afterFirst(), Simple.PAUSE_RECORDING);
            case "resume" -> simple(in.afterFirst(), Simple.RESUME_RECORDING);
            default -> in.malformed("I know `/record start`, `/record stop`, `/record pause`, `/record resume`");
        };
    }

    Command sendDigits(Arguments in) {
        OnCall said = in.onCall();
        String digits = said.rest().text().replaceAll("\\s", "").toUpperCase(Locale.ROOT);
        if (!DIGITS.matcher(digits).matches()) {
            return in.malformed("it takes up to 64 of 0-9, *, #, A-D, and a comma for a pause");
        }
        return new CallCommand.Act(new CallAction.SendDigits(digits), said.choice());
    }

    Command conference(Arguments in) {
        Arguments rest = in.afterFirst();
        return switch (in.first().toLowerCase(Locale.ROOT)) {
            case "" -> new Query.ShowConference();
            case "mute" -> muteInConference(rest, true);
            case "unmute" -> muteInConference(rest, false);
            case "hold" -> rest.none(new CallCommand.HoldConference(true));
            case "resume" -> rest.none(new CallCommand.HoldConference(false));
            case "leave" -> rest.none(new CallCommand.JoinCalls());
            case "end" -> rest.none(new CallCommand.EndConference());
            default ->
                in.malformed(
                        "I know `/conference`, and after it `mute`, `mute 1`, `unmute`, `hold`, `resume`, `leave`, `end`");
        };
    }

    private static Command muteInConference(Arguments in, boolean muted) {
        return in.text().isEmpty() && in.button().isEmpty()
                ? new CallCommand.MuteInConference(Optional.empty(), muted)
                : in.call(choice -> new CallCommand.MuteInConference(Optional.of(choice), muted));
    }

    private Command rejected(Arguments in, Reason reason) {
        return in.call(choice -> new CallCommand.Act(new CallAction.Reject(reason), choice));
    }
}
