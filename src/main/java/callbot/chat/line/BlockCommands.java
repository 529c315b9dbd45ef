package callbot.chat.line;

import callbot.card.Button;
import callbot.chat.failure.LineWords;
import callbot.command.BlockChange;
import callbot.command.value.DialString;
import callbot.line.Blocking;
import callbot.signin.SignIn.Asker;
import callbot.webex.messaging.Draft;
import callbot.webex.messaging.Markdown;
import java.util.List;

/** The commands about calls that nobody wants. */
public final class BlockCommands {

    private static final LineWords WORDS = new LineWords("Blocking", "/block");

    private final Blocking blocking;

    BlockCommands(Blocking blocking) {
        this.blocking = blocking;
    }

    /** Whose calls are refused. */
    public Draft show(Asker asker) {
        return WORDS.told(false, () -> new BlockedCard(blocking.state(asker.personId())).draft());
    }

    /** Refuses the calls of a number, or no longer. */
    public Draft change(Asker asker, BlockChange wish) {
        return WORDS.told(true, () -> told(wish, blocking.change(asker.personId(), wish)));
    }

    /** @param changed whether it was otherwise before */
    static Draft told(BlockChange wish, boolean changed) {
        if (!changed) return Draft.text("✅ " + now(wish) + " That was so already; I have changed nothing.");
        String undo = undo(wish);
        return Draft.offering(
                "✅ " + now(wish) + " " + Markdown.code(undo) + " puts that back.",
                List.of(Button.say(
                        switch (wish) {
                            case BlockChange.Block block -> "Unblock";
                            case BlockChange.Unblock unblock -> "Block again";
                            case BlockChange.Anonymous anonymous -> "Put back";
                        },
                        undo)));
    }

    private static String now(BlockChange wish) {
        return switch (wish) {
            case BlockChange.Block(DialString number) ->
                "**" + Markdown.escape(number.value()) + " is blocked**: calls from there no longer reach you.";
            case BlockChange.Unblock(DialString number) ->
                "**" + Markdown.escape(number.value()) + " is not blocked**: calls from there reach you.";
            case BlockChange.Anonymous(boolean refused) ->
                refused
                        ? "**Anonymous calls are refused**: whoever hides the number can't reach you."
                        : "**Anonymous calls ring**, like all others.";
        };
    }

    private static String undo(BlockChange wish) {
        return switch (wish) {
            case BlockChange.Block(DialString number) -> "/block off " + number.typed();
            case BlockChange.Unblock(DialString number) -> "/block " + number.typed();
            case BlockChange.Anonymous(boolean refused) -> anonymous(!refused);
        };
    }

    static String anonymous(boolean refused) {
        return "/block anonymous " + (refused ? "on" : "off");
    }
}
