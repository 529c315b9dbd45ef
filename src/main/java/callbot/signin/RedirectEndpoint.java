package callbot.signin;

import callbot.http.Request;
import callbot.http.Response;
import callbot.signin.SignIn.Asker;
import callbot.signin.SignIn.Outcome;
import callbot.webex.Draft;
import callbot.webex.Markdown;
import callbot.webex.Messages;
import callbot.webex.OAuth;
import callbot.webex.WebexException;
import java.lang.System.Logger.Level;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;

/** Where Webex sends the browser back to. Whatever came of the sign-in is said in the browser and in the chat. */
public final class RedirectEndpoint {

    private static final String BACK = "You can close this page and go back to Webex.";
    private static final String TRY_AGAIN = "To try again, write `/auth`.";

    private final System.Logger log = System.getLogger(RedirectEndpoint.class.getName());
    private final SignIn signIn;
    private final Messages messages;
    private final Consumer<User> afterwards;

    /**
     * An endpoint that ends sign-ins.
     *
     * @param afterwards what else is to be done when somebody has signed in
     */
    public RedirectEndpoint(SignIn signIn, Messages messages, Consumer<User> afterwards) {
        this.signIn = signIn;
        this.messages = messages;
        this.afterwards = afterwards;
    }

    /** Answers {@code GET /redirect}. */
    public Response handle(Request request) {
        Optional<String> state = request.query("state");
        if (state.isEmpty()) {
            return page(
                    400,
                    "Nothing to do here",
                    "This page ends a sign-in that begins in a chat. Write /auth to the bot.");
        }
        Outcome outcome = signIn.complete(state.get(), request.query("code"), request.query("error"));
        log.log(Level.INFO, "event=signin.ended outcome={0}", outcome.getClass().getSimpleName());
        return switch (outcome) {
            case Outcome.SignedIn(User user) -> {
                afterwards.accept(user);
                tell(
                        user.id(),
                        Draft.text("✅ **You are signed in** as " + Markdown.escape(user.email())
                                + ". Your phone is at your command: try `/dial`, `/calls` or `/monitor on`."));
                yield page(200, "You are signed in", "You are signed in as " + user.email() + ". " + BACK);
            }
            case Outcome.SomebodyElse(Asker asker, String actual) -> {
                tell(
                        asker.personId(),
                        retry("🚫 **You are not signed in.** Somebody signed in at Webex as "
                                + Markdown.escape(actual) + ", but this chat belongs to "
                                + Markdown.escape(asker.email())
                                + ". Nothing was kept. Sign in to Webex with your own account."));
                yield page(
                        403,
                        "That was somebody else",
                        "You signed in at Webex as " + actual + ", but the chat belongs to " + asker.email()
                                + ". Nothing was kept. Sign out of Webex in this browser, then write /auth to the bot again.");
            }
            case Outcome.Denied(Asker asker, String error) -> {
                tell(
                        asker.personId(),
                        retry("🚫 **You are not signed in**: the sign-in was declined (" + Markdown.escape(error)
                                + ")."));
                yield page(200, "You are not signed in", "The sign-in was declined, and nothing was kept. " + BACK);
            }
            case Outcome.Failed(Asker asker, WebexException failure) -> {
                tell(
                        asker.personId(),
                        retry("⚠️ **You are not signed in**: " + why(failure) + " (tracking id " + failure.trackingId()
                                + ")."));
                yield page(
                        502,
                        "That did not work",
                        "You are not signed in, because " + why(failure)
                                + ". Write /auth to the bot to try again. (Tracking id " + failure.trackingId() + ")");
            }
            case Outcome.Unknown unknown ->
                page(
                        410,
                        "This sign-in is over",
                        "A link works once, for " + SignIn.LIFETIME.toMinutes()
                                + " minutes. Write /auth to the bot for a new one.");
        };
    }

    private static String why(WebexException failure) {
        if (OAuth.meansPermissionEnded(failure)) return "Webex did not accept the code that the browser brought back";
        return switch (failure) {
            case WebexException.Refused refused -> "Webex answered with status " + refused.status();
            case WebexException.Unreachable unreachable -> "Webex could not be reached";
            case WebexException.Unanswered unanswered -> "Webex did not answer in time";
        };
    }

    private static Draft retry(String what) {
        return new Draft(what + " " + TRY_AGAIN, List.of(new Draft.Button.Say("Try again", "/auth", Optional.empty())));
    }

    private void tell(String personId, Draft draft) {
        try {
            messages.sendToPerson(personId, draft);
        } catch (WebexException e) {
            log.log(Level.WARNING, "event=reply.failed reason=\"{0}\" tracking={1}", e.getMessage(), e.trackingId());
        }
    }

    private static Response page(int status, String title, String text) {
        return Response.page(status, """
                <!doctype html>
                <html lang="en">
                <head>
                <meta charset="utf-8">
                <meta name="viewport" content="width=device-width">
                <title>%1$s</title>
                <style>
                  :root { color-scheme: light dark; font: 18px/1.5 system-ui, sans-serif }
                  main { max-width: 32rem; margin: 15vh auto; padding: 0 1.5rem }
                </style>
                </head>
                <body><main><h1>%1$s</h1><p>%2$s</p></main></body>
                </html>
                """.formatted(escape(title), escape(text)));
    }

    private static String escape(String text) {
        return text.replace("&", "&amp;").replace("<", "&lt;").replace(">", "&gt;");
    }
}
