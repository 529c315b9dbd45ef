package callbot.command;

import callbot.command.Arguments.Choice;
import callbot.command.CallAction.Simple;
import callbot.command.Command.CallChoice;
import callbot.command.CommandSpec.Group;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Stream;

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

        CallWords calls = new CallWords();
        Group making = Group.CALLS;
        add(
                making,
                "dial",
                "<number or address> [on <device>]",
                "call; your phone rings first",
                "/dial +1 408 555 0134",
                calls::dial);
        add(making, "answer", "[n] [on <device>]", "answer what rings", "/answer on desk phone", calls::answer);
        add(making, "reject", "[busy|unavailable|ignore] [n]", "refuse what rings", "/reject busy", calls::reject);
        add(making, "hangup", "[n]", "end a call, or its ringing", "/hangup", in -> calls.simple(in, Simple.HANG_UP));
        add(
                making,
                "pickup",
                "[extension] [on <device>]",
                "take a call that rings at a colleague's",
                "/pickup 2044",
                calls::pickUp);
        add(making, "retrieve", "[extension] [on <device>]", "take a parked call", "/retrieve 2044", calls::retrieve);
        add(
                making,
                "pull",
                "[on <device>]",
                "take a call over from another device of yours",
                "/pull on app",
                calls::pull);
        add(
                making,
                "barge",
                "<extension> [on <device>]",
                "join a call that a colleague has",
                "/barge 2044",
                calls::bargeIn);

        Group during = Group.DURING;
        add(during, "hold", "[n]", "put a call on hold", "/hold", in -> calls.simple(in, Simple.HOLD));
        add(during, "resume", "[n]", "take it off hold", "/resume 2", in -> calls.simple(in, Simple.RESUME));
        add(during, "mute", "[n]", "switch your microphone off", "/mute", in -> calls.simple(in, Simple.MUTE));
        add(during, "unmute", "[n]", "switch your microphone on", "/unmute", in -> calls.simple(in, Simple.UNMUTE));
        add(
                during,
                "transfer",
                "<to>|complete [call n]",
                "hand over once they answer; complete: join your two calls",
                "/transfer 2044",
                calls::transfer);
        add(
                during,
                "divert",
                "<to>|voicemail [call n]",
                "send on at once, also while it rings",
                "/divert voicemail",
                calls::divert);
        add(
                during,
                "park",
                "[extension|group] [call n]",
                "park a call for somebody to take",
                "/park 2044",
                calls::park);
        add(during, "record", "start|stop|pause|resume [n]", "record a call", "/record start", calls::record);
        add(
                during,
                "dtmf",
                "<digits> [call n]",
                "key in digits; a comma is a pause",
                "/dtmf 1,4711#",
                calls::sendDigits);
        add(during, "push", "[n]", "hand a call to your executive", "/push", in -> calls.simple(in, Simple.PUSH));

        Group account = Group.ACCOUNT;
        add(account, "calls", "[n]", "list your calls of this moment, or show one", "/calls", this::calls);
        add(
                account,
                "history",
                "[placed|missed|received] [page]",
                "list your last calls",
                "/history missed",
                this::history);
        add(account, "monitor", "on|off|json", "see your calls as they happen", "/monitor on", this::monitor);
        add(
                account,
                "device",
                "[name|any]",
                "choose which phone rings when you dial or answer here",
                "/device desk phone",
                this::device);
        add(account, "auth", "[clear|force|maintenance]", "sign in; out (clear); anew (force)", "/auth", this::auth);
        add(account, "status", "", "see how things stand", "/status", in -> in.none(new Command.Status()));
        add(account, "why", "", "see how your last command was done", "/why", in -> in.none(new Command.Why()));
        add(account, "echo", "<text>", "hear it back", "/echo hello", this::echo);
        add(account, "help", "[command]", "this, or more about one command", "/help dial", this::help);

        add(
                Group.ADMINISTRATION,
                "redis",
                "info|clear",
                "see what is remembered, or forget everybody",
                "/redis info",
                this::redis);
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
     * @param button the call that the button belongs to, if it belongs to one
     */
    public Command parse(String line, Optional<CallChoice.ThisOne> button) {
        String text = withoutMention(stripped(line));
        if (text.isEmpty()) return new Command.Help(Optional.empty());

        int end = 0;
        while (end < text.length() && !isBlank(text.charAt(end))) end++;
        String word = text.substring(0, end);
        Entry entry = entries.get(keyOf(word));
        if (entry == null) return unknown(word);
        return entry.reader().apply(new Arguments(entry.spec(), stripped(text.substring(end)), button));
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

    private Command calls(Arguments in) {
        return in.text().isEmpty() && in.button().isEmpty() ? new Command.ListCalls() : in.call(Command.ShowCall::new);
    }

    private Command history(Arguments in) {
        Optional<Command.History.Kind> kind = Stream.of(Command.History.Kind.values())
                .filter(known -> known.name().equalsIgnoreCase(in.first()))
                .findFirst();
        String page = kind.isPresent() ? in.afterFirst().text() : in.text();
        if (page.isEmpty()) return new Command.History(kind, 1);
        return page.matches("[1-9][0-9]?")
                ? new Command.History(kind, Integer.parseInt(page))
                : in.malformed(
                        "I know `/history`, `/history placed`, `/history missed`, `/history received`, and a page after it");
    }

    private Command device(Arguments in) {
        if (in.text().isEmpty()) return new Command.ListDevices();
        return new Command.UseDevice(Optional.of(in.text()).filter(name -> !name.equalsIgnoreCase("any")));
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
