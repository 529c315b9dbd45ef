package callbot.chat.failure;

import callbot.card.Button;
import callbot.signin.NotSignedInException;
import callbot.signin.Scope;
import callbot.signin.SignIn;
import callbot.signin.SignIn.Asker;
import callbot.signin.TimeText;
import callbot.signin.User;
import callbot.signin.Users;
import callbot.store.StoreUnavailableException;
import callbot.tunnel.TunnelException;
import callbot.webex.WebexException;
import callbot.webex.messaging.Draft;
import callbot.webex.messaging.Markdown;
import java.lang.System.Logger.Level;
import java.time.Clock;
import java.time.Duration;
import java.util.List;
import java.util.Optional;

/** Turns what went wrong into a sentence that says what it means and what to do next. The one place that words failures. */
public final class Failures {

    /** Where the tracking ids are by which Webex can find it; to be put after all. */
    public static final String MORE = " `/why` shows how it went.";

    private final System.Logger log = System.getLogger(Failures.class.getName());
    private final SignIn signIn;
    private final Users users;
    private final Clock clock;

    /** An explanation of failures, one of which is mended by signing in. */
    public Failures(SignIn signIn, Users users, Clock clock) {
        this.signIn = signIn;
        this.users = users;
        this.clock = clock;
    }

    /**
     * What to tell the user.
     *
     * @param begun whether the world may have been changed before it failed; else nothing has been done
     */
    public Draft explain(Asker asker, RuntimeException failure, boolean begun) {
        return switch (failure) {
            case NotSignedInException notSignedIn ->
                notSignedIn
                        .missing()
                        .map(this::withoutScope)
                        .orElseGet(() -> signInLink(asker, why(notSignedIn, asker)));
            case WebexException webex -> explain(webex, begun);
            case StoreUnavailableException store -> explain(store, begun);
            case TunnelException tunnel -> {
                log.log(Level.ERROR, "event=command.failed reason=\"{0}\"", tunnel.getMessage());
                yield Draft.text(
                        "⚠️ Webex cannot reach me from outside just now, so I could not set that up. Try again in a minute.");
            }
            default -> {
                log.log(Level.ERROR, "event=command.failed", failure);
                yield Draft.text("⚠️ Something went wrong in me, and I have written it down for whoever runs me."
                        + (begun ? " Look at `/calls` before you try again." : " I have done nothing else."));
            }
        };
    }

    /** A sign-in alone does not mend it, so nobody is sent to Webex for it at once. */
    private Draft withoutScope(Scope missing) {
        String words = signIn.asksFor(missing) ? missing.notAskedBefore() : missing.missing();
        return Draft.offering("🚫 " + words, List.of(Button.say("Sign in again", "/auth force")));
    }

    private String why(NotSignedInException failure, Asker asker) {
        if (failure.isRefused())
            return "🔑 **Webex no longer accepts your sign-in**, so I could not do that. Sign in again, then repeat it.";
        return users.takeEnded(asker.personId()).isPresent()
                ? "🔑 **Your sign-in has ended**, so I could not do that. Sign in again, then repeat it."
                : "🔑 **Sign in first**, so I can control your calls.";
    }

    /** What to tell somebody of whom nothing could be looked up, or kept. */
    public Draft explain(StoreUnavailableException failure, boolean begun) {
        log.log(Level.ERROR, "event=command.failed reason=\"{0}\"", failure.getMessage());
        return Draft.text("⚠️ I cannot reach my memory just now, so "
                + (begun
                        ? "I cannot tell whether it happened. See `/calls` before you try again."
                        : "**I have done nothing**. Try again in a minute."));
    }

    /** News that nobody asked for: the permission is gone. */
    public Draft permissionEnded(Asker asker) {
        String news = "🔑 **Your sign-in has ended**, because Webex no longer accepts it.";
        try {
            return signInLink(asker, news + " Sign in again, and I go on.");
        } catch (StoreUnavailableException e) { // nobody will tell this once more
            return Draft.text(news + " Write `/auth` to sign in again, and I go on.");
        }
    }

