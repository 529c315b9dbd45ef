package callbot.signin;

import callbot.card.Button;
import callbot.http.Page;
import callbot.signin.SignIn.Asker;
import callbot.signin.SignIn.Outcome;
import callbot.text.OthersText;
import callbot.webex.OAuth;
import callbot.webex.WebexException;
import callbot.webex.messaging.Draft;
import callbot.webex.messaging.Markdown;
import java.util.List;
import java.util.Optional;
import java.util.function.Predicate;
import java.util.stream.Collectors;

/**
 * What people are told of a sign-in's outcome.
 *
 * @param status the page's HTTP status
 * @param page what the browser shows
 * @param message what the chat says; absent if it is not known whose chat
 */
record SignInNews(int status, Page page, Optional<Message> message) {

    private static final String BACK = "You can close this page and go back to Webex.";
    private static final int LONGEST_QUOTE = 200;
    private static final String NOT_TAKEN = "That sign-in came to nothing";

    /** A message, and to whom. */
    record Message(String personId, Draft draft) {}

    /** @param watched who is told of calls already, and is not asked whether he or she wants to be */
    static SignInNews of(Outcome outcome, Predicate<User> watched) {
        return switch (outcome) {
            case Outcome.SignedIn(User user, var missing) -> signedIn(user, missing, watched.test(user));
            case Outcome.SomebodyElse(Asker asker, String actualEmail) -> somebodyElse(asker, actualEmail);
            case Outcome.Declined(Asker asker) -> declined(asker);
            case Outcome.NotOffered(Asker asker, OAuth.Denial denial) -> notOffered(asker, denial);
            case Outcome.Failed(Asker asker, WebexException failure) -> failed(asker, failure);
            case Outcome.NotKept(Asker asker) -> notKept(asker);
            case Outcome.Unknown unknown -> unknown();
        };
    }

    private static SignInNews signedIn(User user, List<String> missing, boolean watched) {
        String without = Scope.ALL.stream()
                .filter(scope -> missing.contains(scope.name()) && !user.grants(scope))
                .map(scope -> "\n\n⚠️ " + scope.missing())
                .collect(Collectors.joining());
        String greeting = "✅ **You are signed in** as " + Markdown.escape(user.email())
                + ". You're all set: try “call 1002”, or “who called me?”";
        Draft draft = watched
                ? Draft.offering(greeting + without, List.of(Button.say("Help", "/help")))
                : Draft.offering(
                        greeting + "\n\n**Shall I show your calls here as they happen?** Each gets a card with buttons."
                                + " Until you say so (`/monitor on`), I don't." + without,
                        List.of(
                                Button.say("Show my calls as they happen", "/monitor on"),
                                Button.say("No, thanks", "/monitor off")));
        return new SignInNews(
                200,
                Page.of("You are signed in", "You are signed in as " + user.email() + ".", BACK),
                Optional.of(new Message(user.id(), draft)));
    }

    /** Whose account it was is named in that browser only: a link that is passed on must not tell its sender who clicked it. */
    private static SignInNews somebodyElse(Asker asker, String actualEmail) {
        return new SignInNews(
                403,
                Page.of(
                        "That was somebody else",
                        "You signed in at Webex as " + actualEmail + ", but the chat belongs to " + asker.email()
                                + ". Nothing was kept.",
                        "Sign out of Webex in this browser, then write /auth to the bot again."),
                tell(
                        asker,
                        "🚫 **That sign-in was not taken.** Somebody signed in at Webex with another account than yours, "
                                + Markdown.escape(asker.email())
                                + ". Nothing was kept. Sign in to Webex with your own account."));
    }

    private static SignInNews declined(Asker asker) {
        return new SignInNews(
                200,
                Page.of(NOT_TAKEN, "The sign-in was declined, and nothing was kept.", BACK),
                tell(asker, "🚫 **That sign-in was declined**, and nothing has changed."));
    }

    /** The user has done all right; nothing that was tried again would help, unless Webex has trouble. */
    private static SignInNews notOffered(Asker asker, OAuth.Denial denial) {
        String error = cut(denial.code())
                + denial.description().map(text -> ": " + cut(text)).orElse("");
        String why = "That is not your fault: Webex did not let me ask you. Whoever runs me finds more in my log";
        return new SignInNews(
                200,
                Page.of(NOT_TAKEN, why + ".", "Webex says: " + error, BACK),
                tell(
                        asker,
                        "⚠️ **That sign-in came to nothing.** " + why + ". Webex says: “" + Markdown.escape(error)
                                + "”."));
    }

    /** Anybody can write anything into an address. */
    private static String cut(String text) {
        return OthersText.cut(OthersText.onOneLine(text), LONGEST_QUOTE);
    }

    private static SignInNews failed(Asker asker, WebexException failure) {
        String why = why(failure);
        return new SignInNews(
                502,
                Page.of(NOT_TAKEN, why + ".", "Write /auth to the bot to try again."),
                tell(asker, "⚠️ **That sign-in came to nothing.** " + why + "."));
    }

    private static SignInNews notKept(Asker asker) {
        String why = "I cannot reach my memory just now";
        return new SignInNews(
                503,
                Page.of(NOT_TAKEN, why + ".", "Write /auth to the bot in a minute to try again."),
                tell(asker, "⚠️ **That sign-in came to nothing.** " + why + "."));
    }

    private static SignInNews unknown() {
        String rule = "A link works once, for " + SignIn.LIFETIME.toMinutes() + " minutes.";
        return new SignInNews(
                410, Page.of("This sign-in is over", rule, "Write /auth to the bot for a new one."), Optional.empty());
    }

    private static String why(WebexException failure) {
        if (OAuth.meansPermissionEnded(failure)) return "Webex did not accept the code that the browser brought back";
        return switch (failure) {
            case WebexException.Refused refused -> "Webex answered with status " + refused.status();
            case WebexException.Unreachable unreachable -> "Webex could not be reached";
            case WebexException.Unanswered unanswered -> "Webex did not answer in time";
        };
    }

    private static Optional<Message> tell(Asker asker, String what) {
        Draft draft = Draft.offering(what + " To try again, write `/auth`.", List.of(Button.say("Try again", "/auth")));
        return Optional.of(new Message(asker.personId(), draft));
    }
}
