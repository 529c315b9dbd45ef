package callbot.command;

import callbot.command.Arguments.Choice;
import callbot.command.CommandSpec.Group;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;

/**
 * Understands what people say. The first word decides, as a whole, in any case, with or without a slash. A word that is no
 * command is never taken for one: at most it brings a suggestion.
 */
public final class CommandParser {

    private record Entry(CommandSpec spec, Function<Arguments, Command> reader) {}

    private final Map<String, Entry> entries = new LinkedHashMap<>();
    private final String botName;

    /**
     * A parser that knows the bot's name.
     *
     * @param botName what a mention of the bot puts in front of a text; it is cut off
     */
    public CommandParser(String botName) {
        this.botName = botName;

        Group calls = Group.CALLS;
        add(calls, "dial", "<number or address>", "call; your phone rings first", "/dial +1 408 555 0134", this::dial);
        add(calls, "answer", "[n]", "answer what rings", "/answer", in -> in.call(Command.Answer::new));
        add(calls, "hangup", "[n]", "end a call, or its ringing", "/hangup", in -> in.call(Command.HangUp::new));
        add(calls, "calls", "", "list your calls of this moment", "/calls", in -> in.none(new Command.ListCalls()));
        add(calls, "history", "[placed|missed|received]", "list your last calls", "/history missed", this::history);

        Group account = Group.ACCOUNT;
        add(account, "auth", "[clear|force|maintenance]", "sign in; out (clear); anew (force)", "/auth", this::auth);
        add(account, "monitor", "on|off|json", "be told of your calls as they happen", "/monitor on", this::monitor);
        add(account, "status", "", "see how things stand", "/status", in -> in.none(new Command.Status()));

        Group administration = Group.ADMINISTRATION;
        add(
                administration,
                "redis",
                "info|clear",
                "see what is remembered, or forget everybody",
                "/redis info",
                this::redis);

        Group other = Group.OTHER;
        add(other, "echo", "<text>", "hear it back", "/echo hello", this::echo);
        add(other, "help", "[command]", "this, or more about one command", "/help dial", this::help);
    }

    /** All commands, in the order in which people are told about them. */
    public List<CommandSpec> specs() {
        return entries.values().stream().map(Entry::spec).toList();
    }

    /** Understands a line that somebody typed. */
    public Command parse(String line) {
        return parse(line, Optional.empty());
    }

    /**
     * Understands a line that somebody typed, or that a button says.
     *
     * @param callId the call that the button belongs to, if it belongs to one
     */
    public Command parse(String line, Optional<String> callId) {
        String text = withoutMention(stripped(line));
        if (text.isEmpty()) return new Command.Help(Optional.empty());

        int end = 0;
        while (end < text.length() && !isBlank(text.charAt(end))) end++;
        String word = text.substring(0, end);
        Entry entry = entries.get(keyOf(word));
        if (entry == null) return unknown(word);
        return entry.reader().apply(new Arguments(entry.spec(), stripped(text.substring(end)), callId));
    }

    private void add(
            Group group,
            String word,
            String arguments,
            String does,
            String example,
            Function<Arguments, Command> reader) {
        entries.put(word, new Entry(new CommandSpec(group, word, arguments, does, example), reader));
    }

    private Command dial(Arguments in) {
        return switch (DialString.read(in.text())) {
            case DialString.Reading.Dialable(DialString destination) -> new Command.Dial(destination);
            case DialString.Reading.NotDialable(String why) -> in.malformed(why);
        };
    }

    private Command history(Arguments in) {
        return in.oneOf(
                new Choice("", new Command.History(Optional.empty())),
                new Choice("placed", new Command.History(Optional.of(Command.History.Kind.PLACED))),
                new Choice("missed", new Command.History(Optional.of(Command.History.Kind.MISSED))),
                new Choice("received", new Command.History(Optional.of(Command.History.Kind.RECEIVED))));
    }

    private Command auth(Arguments in) {
        return in.oneOf(
                new Choice("", new Command.SignIn()),
                new Choice("clear", new Command.SignOut()),
                new Choice("force", new Command.SignInAnew()),
                new Choice("maintenance", new Command.DropSignIns()));
    }

    private Command monitor(Arguments in) {
        return in.oneOf(
                new Choice("on", new Command.Monitor(Command.Monitor.Mode.ON)),
                new Choice("off", new Command.Monitor(Command.Monitor.Mode.OFF)),
                new Choice("json", new Command.Monitor(Command.Monitor.Mode.JSON)));
    }

    private Command redis(Arguments in) {
        return in.oneOf(
                new Choice("info", new Command.StoreInfo()),
                new Choice("clear", new Command.StoreClear(false)),
                new Choice("clear all", new Command.StoreClear(true)));
    }

    private Command echo(Arguments in) {
        return in.text().isEmpty() ? in.malformed("there is nothing to say back") : new Command.Echo(in.text());
    }

    private Command help(Arguments in) {
        if (in.text().isEmpty()) return new Command.Help(Optional.empty());
        Entry about = entries.get(keyOf(in.text()));
        return about == null ? unknown(in.text()) : new Command.Help(Optional.of(about.spec()));
    }

    private Command unknown(String typed) {
        Optional<String> nearest = new Nearest(keyOf(typed)).among(entries.keySet());
        return new Command.Unknown(typed, nearest.map(word -> entries.get(word).spec()));
    }

    /** Cuts off the bot's name, the whole or only its first word, as clients write it where the bot is mentioned. */
    private String withoutMention(String text) {
        String firstWord = botName.split("\\s+")[0];
        if (entries.containsKey(keyOf(firstWord))) return text; // a bot called "Dial" would never hear the command
        for (String mention : List.of("@" + botName, botName, "@" + firstWord, firstWord)) {
            if (!text.regionMatches(true, 0, mention, 0, mention.length())) continue;
            String rest = text.substring(mention.length());
            if (rest.isEmpty() || isBlank(rest.charAt(0))) return stripped(rest);
        }
        return text;
    }

    private static String keyOf(String word) {
        return (word.startsWith("/") ? word.substring(1) : word).toLowerCase(Locale.ROOT);
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
