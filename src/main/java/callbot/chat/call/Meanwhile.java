package callbot.chat.call;

import callbot.card.Button;
import callbot.chat.failure.Failures;
import callbot.command.CallCommand;
import callbot.signin.SignIn.Asker;
import callbot.webex.WebexException;
import callbot.webex.messaging.Draft;
import callbot.webex.messaging.Markdown;
import java.util.List;
import java.util.Optional;

/**
 * Somebody is called while others wait on hold.
 *
 * @param who waits, in Markdown
 * @param next what can be done when the call is answered: a sentence
 * @param buttons what can be done then, or instead
 * @param back goes back to those who wait
 */
record Meanwhile(String who, String next, List<Button> buttons, Button back) {

    /** Calls; what comes of it, unless a card shows it. */
    Optional<Draft> dial(DialCommands dialling, Asker asker, CallCommand.Dial dial) {
        try {
            return dialling.dial(asker, dial).map(said -> said.card().isPresent() ? said : waiting(said));
        } catch (WebexException e) {
            String words = e instanceof WebexException.Refused refused ? Failures.wordsOf(refused) : "";
            return Optional.of(Draft.offering(
                    "⚠️ " + who + " is on hold, but I couldn't call "
                            + Markdown.code(dial.destination().typed()) + words + ".",
                    List.of(back)));
        }
    }

    private Draft waiting(Draft said) {
        return Draft.offering(said.markdown() + " " + who + " is on hold. " + next, buttons);
    }
}
