package callbot.chat.call;

import callbot.card.Button;
import callbot.card.Button.AboutCall;
import callbot.card.Card;
import callbot.card.Element;
import callbot.chat.call.PersonSearch.Found;
import callbot.chat.call.PersonSearch.Match;
import callbot.chat.failure.Failures;
import callbot.command.Query;
import callbot.command.Remark;
import callbot.command.Remark.NotUnderstood.Offer;
import callbot.signin.Scope;
import callbot.webex.WebexException;
import callbot.webex.messaging.Draft;
import callbot.webex.messaging.Markdown;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;

/** What is said to people who talk as people do: what may be meant, whom a name may mean, and a kind word. */
public final class NaturalAnswers {

    private static final int SHORT = 60;

    /** More of a name, or of a number, has no room on a button on a phone. */
    private static final int SHORT_ON_BUTTON = 18;

    /** So many buttons can be looked through. */
    private static final int MOST_NUMBERS = 6;

    private NaturalAnswers() {}

    /** A kind word for a kind word. */
    public static Draft to(Remark.Courtesy.Kind kind) {
        return switch (kind) {
            case GREETING ->
                Draft.offering(
                        "👋 Hello! Tell me what to do: “call 1002”, “hang up”, “who called?”",
                        List.of(Button.say("Missed calls", "/history missed"), Button.say("Help", "/help")));
            case THANKS -> Draft.text("👍 Any time.");
        };
    }

    /** What may have been meant, to be chosen by a button. */
    public static Draft to(Remark.NotUnderstood notUnderstood) {
        if (notUnderstood.offers().isEmpty()) {
            return Draft.offering(
                    "I don't understand " + quoted(notUnderstood.said())
                            + ". I work your phone: “call 1002”, “hang up”, “who called?” `/help` shows all I can do.",
                    List.of(Button.say("Help", "/help")));
        }
        List<Offer> offers = notUnderstood.offers();
        String commands =
                offers.stream().map(offer -> "`" + offer.command() + "`").collect(Collectors.joining(" or "));
        return Draft.offering(
                "Did you mean " + commands + "? I haven't done anything yet.",
                offers.stream()
                        .map(offer -> Button.say(offer.title(), offer.command()))
                        .toList());
    }

    /** Whom a name may mean. */
    public static Draft to(Query.FindPerson person, Found found) {
        String name = "**" + Markdown.escape(person.name()) + "**";
        return switch (found) {
            case Found.Matches(List<Match> all) -> choice(person, all);
            case Found.Nobody(List<String> named)
            when named.isEmpty() ->
                Draft.text("I found nobody called " + name
                        + ", neither in your last calls nor in the directory. Try the full first name, or the number.");
            case Found.Nobody(List<String> named) ->
                Draft.text("Webex tells me no number of "
                        + named.stream().map(Markdown::escape).collect(Collectors.joining(", "))
                        + ". If you know it, write it instead of the name.");
            case Found.NotAllowed notAllowed ->
                Draft.text("There is no " + name + " in your last calls. " + Scope.PEOPLE_READ.missing());
        };
    }

    static Draft notLookedUp(String name, WebexException failure) {
        String words = failure instanceof WebexException.Refused refused ? Failures.wordsOf(refused) : "";
        return Draft.text("⚠️ I couldn't look up **" + Markdown.escape(name) + "** at Webex" + words
                + ". Nobody was called. Try again in a minute, or write the number." + Failures.MORE);
    }

    private static Draft choice(Query.FindPerson person, List<Match> all) {
        List<Match> shown = all.stream().limit(MOST_NUMBERS).toList();
        String lines = shown.stream()
                .map(match -> "- **" + Markdown.escape(match.name()) + "** "
                        + Markdown.escape(match.number().typed()) + ": `" + command(person, match) + "`")
                .collect(Collectors.joining("\n"));
        String more = all.size() > shown.size()
                ? "There are " + (all.size() - shown.size()) + " more; write more of the name to see them."
                : "";
        String question = "Whom do you mean by **" + Markdown.escape(person.name()) + "**?";
        List<Element> body = new ArrayList<>();
        body.add(Element.text(Markdown.onCard((question + " " + more).strip())));
        // They say what the lines say, each in a row of its own, since they are wide.
        shown.forEach(match -> body.add(new Element.Buttons(List.of(button(person, match)))));
        return Draft.of((question + "\n" + lines + "\n" + more).strip(), new Card(body));
    }

    private static Button button(Query.FindPerson person, Match match) {
        return new Button.Say(
                cut(match.name(), SHORT_ON_BUTTON) + " " + cut(match.number().typed(), SHORT_ON_BUTTON),
                command(person, match),
                person.button().map(call -> new AboutCall(call.callId(), call.sessionId())),
                Optional.empty(),
                Button.Style.DEFAULT);
    }

    private static String command(Query.FindPerson person, Match match) {
        return (person.before() + " " + match.number().typed() + " " + person.after()).strip();
    }

    private static String quoted(String said) {
        return "“" + Markdown.escape(cut(said, SHORT)) + "”";
    }

    private static String cut(String text, int most) {
        return text.length() > most ? text.substring(0, most).strip() + "…" : text;
    }
}
