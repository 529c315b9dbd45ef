package callbot.command.parser;

import callbot.command.CallChoice;
import callbot.command.Command;
import callbot.command.CommandSpec;
import callbot.command.Remark;
import callbot.command.Remark.NotUnderstood.Offer;
import callbot.command.natural.Meaning;
import callbot.command.natural.NaturalWords;
import callbot.command.value.Blanks;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.MatchResult;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * Understands what people say. A command's word decides, as a whole, in any case, with or without a slash. What has no slash
 * and makes no sense as a command is read as {@linkplain NaturalWords natural words}; what is only likely is offered.
 */
public final class CommandParser {

    /** The longest text that is read, in UTF-16 units: nobody says more to a phone. */
    static final int MAX_LENGTH = 1_000;

    private static final Pattern WORD = Pattern.compile("[\\p{L}\\p{N}]+");

    private final CommandTable table = new CommandTable();
    private final NaturalWords natural = new NaturalWords();
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
        return line.length() > MAX_LENGTH ? new Remark.TooLong(MAX_LENGTH) : read(line, button);
    }

    /** Takes a time that grows with the line's length, and no faster. */
    Command read(String line, Optional<CallChoice.ThisOne> button) {
        String text = withoutMention(Blanks.stripped(line));
        if (text.isEmpty()) return new Remark.Help(Optional.empty());

        int end = 0;
        while (end < text.length() && !Blanks.isBlank(text.charAt(end))) end++;
        String word = text.substring(0, end);
        String rest = Blanks.stripped(text.substring(end));
        Optional<Command> command =
                table.find(CommandTable.key(word)).map(spec -> table.read(new Arguments(spec, rest, "", button)));
        if (word.startsWith("/")) return command.orElseGet(() -> table.unknown(word, rest));
        if (table.needsSlash(CommandTable.key(word))) return natural(text, Optional.empty());
        return command.filter(CommandParser::makesSense).orElseGet(() -> natural(text, command));
    }

    private static boolean makesSense(Command command) {
        return !(command instanceof Remark.Malformed || command instanceof Remark.NotUnderstood);
    }

    /** What is said without a slash is a command if it reads like one, and if not, whatever people mean by such words. */
    private Command natural(String text, Optional<Command> asCommand) {
        return switch (natural.read(text)) {
            case Meaning.Certain(Offer what, boolean wished) -> asked(text, what, wished);
            case Meaning.Likely(List<Offer> offers) -> new Remark.NotUnderstood(text, offers);
            case Meaning.Polite(Remark.Courtesy.Kind kind) -> new Remark.Courtesy(kind);
            case Meaning.Nothing nothing -> asCommand.orElseGet(() -> new Remark.NotUnderstood(text, List.of()));
        };
    }

    /** What somebody only says to want may be meant for somebody else, so it is offered if it has consequences. */
    private Command asked(String text, Offer what, boolean wished) {
        Command command = read(what.command(), Optional.empty());
        return wished && command.changesTheWorld() ? new Remark.NotUnderstood(text, List.of(what)) : command;
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
     * would never hear the command. One called "Call Robot" is not mentioned by "call" alone, unless with an @ or in front of
     * a slash.
     */
    private List<Pattern> mentions(String botName) {
        List<String> words =
                WORD.matcher(botName).results().map(MatchResult::group).toList();
        if (words.isEmpty() || table.find(CommandTable.key(words.getFirst())).isPresent()) return List.of();
        String ownSigns = Pattern.quote(WORD.matcher(botName).replaceAll("").replace("/", ""));
        String signs = "[\\s\\p{Z}\\p{Cf}@,;:" + ownSigns + "-]";
        String end = "(?:" + signs + "++|$)";
        boolean verb = natural.beginWith(words.getFirst().toLowerCase(Locale.ROOT));
        String first = signs + "*+" + words.getFirst();
        Stream<String> firstWord =
                verb ? Stream.of("(?=@)" + first + end, first + signs + "++(?=/)") : Stream.of(first + end);
        Stream<String> whole = words.size() == 1 && verb
                ? Stream.empty()
                : Stream.of(words.stream().collect(Collectors.joining(signs + "*+", signs + "*+", end)));
        return Stream.concat(whole, firstWord)
                .map(pattern -> Pattern.compile(pattern, Pattern.CASE_INSENSITIVE | Pattern.UNICODE_CASE))
                .toList();
    }
}
