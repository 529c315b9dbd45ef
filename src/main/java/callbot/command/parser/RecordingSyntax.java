package callbot.command.parser;

import callbot.command.Command;
import callbot.command.Query;
import callbot.command.RecordingChoice;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Understands what follows the word that is about recordings. */
final class RecordingSyntax {

    /** What is no number is an id, as buttons say it; one has digits, which no word has. */
    private static final Pattern WHICH = Pattern.compile("([1-9][0-9]?)|(?=[!-~]*[0-9])[!-~]{8,128}");

    Command recordings(Arguments in) {
        if (in.text().isEmpty())
            return in.button()
                    .<Command>map(call -> new Query.Listen(new RecordingChoice.OfCall(call)))
                    .orElseGet(Query.ListRecordings::new);
        Matcher which = WHICH.matcher(in.text());
        if (!which.matches()) return in.malformed("I know `/recordings`, and its numbers, such as `/recordings 1`");
        return new Query.Listen(
                which.group(1) == null
                        ? new RecordingChoice.ThisOne(in.text())
                        : new RecordingChoice.Numbered(Integer.parseInt(in.text())));
    }
}
