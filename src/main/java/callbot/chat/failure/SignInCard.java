package callbot.chat.failure;

import static callbot.card.Element.text;

import callbot.card.Button;
import callbot.card.Card;
import callbot.card.Element;
import callbot.card.Element.Tone;
import callbot.card.Look;
import callbot.signin.SignIn;
import callbot.webex.messaging.Draft;
import callbot.webex.messaging.Markdown;
import java.net.URI;
import java.util.List;

/**
 * An invitation to sign in.
 *
 * @param introduction why
 * @param email as whom
 * @param page where
 * @param settings whether the user is asked to let the bot change what is set for the line
 * @param recordings whether the user is asked to let the bot see the recordings of calls
 */
record SignInCard(String introduction, String email, URI page, boolean settings, boolean recordings) {

    private String what() {
        return "see and control your calls" + (settings ? ", and what is set for your line" : "")
                + (recordings ? ", and find their recordings" : "");
    }

    Draft draft() {
        return Draft.of(
                words(),
                new Card(List.of(
                        new Element.Band(Tone.ACTIVE, List.of(text("Connect your phone line", Look.BOLD, Look.ACTIVE))),
                        text(introduction),
                        text("**I can** see and control calls on your own Webex Calling line"
                                + (settings ? ", and do not disturb and forwarding" : "")
                                + (recordings ? ", and find the recordings of your calls" : "") + ", in your name."),
                        text("**I never** see your password, hear your calls, or act for anyone else."),
                        text("**To take it back**, write /auth clear at any time."),
                        text(
                                "The link is for " + Card.plain(email) + " alone. It works once, for "
                                        + SignIn.LIFETIME.toMinutes() + " minutes.",
                                Look.SMALL,
                                Look.SUBTLE),
                        new Element.Buttons(List.of(new Button.Open("Sign in with Webex", page))))));
    }

    private String words() {
        return introduction + "\n\n[Sign in at Webex](" + page + ") as " + Markdown.escape(email)
                + ". The link works once, for " + SignIn.LIFETIME.toMinutes()
                + " minutes. You allow me to " + what() + ", nothing else, and take it back with `/auth clear`.";
    }
}
