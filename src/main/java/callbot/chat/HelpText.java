package callbot.chat;

import static callbot.card.Element.text;

import callbot.card.Button;
import callbot.card.Button.AboutCall;
import callbot.card.Card;
import callbot.card.Element;
import callbot.card.Look;
import callbot.command.CommandSpec;
import callbot.command.CommandSpec.Group;
import callbot.command.Remark;
import callbot.command.parser.CommandParser;
import callbot.command.value.DialString;
import callbot.webex.messaging.Draft;
import callbot.webex.messaging.Markdown;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** What the bot says about itself. */
final class HelpText {

    private static final String SIGN_IN_FIRST = "Sign in first: `/auth`.";

    static final Draft WELCOME = Draft.offering(
            "👋 **Hello! I control your Webex Calling line from this chat.** Write `/dial +1 408 555 0134` to call, `/answer` when"
                    + " it rings, `/help` for everything else. " + SIGN_IN_FIRST,
            List.of(Button.say("Sign in", "/auth"), Button.say("Help", "/help")));

    private final CommandParser parser;
    private final boolean settings;
    private final boolean recordings;

    /** There are few of them, and no answer is asked for more often. */
    private final Map<Reader, Draft> overviews = new ConcurrentHashMap<>();

    /** Who is helped. @param useless the words of commands that are of no use to this one */
    private record Reader(boolean isSignedIn, boolean isAdmin, Set<String> useless) {}

    /**
     * @param settings whether the bot may be asked about what is set for a line
     * @param recordings whether it may be asked about recordings of calls
     */
    HelpText(CommandParser parser, boolean settings, boolean recordings) {
        this.parser = parser;
        this.settings = settings;
        this.recordings = recordings;
    }

    /**
     * All commands in a few lines, what works now first; those for administrators only to them.
     *
     * @param useless the words of commands that are left out
     */
    Draft overview(boolean signedIn, boolean admin, Set<String> useless) {
        return overviews.computeIfAbsent(new Reader(signedIn, admin, useless), this::overview);
    }

    private Draft overview(Reader reader) {
        List<Group> groups = new ArrayList<>(List.of(Group.CALLS, Group.DURING, Group.ACCOUNT));
        if (settings) groups.add(2, Group.LINE);
        if (reader.isAdmin()) groups.add(Group.ADMINISTRATION);
        if (!reader.isSignedIn()) groups.addFirst(groups.remove(groups.indexOf(Group.ACCOUNT)));
        String text = (reader.isSignedIn() ? "" : SIGN_IN_FIRST + "\n\n")
                + groups.stream().map(group -> lines(group, reader)).collect(Collectors.joining("\n\n"))
                + "\n\nPlain words work as well: “call 1002”, “put her on hold”, “who called?” `/help dial` says more about a command.";
        return Draft.of(text, card(groups, reader));
    }

    private String lines(Group group, Reader reader) {
        return "**" + group.title() + "**\n"
                + specs(group, reader).map(spec -> "`" + spec.usage() + "`").collect(Collectors.joining(", "));
    }

    private Card card(List<Group> groups, Reader reader) {
        boolean signedIn = reader.isSignedIn();
        List<Element> body = new ArrayList<>();
        body.add(new Element.Band(Element.Tone.ACTIVE, List.of(text("What I understand", Look.BOLD, Look.ACTIVE))));
        if (!signedIn) body.add(text(Markdown.onCard(SIGN_IN_FIRST)));
        for (Group group : groups) {
            body.add(text(group.title(), Look.BOLD));
            body.add(text(
                    specs(group, reader).map(spec -> "/" + spec.word()).collect(Collectors.joining(", ")), Look.TIGHT));
        }
        body.add(text(
                "Plain words work as well: “call 1002”, “put her on hold”, “who called?” /help dial says more.",
                Look.SMALL,
                Look.SUBTLE));
        List<Button> buttons = new ArrayList<>();
        buttons.add(new Button.Reveal("Explain", explanation(groups, reader)));
        if (signedIn) buttons.add(Button.say("My calls", "/calls"));
        buttons.add(signedIn ? Button.say("Status", "/status") : Button.say("Sign in", "/auth"));
        body.add(new Element.Buttons(buttons));
        return new Card(body);
    }

    private Card explanation(List<Group> groups, Reader reader) {
        Map<String, String> facts = new LinkedHashMap<>();
        groups.stream()
                .flatMap(group -> specs(group, reader))
                .forEach(spec -> facts.put("/" + spec.word(), spec.does()));
        return Card.of(new Element.Facts(facts));
    }

    private Stream<CommandSpec> specs(Group group, Reader reader) {
        return parser.specs().stream()
                .filter(spec -> spec.group() == group && !reader.useless().contains(spec.word()))
                .filter(spec -> recordings || !spec.word().equals("recordings"));
    }

    Draft about(CommandSpec spec) {
        return Draft.text("`" + spec.usage() + "` — " + spec.does() + ".\n\nFor example: `" + spec.example() + "`");
    }

    Draft tooLong(int most) {
        return Draft.text("I have done nothing: that is too long for me. I read " + most + " characters at most.");
    }

    /** Each button says the command with one of the numbers, for the same call. */
    Draft which(Remark.WhichNumber which) {
        String lines = which.choices().stream()
                .map(choice -> "- **" + described(choice.number()) + "**: " + Markdown.code(choice.command()))
                .collect(Collectors.joining("\n"));
        return Draft.offering(
                "I have done nothing yet, because I can read that in several ways. Which number do you mean?\n" + lines,
                which.choices().stream()
                        .map(choice -> new Button.Say(
                                title(choice.number()),
                                choice.command(),
                                which.button().map(call -> new AboutCall(call.callId(), call.sessionId())),
                                Optional.empty(),
                                Button.Style.DEFAULT))
                        .toList());
    }

    private static String title(DialString number) {
        return number.value() + number.extension().map(keys -> ", then " + keys).orElse("");
    }

    private static String described(DialString number) {
        return Markdown.escape(title(number));
    }

    Draft malformed(CommandSpec spec, String problem) {
        return Draft.text("I have done nothing: `" + "/" + spec.word() + "` — " + problem + ".\n\nIt goes like this: `"
                + spec.usage() + "`, for example `" + spec.example() + "`");
    }
}