    /** News that nobody asked for: the permission will be gone in a week, and nothing but a sign-in prolongs it. */
    public Draft permissionEnds(Asker asker, User user) {
        TimeText times = TimeText.of(Optional.of(user), clock);
        String when = user.tokens().refreshExpires().map(times::of).orElse("soon");
        String news = "🔑 **Your sign-in ends " + when + "**; Webex lets me renew it no further.";
        try {
            return signInLink(asker, news + " Sign in again before that, and nothing is interrupted.");
        } catch (StoreUnavailableException e) { // nobody will tell this once more
            return Draft.text(news + " Write `/auth force` before that, and nothing is interrupted.");
        }
    }

    /** Whether users are asked for the permission to see and change what is set for their lines. */
    public boolean asksForSettings() {
        return Scope.TO_CHANGE_SETTINGS.stream().allMatch(signIn::asksFor);
    }

    /** Whether users are asked for the permission to see the recordings of their calls. */
    public boolean asksForRecordings() {
        return signIn.asksFor(Scope.RECORDINGS_READ);
    }

    /** An invitation to sign in. */
    public Draft signInLink(Asker asker, String introduction) {
        var page = signIn.begin(asker);
        return new SignInCard(
                        introduction, asker.email(), page, signIn.asksFor(Scope.SETTINGS_WRITE), asksForRecordings())
                .draft();
    }

    /** What to tell the user of a request that did not succeed. */
    public Draft explain(WebexException failure, boolean begun) {
        log.log(
                Level.WARNING,
                "event=command.failed reason=\"{0}\" tracking={1}",
                failure.getMessage(),
                failure.trackingId());
        String what = switch (failure) {
            case WebexException.Refused refused -> begun ? refusal(refused) : refusalToRead(refused);
            case WebexException.Unreachable unreachable ->
                "I could not reach Webex, so **nothing has happened**. Try again in a minute.";
            case WebexException.Unanswered unanswered ->
                "Webex gave no answer that I could read in time, so "
                        + (begun
                                ? "**I cannot tell whether it happened**. See `/calls` before you try again."
                                : "**I have done nothing**. Try again in a minute.");
        };
        return Draft.text("⚠️ " + what + MORE);
    }

    /** What Webex itself says of it, to be put behind a sentence; empty if it says nothing. */
    public static String wordsOf(WebexException.Refused refused) {
        return refused.reason().isEmpty() ? "" : ": “" + Markdown.escape(refused.reason()) + "”";
    }

    /** Nothing was asked for that could change the world. */
    private static String refusalToRead(WebexException.Refused refused) {
        return switch (refused.status()) {
            case 400, 401, 403, 423, 429 -> refusal(refused);
            case 404, 410 -> "**I have done nothing**: what you wrote or pressed is not there any more.";
            default ->
                refused.status() < 500
                        ? "**I have done nothing**: Webex does not take that" + wordsOf(refused) + "."
                        : "Webex has trouble of its own (status " + refused.status()
                                + "), so **I have done nothing**. Try again in a minute.";
        };
    }

    private static String refusal(WebexException.Refused refused) {
        String words = wordsOf(refused);
        return switch (refused.status()) {
            case 400 -> "Webex did not accept that" + words + ".";
            case 401 -> "Webex no longer accepts your sign-in. Write `/auth force` to sign in again.";
            case 403 ->
                "Webex does not allow you that" + words
                        + ". Either your account has no Webex Calling, or the permission is missing: `/auth force` asks for it again.";
            case 404, 409, 410 -> "That cannot be done as things are now" + words + ". See `/calls` for what there is.";
            case 423, 429 ->
                "Webex has too much to do and asks to wait "
                        + refused.retryAfter().map(Duration::toSeconds).orElse(5L) + " seconds. It was **not** done.";
            default ->
                refused.status() < 500
                        ? "That cannot be done with this call or this phone" + words + "."
                        : "Webex has trouble of its own (status " + refused.status() + words
                                + "). See `/calls` before you try again.";
        };
    }
}
