package callbot.signin;

import callbot.http.Page;
import callbot.http.Request;
import callbot.http.Response;
import callbot.signin.SignIn.Outcome;
import callbot.store.StoreUnavailableException;
import callbot.webex.OAuth;
import callbot.webex.messaging.Messages;
import java.lang.System.Logger.Level;
import java.util.Optional;
import java.util.function.Consumer;
import java.util.function.Predicate;

/** Where Webex sends the browser back to. Whatever came of the sign-in is said in the browser and in the chat. */
public final class RedirectEndpoint {

    private static final Page NOTHING_TO_DO =
            Page.of("Nothing to do here", "This page ends a sign-in that begins in a chat.", "Write /auth to the bot.");

    /** What the browser is told while the store is away: nothing has been done yet. */
    public static final Page NO_MEMORY = Page.of(
            "Not just now",
            "I cannot reach my memory just now, so you are not signed in.",
            "Open this page again in a minute. If it then says that the link has ended, write /auth to the bot.");

    private final System.Logger log = System.getLogger(RedirectEndpoint.class.getName());
    private final SignIn signIn;
    private final Messages messages;
    private final Predicate<User> watched;
    private final Consumer<User> afterwards;

    /**
     * An endpoint that ends sign-ins.
     *
     * @param watched who is told of calls already, and need not be asked
     * @param afterwards what else is to be done when somebody has signed in; the browser waits for it
     */
    public RedirectEndpoint(SignIn signIn, Messages messages, Predicate<User> watched, Consumer<User> afterwards) {
        this.signIn = signIn;
        this.messages = messages;
        this.watched = watched;
        this.afterwards = afterwards;
    }

    /** Answers {@code GET /redirect}. */
    public Response handle(Request request) {
        if (request.method().equals("HEAD")) return NOTHING_TO_DO.toResponse(200); // who only looks ends no sign-in
        Optional<String> state = request.query("state");
        if (state.isEmpty()) return NOTHING_TO_DO.toResponse(400);

        try {
            Optional<OAuth.Denial> denial =
                    request.query("error").map(error -> new OAuth.Denial(error, request.query("error_description")));
            return ended(signIn.complete(state.get(), request.query("code"), denial));
        } catch (StoreUnavailableException e) {
            log.log(Level.ERROR, "event=signin.not-stored reason=\"{0}\"", e.getMessage());
            return NO_MEMORY.toResponse(503);
        }
    }

    private Response ended(Outcome outcome) {
        log.log(
                Level.INFO,
                "event=signin.completed outcome={0}",
                outcome.getClass().getSimpleName());
        SignInNews news = SignInNews.of(outcome, watched);
        news.message().ifPresent(message -> messages.tell(message.personId(), message.draft()));
        if (outcome instanceof Outcome.SignedIn(User user, var missing)) afterwards.accept(user);
        return news.page().toResponse(news.status());
    }
}
