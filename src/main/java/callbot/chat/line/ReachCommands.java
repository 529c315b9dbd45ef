package callbot.chat.line;

import callbot.card.Button;
import callbot.chat.failure.LineWords;
import callbot.command.LineCommand;
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

    /** Has a further number ring. */
    public Draft add(Asker asker, LineCommand.AddReach add) {
        String number = add.number().value();
        return WORDS.told(
                true,
                () -> reaching.add(asker.personId(), number, add.name())
                        .map(ReachCommands::there)
                        .orElseGet(() -> added(number, add.name())));
    }

    static Draft added(String number, String name) {
        String remove = "/reach remove " + number;
        return Draft.offering(
                "✅ **" + (name.equals(number) ? "" : Markdown.escape(name) + " ") + Markdown.escape(number)
                        + " rings too** when you're called. " + Markdown.code(remove) + " takes it out again.",
                List.of(Button.say("Remove", remove)));
    }

    private static Draft there(ReachNumber number) {
        String now = number.enabled() ? " rings already." : " is there already, and does not ring.";
        return Draft.offering(
                "**" + name(new Switch.Number(number)) + "**" + now + " I have changed nothing.",
                List.of(Button.say(number.enabled() ? "Turn off" : "Turn on", command(number, !number.enabled()))));
    }

    /** Asks whether a number shall be taken out. */
    public Draft askToRemove(Asker asker, String which) {
        return WORDS.told(
                false,
                () -> reaching.find(asker.personId(), which)
                        .map(ReachCommands::sure)
                        .orElseGet(() -> none(new ReachChange.One(which, false))));
    }

    static Draft sure(ReachNumber number) {
        String command = "/reach remove " + number.number() + " for good";
        return Draft.offering(
                "Take **" + name(new Switch.Number(number)) + "** out of the numbers that can ring too?"
                        + (number.hasMore() ? " What else is set for it is lost with it." : "")
                        + " " + Markdown.code(command(number, false))
                        + " only keeps it silent. Press the button, or write "
                        + Markdown.code(command) + ".",
                List.of(
                        Button.say("Remove", command).as(Button.Style.DESTRUCTIVE),
                        Button.say("Only turn off", command(number, false))));
    }

    /** Takes a number out, without asking. */
    public Draft remove(Asker asker, String which) {
        return WORDS.told(
                true,
                () -> reaching.remove(asker.personId(), which)
                        .map(ReachCommands::removed)
                        .orElseGet(() -> none(new ReachChange.One(which, false))));
    }

    static Draft removed(ReachNumber number) {
        String back = "/reach add " + number.number()
                + number.name()
                        .filter(name -> !name.equals(number.number()))
                        .map(name -> " as " + name)
                        .orElse("");
        return Draft.offering(
                "✅ **" + name(new Switch.Number(number)) + "** is **no longer** among the numbers that can ring too. "
                        + Markdown.code(back) + " adds it again.",
                List.of(Button.say("Add again", back)));
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
                "I have changed nothing: " + why + " `/reach` lists those that are, `/reach add` adds one.",
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
