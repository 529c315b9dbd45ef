package callbot.chat;

import callbot.command.CommandParser;
import callbot.command.CommandSpec;
import callbot.command.CommandSpec.Group;
import callbot.webex.Draft;
import callbot.webex.Draft.Button;
import callbot.webex.Markdown;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** What the bot says about itself. */
public final class HelpText {

    static final Draft WELCOME = new Draft(
            "👋 **Hello! I control your Webex Calling line from this chat.** Write `/dial +1 408 555 0134` to call, `/answer` when"
                    + " it rings, `/help` for everything else. First sign in with `/auth`, so that I may act for you.",
            List.of(say("Sign in", "/auth"), say("Help", "/help")));

    private final CommandParser parser;

    /** Help on these commands. */
    public HelpText(CommandParser parser) {
        this.parser = parser;
    }

    /** All commands, those for administrators only to them. Who has not signed in is told how first. */
    Draft overview(boolean signedIn, boolean admin) {
        List<String> lines = new ArrayList<>();
        for (Group group : Group.values()) {
            if (group == Group.ADMINISTRATION && !admin) continue;
            if (!group.title().isEmpty()) lines.add("**" + group.title() + "**");
            parser.specs().stream()
                    .filter(spec -> spec.group() == group)
                    .map(spec -> "- `" + spec.usage() + "` " + spec.does())
                    .forEach(lines::add);
        }
        if (!signedIn) lines.set(0, lines.getFirst() + ", once you have signed in with `/auth`");
        return Draft.text(String.join("\n", lines));
    }

    Draft about(CommandSpec spec) {
        return Draft.text("`" + spec.usage() + "` — " + spec.does() + ".\n\nFor example: `" + spec.example() + "`");
    }

    Draft unknown(String word, Optional<CommandSpec> nearest) {
        String shown = "“" + Markdown.escape(word) + "”";
        if (nearest.isEmpty()) return Draft.text("I do not know " + shown + ". `/help` shows what I understand.");
        CommandSpec spec = nearest.get();
        return Draft.text("I do not know " + shown + ". Did you mean `/" + spec.word()
                + "`? I have done nothing. `/help " + spec.word() + "` says more.");
    }

    Draft malformed(CommandSpec spec, String problem) {
        return Draft.text("I have done nothing: `" + "/" + spec.word() + "` — " + problem + ".\n\nIt goes like this: `"
                + spec.usage() + "`, for example `" + spec.example() + "`");
    }

    private static Button say(String title, String command) {
        return new Button.Say(title, command, Optional.empty());
    }
}
