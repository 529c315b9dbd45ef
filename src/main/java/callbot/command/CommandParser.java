package callbot.command;

import callbot.command.Command.CallChoice;
import java.util.List;
import java.util.Optional;

/**
 * Understands what people say. The first word decides, as a whole, in any case, with or without a slash. A word that is no
 * command is never taken for one: at most it brings a suggestion.
 */
public final class CommandParser {

    private final CommandTable table;
    private final String botName;

    /**
     * A parser that knows the bot's name.
     *
     * @param botName what a mention of the bot puts in front of a text; it is cut off
     */
    public CommandParser(String botName) {
        this.botName = botName;
        this.table = new CommandTable();
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
     * Understands a line that somebody typed, or that a button says.
     *
     * @param button the call that the button belongs to, if it belongs to one
     */
    public Command parse(String line, Optional<CallChoice.ThisOne> button) {
        String text = withoutMention(stripped(line));
        if (text.isEmpty()) return new Command.Help(Optional.empty());

        int end = 0;
        while (end < text.length() && !isBlank(text.charAt(end))) end++;
        String word = text.substring(0, end);
        String rest = stripped(text.substring(end));
        return table.find(CommandTable.key(word))
                .map(spec -> table.read(new Arguments(spec, rest, button)))
                .orElseGet(() -> table.unknown(word));
    }

    /** Cuts off the bot's name, the whole or only its first word, as clients write it where the bot is mentioned. */
    private String withoutMention(String text) {
        String firstWord = botName.split("\\s+")[0];
        if (table.find(CommandTable.key(firstWord)).isPresent())
            return text; // a bot called "Dial" would never hear the command
        for (String mention : List.of("@" + botName, botName, "@" + firstWord, firstWord)) {
            if (!text.regionMatches(true, 0, mention, 0, mention.length())) continue;
            String rest = text.substring(mention.length());
            if (rest.isEmpty() || isBlank(rest.charAt(0))) return stripped(rest);
        }
        return text;
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
