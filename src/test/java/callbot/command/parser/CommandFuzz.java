package callbot.command.parser;

import static callbot.fuzz.FuzzTarget.require;

import callbot.command.CallAction;
import callbot.command.CallChoice.ThisOne;
import callbot.command.CallCommand;
import callbot.command.Command;
import callbot.command.LineCommand;
import callbot.command.Remark;
import callbot.command.value.DialString;
import callbot.command.value.Reading;
import callbot.fuzz.FuzzTarget;
import java.util.List;
import java.util.Optional;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/**
 * What is typed to the bot: all is understood as something, a mention changes nothing, a choice that is offered settles it, and
 * nobody is called but whom a part of the text can mean, and it alone.
 */
public final class CommandFuzz implements FuzzTarget {

    private static final Pattern WORD = Pattern.compile("[^\\s\\p{Z}\\p{Cf}\\x1c-\\x1f]+");

    private final CommandParser parser = new CommandParser("Call Robot");

    @Override
    public List<byte[]> seeds() {
        return FuzzTarget.inputs(Stream.concat(
                FuzzTarget.lines("command/parser/commands.csv").stream()
                        .map(line -> line.substring(line.lastIndexOf('|') + 1).replaceAll("^\"|\"$", "")),
                Stream.of("/dial 4085550134, 4085550135 on desk phone", "/transfer 2044 2", "@Call Robot, /echo hi")));
    }

    @Override
    public void check(byte[] input) {
        String typed = FuzzTarget.text(input);
        Command command = parser.parse(typed);
        boolean isTooLong = typed.length() > CommandParser.MAX_LENGTH;
        require(command instanceof Remark.TooLong == isTooLong, "it is or is not too long: " + command);
        parser.read(typed, Optional.of(new ThisOne("call", "session"))); // as long as it may be
        if (command instanceof Remark.WhichNumber which) {
            for (Remark.WhichNumber.Choice choice : which.choices()) settles(choice, parser.parse(choice.command()));
        }
        if (command instanceof CallCommand.Dial dial) isRead(dial.destination(), typed);
        if (command instanceof CallCommand.AddPerson(CallCommand.Dial dial)) isRead(dial.destination(), typed);
        if (command instanceof CallCommand.Consult(CallCommand.Dial dial)) isRead(dial.destination(), typed);
        if (command instanceof CallCommand.Act(CallAction.Transfer(DialString to), var choice)) isRead(to, typed);
        if (!isTooLong && typed.strip().startsWith("/")) {
            Command mentioned = parser.parse("Call Robot " + typed.strip());
            require(
                    mentioned instanceof Remark.TooLong
                            || mentioned
                                    .toString()
                                    .equals(parser.parse(typed.strip()).toString()),
                    "mentioned it is " + mentioned);
        }
    }

    /** What is dialled is the one reading of some of what was typed, word for word. */
    private static void isRead(DialString number, String typed) {
        Reading wanted = new Reading.One(number);
        List<MatchResult> words = WORD.matcher(typed).results().toList();
        boolean isRead = words.stream()
                .anyMatch(first -> words.stream()
                        .filter(last -> last.end() > first.start())
                        .anyMatch(last -> DialString.read(typed.substring(first.start(), last.end()))
                                .equals(wanted)));
        require(isRead, number + " was read in " + typed);
    }

    private static void settles(Remark.WhichNumber.Choice choice, Command chosen) {
        boolean acts = chosen instanceof CallCommand || chosen instanceof LineCommand.Forward;
        require(acts && chosen.toString().contains(choice.number().toString()), choice + " became " + chosen);
    }
}
