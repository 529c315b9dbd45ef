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
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/** Turns what went wrong into a sentence that says what it means and what to do next. The one place that words failures. */
public final class Failures {

    /** Where the tracking ids are by which Webex can find it; to be put after all. */
    public static final String MORE = " `/why` shows how it went.";

    /** Refusals that pass: locked, and too many requests. */
    private static final Set<Integer> OF_THE_MOMENT = Set.of(423, 429);

    /** Refusals that mean that the calls are not as the user thinks. */
    private static final Set<Integer> TO_LOOK_AT = Set.of(404, 409, 410);

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
     * @param wanted what the user said, to be repeated by a button where that may help; absent if nothing was said
     * @param begun whether the world may have been changed before it failed; else nothing has been done
     */
    public Draft explain(Asker asker, Optional<Button.Say> wanted, RuntimeException failure, boolean begun) {
        return switch (failure) {
            case NotSignedInException notSignedIn ->
                notSignedIn
                        .missing()
                        .map(this::withoutScope)
                        .orElseGet(() -> signInLink(asker, why(notSignedIn, asker), wanted));
            case WebexException webex -> explain(webex, wanted, begun);
            case StoreUnavailableException store -> explain(store, begun);
            case TunnelException tunnel -> {
                log.log(Level.ERROR, "event=command.failed reason=\"{0}\"", tunnel.getMessage());
                yield Draft.offering(
                        "⚠️ Webex cannot reach me from outside just now, so I couldn't set that up. Try again in a minute.",
                        wanted.stream().toList());
            }
            default -> {
                log.log(Level.ERROR, "event=command.failed", failure);
                String what = "⚠️ Something went wrong in me, and I have written it down for whoever runs me.";
                yield begun
                        ? Draft.offering(what + " Look at `/calls` before you try again.", List.of(WayOn.CALLS))
                        : Draft.text(what + " I have done nothing else.");
            }
        };
    }

    /** A sign-in alone does not mend it, so nobody is sent to Webex for it at once. */
    private Draft withoutScope(Scope missing) {
        String words = signIn.asksFor(missing) ? missing.notAskedBefore() : missing.missing();
        return Draft.offering("🚫 " + words, List.of(WayOn.SIGN_IN_AGAIN));
    }

    private String why(NotSignedInException failure, Asker asker) {
        if (failure.isRefused())
            return "🔑 **Webex no longer accepts your sign-in**, so I couldn't do that. Sign in again, and it is one press away.";
        return users.takeEnded(asker.personId()).isPresent()
                ? "🔑 **Your sign-in has ended**, so I couldn't do that. Sign in again, and it is one press away."
                : "🔑 **Sign in first**, so I can control your calls.";
    }

    /** What to tell somebody of whom nothing could be looked up, or kept. */
    public Draft explain(StoreUnavailableException failure, boolean begun) {
        log.log(Level.ERROR, "event=command.failed reason=\"{0}\"", failure.getMessage());
        String what = "⚠️ I can't reach my memory just now, so ";
        return begun
                ? Draft.offering(
                        what + "I can't tell whether it happened. Look at `/calls` before you try again.",
                        List.of(WayOn.CALLS))
                : Draft.text(what + "**I have done nothing**. Try again in a minute.");
    }

    /** News that nobody asked for: the permission is gone. */
    public Draft permissionEnded(Asker asker) {
        String news = "🔑 **Your sign-in has ended**, because Webex no longer accepts it.";
        try {
            return signInLink(asker, news + " Sign in again, and I go on.");
        } catch (StoreUnavailableException e) { // nobody will tell this once more
            return Draft.offering(news + " Write `/auth` to sign in again, and I go on.", List.of(WayOn.SIGN_IN));
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
            return Draft.offering(
                    news + " Write `/auth force` before that, and nothing is interrupted.",
                    List.of(WayOn.SIGN_IN_AGAIN));
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
        return signInLink(asker, introduction, Optional.empty());
    }

    private Draft signInLink(Asker asker, String introduction, Optional<Button.Say> wanted) {
        var page = signIn.begin(asker, wanted.map(Button.Say::command));
        return new SignInCard(
                        introduction, asker.email(), page, signIn.asksFor(Scope.SETTINGS_WRITE), asksForRecordings())
                .draft();
    }

    /** What to tell the user of a request that did not succeed. */
    public Draft explain(WebexException failure, boolean begun) {
        return explain(failure, Optional.empty(), begun);
    }

    private Draft explain(WebexException failure, Optional<Button.Say> wanted, boolean begun) {
        log.log(
                Level.WARNING,
                "event=command.failed reason=\"{0}\" tracking={1}",
                failure.getMessage(),
                failure.trackingId());
        String what = switch (failure) {
            case WebexException.Refused refused -> begun ? refusal(refused) : refusalToRead(refused);
            case WebexException.Unreachable unreachable ->
                "I couldn't reach Webex, so **nothing has happened**. Try again in a minute.";
            case WebexException.Unanswered unanswered ->
                "Webex didn't answer in time, so "
                        + (begun
                                ? "**I can't tell whether it happened**. Look at `/calls` before you try again."
                                : "**I have done nothing**. Try again in a minute.");
        };
        return Draft.offering("⚠️ " + what + MORE, waysOn(failure, wanted, begun));
    }

    /** Whether the very same may succeed in a minute. */
    private static boolean isOfTheMoment(WebexException failure) {
        return !(failure instanceof WebexException.Refused refused)
                || OF_THE_MOMENT.contains(refused.status())
                || refused.status() >= 500;
    }

    /** Buttons for what the sentence names. */
    private static List<Button> waysOn(WebexException failure, Optional<Button.Say> wanted, boolean begun) {
        List<Button> ways = new ArrayList<>();
        if (!begun || !failure.mayHaveHappened())
            wanted.filter(any -> isOfTheMoment(failure)).ifPresent(ways::add);
        if (failure instanceof WebexException.Refused refused) {
            int status = refused.status();
            if (status == 401 || status == 403) ways.add(WayOn.SIGN_IN_AGAIN);
            if (begun && (TO_LOOK_AT.contains(status) || status >= 500)) ways.add(WayOn.CALLS);
        } else if (begun && failure.mayHaveHappened()) {
            ways.add(WayOn.CALLS);
        }
        ways.add(WayOn.WHY);
        return ways;
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
                        : "Webex had an error (status " + refused.status()
                                + "), so **I have done nothing**. Try again in a minute.";
        };
    }

    private static String refusal(WebexException.Refused refused) {
        String words = wordsOf(refused);
        return switch (refused.status()) {
            case 400 -> "Webex did not accept that" + words + ".";
            case 401 -> "Webex no longer accepts your sign-in. `/auth force` signs you in again.";
            case 403 ->
                "Webex doesn't let you do that" + words
                        + ". Either your account has no Webex Calling, or the permission is missing: `/auth force` asks for it again.";
            case 404, 409, 410 -> "That can't be done just now" + words + ". `/calls` shows what there is.";
            case 423, 429 ->
                "Webex is busy, so **nothing has happened**. Try again in "
                        + refused.retryAfter().map(Duration::toSeconds).orElse(5L) + " seconds.";
            default ->
                refused.status() < 500
                        ? "That can't be done with this call or this phone" + words + "."
                        : "Webex had an error (status " + refused.status() + words
                                + "), so I can't tell whether it happened. Look at `/calls` before you try again.";
        };
    }
}
