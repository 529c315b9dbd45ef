package callbot.chat.line;

import callbot.card.Button;
import callbot.chat.failure.LineWords;
import callbot.line.Phones;
import callbot.line.Phones.Outcome;
import callbot.line.Phones.Seen;
import callbot.signin.SignIn.Asker;
import callbot.webex.messaging.Draft;
import callbot.webex.messaging.Markdown;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;

/** The commands about which phone Webex prefers, whoever dials or answers. */
public final class PhoneCommands {

    private static final LineWords WORDS = new LineWords("To prefer a phone", "/phones");

    static final String NO_PREFERENCE = "/phones any";

    private final Phones phones;

    PhoneCommands(Phones phones) {
        this.phones = phones;
    }

    /** Which phones the asker has. */
    public Draft show(Asker asker) {
        return WORDS.told(false, () -> told(phones.all(asker.personId())));
    }

    /** Has Webex prefer a phone; without a name, none. */
    public Draft prefer(Asker asker, Optional<String> name) {
        return WORDS.told(true, () -> told(phones.prefer(asker.personId(), name)));
    }

    static Draft told(List<Seen> all) {
        return all.isEmpty() ? Draft.text("Webex knows no phone and no app of yours.") : new PhonesCard(all).draft();
    }

    static Draft told(Outcome outcome) {
        return switch (outcome) {
            case Outcome.Preferred(Seen now, Optional<Seen> before) ->
                changed(
                        "✅ **Webex prefers " + named(now) + "** when a call of yours is to ring or be answered.",
                        before.map(command -> PhoneCommands.command(command)).orElse(Optional.of(NO_PREFERENCE)),
                        now.preferred());
            case Outcome.NoPreference(Optional<Seen> before) ->
                changed(
                        "✅ **Webex prefers none** of your phones.",
                        before.flatMap(PhoneCommands::command),
                        before.isEmpty());
            case Outcome.Unclear(String name, List<Seen> all) ->
                Draft.text("I have changed nothing: “" + Markdown.escape(name)
                        + "” is not the name of just one of your phones. You have:\n"
                        + all.stream().map(one -> "- " + named(one)).collect(Collectors.joining("\n")));
            case Outcome.CannotBe(Seen phone) ->
                Draft.text("I have changed nothing: Webex does not let you prefer **" + named(phone) + "**.");
        };
    }

    private static Draft changed(String now, Optional<String> undo, boolean already) {
        if (already) return Draft.text(now + " That was so already; I have changed nothing.");
        return Draft.offering(
                now
                        + undo.map(command -> " " + Markdown.code(command) + " puts back what was before.")
                                .orElse(""),
                undo.map(command -> Button.say("Put back", command)).stream().toList());
    }

    /** The command that prefers it; absent if no word is its own. */
    static Optional<String> command(Seen phone) {
        return phone.word().map(word -> "/phones " + word);
    }

    private static String named(Seen phone) {
        return Markdown.escape(phone.endpoint().name());
    }
}
