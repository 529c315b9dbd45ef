package callbot.command.parser;

import callbot.command.Command;
import callbot.command.LineCommand;
import callbot.command.Query;
import callbot.command.VoiceMessageChoice;
import java.util.Locale;
import java.util.Optional;
import java.util.function.Function;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Understands what follows the word that is about voice messages. */
final class VoicemailSyntax {

    private static final String NUMBER = "[1-9][0-9]?";

    /** What is no number is an id, as buttons say it. */
    private static final Pattern WHICH = Pattern.compile("(" + NUMBER + ")|([!-~]{3,128})");

    private static final Pattern FOR_GOOD = Pattern.compile("([!-~]{3,128})\\s+for good", Pattern.CASE_INSENSITIVE);

    Command voicemail(Arguments in) {
        String which = in.afterFirst().text();
        return switch (in.first().toLowerCase(Locale.ROOT)) {
            case "" -> new Query.ShowVoicemail();
            case "read" -> one(in, which, choice -> new LineCommand.MarkVoiceMessage(choice, true));
            case "unread" -> one(in, which, choice -> new LineCommand.MarkVoiceMessage(choice, false));
            case "delete" -> {
                Matcher sure = FOR_GOOD.matcher(which);
                yield sure.matches()
                        ? new LineCommand.DeleteVoiceMessage(sure.group(1))
                        : one(in, which, Query.AskToDelete::new);
            }
            default ->
                in.malformed(
                        "I know `/voicemail`, `/voicemail read 1`, `/voicemail unread 1` and `/voicemail delete 1`");
        };
    }

    private static Command one(Arguments in, String which, Function<VoiceMessageChoice, Command> command) {
        return choice(which)
                .map(command)
                .orElseGet(() -> in.malformed("it needs the number of a voice message from `/voicemail`, such as 1"));
    }

    private static Optional<VoiceMessageChoice> choice(String text) {
        Matcher which = WHICH.matcher(text);
        if (!which.matches()) return Optional.empty();
        return Optional.of(
                which.group(1) == null
                        ? new VoiceMessageChoice.ThisOne(text)
                        : new VoiceMessageChoice.Numbered(Integer.parseInt(text)));
    }
}
