package callbot.chat.line;

import callbot.card.Button;
import callbot.chat.failure.LineWords;
import callbot.command.ReachChange;
import callbot.line.Reaching;
import callbot.line.Reaching.Switch;
import callbot.signin.SignIn.Asker;
import callbot.webex.line.ReachNumber;
import callbot.webex.line.SimultaneousRing;
import callbot.webex.messaging.Draft;
import callbot.webex.messaging.Markdown;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** The commands about numbers that ring as well. */
public final class ReachCommands {

    private static final LineWords WORDS = new LineWords("Ringing at other numbers", "/reach");
    private static final Button SHOW = Button.say("Show", "/reach");

    private final Reaching reaching;

    ReachCommands(Reaching reaching) {
        this.reaching = reaching;
    }

    /** Which other numbers ring as well. */
    public Draft show(Asker asker) {
        return WORDS.told(false, () -> new ReachCard(reaching.state(asker.personId())).draft());
    }

    /** Has other numbers ring, or no longer. */
    public Draft change(Asker asker, ReachChange wish) {
        return WORDS.told(true, () -> told(wish, reaching.change(asker.personId(), wish)));
    }

    static Draft told(ReachChange wish, Reaching.Change change) {
        if (change.meant().isEmpty()) return none(wish);
        if (change.changed().isEmpty())
            return Draft.text("✅ " + now(change.meant(), wish.on()) + " That was so already; I have changed nothing.");
        String now = now(change.changed(), wish.on());
        if (change.stopped())
            return Draft.offering(
                    "⚠️ " + now
                            + " For the rest Webex did not do it, or gave no clear answer; `/reach` shows how it is now.",
                    Stream.concat(undo(change, wish.on()).stream(), Stream.of(SHOW))
                            .toList());
        List<Button> undo = undo(change, wish.on());
        return Draft.offering("✅ " + now + (undo.size() == 1 ? " " + puttingBack(undo.getFirst()) : ""), undo);
    }

    private static Draft none(ReachChange wish) {
        String why = switch (wish) {
            case ReachChange.All all -> "no other number is set up to ring.";
            case ReachChange.Together together -> "no number is set up for simultaneous ring.";
            case ReachChange.One(String which, boolean on) ->
                "among the numbers that can ring too there is not just one " + Markdown.code(which) + ".";
        };
        return Draft.offering(
                "I have changed nothing: " + why
                        + " `/reach` lists those that are; others you add in Webex's call settings.",
                List.of(SHOW));
    }

    private static String now(List<Switch> switches, boolean on) {
        String names = switches.stream().map(ReachCommands::name).collect(Collectors.joining(", "));
        return switches.size() == 1 && switches.getFirst() instanceof Switch.Number
                ? "**" + names + (on ? " rings too** when you're called." : " does not ring** when you're called.")
                : "**" + names + (on ? "** ring too when you're called." : "** do not ring when you're called.");
    }

    private static String name(Switch one) {
        return switch (one) {
            case Switch.Number(ReachNumber number) ->
                number.name()
                                .filter(name -> !name.equals(number.number()))
                                .map(name -> Markdown.escape(name) + " ")
                                .orElse("")
                        + Markdown.escape(number.number());
            case Switch.Together(SimultaneousRing ring) ->
                ring.phones().stream()
                        .map(phone -> Markdown.escape(phone.number()))
                        .collect(Collectors.joining(", "));
        };
    }

    /** One button if one command says it, else one for each that was changed. */
    private static List<Button> undo(Reaching.Change change, boolean on) {
        List<Switch> changed = change.changed();
        if (changed.size() > 1 && changed.size() == change.meant().size())
            return List.of(Button.say("Put back", "/reach " + word(!on)));
        return changed.stream()
                .<Button>map(one -> switch (one) {
                    case Switch.Number(ReachNumber number) ->
                        Button.say(
                                changed.size() == 1 ? "Put back" : number.number() + " " + word(!on),
                                command(number, !on));
                    case Switch.Together together ->
                        Button.say(
                                changed.size() == 1 ? "Put back" : "Others " + word(!on),
                                "/reach together " + word(!on));
                })
                .toList();
    }

    private static String puttingBack(Button button) {
        return button instanceof Button.Say say ? Markdown.code(say.command()) + " puts that back." : "";
    }

    static String command(ReachNumber number, boolean on) {
        return "/reach " + number.number() + " " + word(on);
    }

    private static String word(boolean on) {
        return on ? "on" : "off";
    }
}
