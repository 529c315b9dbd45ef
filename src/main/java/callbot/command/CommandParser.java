package callbot.command;

import callbot.command.Command.CallChoice;
import java.util.List;
import java.util.Optional;
import java.util.regex.MatchResult;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * Understands what people say. The first word decides, as a whole, in any case, with or without a slash. A word that is no
 * command is never taken for one: at most it brings a suggestion.
 */
public final class CommandParser {

    /** The longest text that is read, in UTF-16 units: nobody says more to a phone. */
    static final int MAX_LENGTH = 1_000;

    private static final Pattern WORD = Pattern.compile("[\\p{L}\\p{N}]+");

    private final CommandTable table = new CommandTable();
    private final List<Pattern> mentions;

    /**
     * A parser that knows the bot's name.
     *
     * @param botName what a mention of the bot puts in front of a text; it is cut off
     */
    public CommandParser(String botName) {
        this.mentions = mentions(botName);
    }

    /** All commands, in the order in which people are told about them. */
    public List<CommandSpec> specs() {
        return table.specs();
    }

    /** Understands a line that somebody typed. */
    public Command parse(String line) {
        return parse(line, Optional.empty());
    }

    /**
     * Understands a line that somebody typed, or that a button says. What is too long is not read.
     *
     * @param button the call that the button belongs to, if it belongs to one
     */
    public Command parse(String line, Optional<CallChoice.ThisOne> button) {
        return line.length() > MAX_LENGTH ? new Command.TooLong(MAX_LENGTH) : read(line, button);
    }

    /** Takes a time that grows with the line's length, and no faster. */
    Command read(String line, Optional<CallChoice.ThisOne> button) {
        String text = withoutMention(stripped(line));
        if (text.isEmpty()) return new Command.Help(Optional.empty());

        int end = 0;
        while (end < text.length() && !isBlank(text.charAt(end))) end++;
        String word = text.substring(0, end);
        String rest = stripped(text.substring(end));
        return table.find(CommandTable.key(word))
                .map(spec -> table.read(new Arguments(spec, rest, "", button)))
                .orElseGet(() -> table.unknown(word));
    }

    private String withoutMention(String text) {
        return mentions.stream()
                .map(mention -> mention.matcher(text))
                .filter(Matcher::lookingAt)
                .findFirst()
                .map(found -> text.substring(found.end()))
                .orElse(text);
    }

    /**
     * The bot's name in front of a text, the whole or only its first word, as clients write it where the bot is mentioned.
     * People put a comma behind it, and clients leave out signs that it has. A bot called "Dial" is never mentioned, or it
     * would never hear the command.
     */
    private List<Pattern> mentions(String botName) {
        List<String> words =
                WORD.matcher(botName).results().map(MatchResult::group).toList();
        if (words.isEmpty() || table.find(CommandTable.key(words.getFirst())).isPresent()) return List.of();
        String ownSigns = Pattern.quote(WORD.matcher(botName).replaceAll("").replace("/", ""));
        String signs = "[\\s\\p{Z}\\p{Cf}@,;:" + ownSigns + "-]";
        return Stream.of(words, words.subList(0, 1))
                .map(some ->
                        some.stream().collect(Collectors.joining(signs + "*+", signs + "*+", "(?:" + signs + "++|$)")))
                .map(pattern -> Pattern.compile(pattern, Pattern.CASE_INSENSITIVE | Pattern.UNICODE_CASE))
                .toList();
    }

    private static String stripped(String text) {
        int from = 0;
        int to = text.length();
        while (from < to && isBlank(text.charAt(from))) from++;
        while (from < to && isBlank(text.charAt(to - 1))) to--;
        return text.substring(from, to);
    }

    /** Also the blanks that do not break a line, and what nobody sees: clients put them around words. */
    private static boolean isBlank(char c) {
        return Character.isWhitespace(c) || Character.isSpaceChar(c) || Character.getType(c) == Character.FORMAT;
    }
}
