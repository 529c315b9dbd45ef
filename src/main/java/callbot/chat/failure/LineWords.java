package callbot.chat.failure;

import callbot.card.Button;
import callbot.webex.WebexException;
import callbot.webex.messaging.Draft;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Supplier;

/**
 * What is said of a request about what is set for a line that did not succeed.
 *
 * @param what that is, as in "Do not disturb is not part of ..."
 * @param command shows how it is now
 */
public record LineWords(String what, String command) {

    /**
     * What a command says, or what is said if Webex does not let it be done.
     *
     * @param changing whether it changes something
     */
    public Draft told(boolean changing, Supplier<Draft> command) {
        try {
            return command.get();
        } catch (WebexException e) {
            return failed(e, changing);
        }
    }

    /** What is said of this failure. */
    public Draft failed(WebexException failure, boolean changing) {
        List<Button> ways = new ArrayList<>();
        if (changing && failure.mayHaveHappened()) ways.add(Button.say("How it is now", command));
        ways.add(WayOn.WHY);
        return Draft.offering("⚠️ " + words(failure, changing) + Failures.MORE, ways);
    }

    private String words(WebexException failure, boolean changing) {
        if (changing && failure.mayHaveHappened())
            return "Webex gave no clear answer, so **I can't tell whether it happened**. `" + command
                    + "` shows how it is now.";
        return switch (failure) {
            case WebexException.Refused refused
            when refused.isNotInPlan() ->
                what + " is **not part of your calling plan**. Your administrator can change that.";
            case WebexException.Refused refused
            when refused.status() == 429 || refused.status() == 423 || refused.status() >= 500 ->
                "Webex is busy or has an error (status " + refused.status()
                        + "), so **I have changed nothing**. Try again in a minute.";
            case WebexException.Refused refused
            when refused.status() == 403 || refused.status() == 404 ->
                "Webex doesn't let you do that" + Failures.wordsOf(refused)
                        + ". Perhaps you have no Webex Calling line, or your administrator does not allow it. **I have changed nothing.**";
            case WebexException.Refused refused ->
                "Webex did not accept that" + Failures.wordsOf(refused) + ". **I have changed nothing.**";
            case WebexException.Unreachable unreachable ->
                "I couldn't reach Webex, so **nothing has happened**. Try again in a minute.";
            case WebexException.Unanswered unanswered ->
                "Webex gave no answer that I could read. **I have changed nothing.** Try again in a minute.";
        };
    }
}
