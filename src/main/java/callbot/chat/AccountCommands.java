package callbot.chat;

import callbot.call.CallFeed;
import callbot.command.Command.Monitor.Mode;
import callbot.signin.NotSignedInException;
import callbot.signin.SignIn;
import callbot.signin.SignIn.Asker;
import callbot.signin.User;
import callbot.signin.Users;
import callbot.webex.Draft;
import callbot.webex.Markdown;
import callbot.webex.WebexException;
import java.lang.System.Logger.Level;
import java.time.Clock;
import java.time.Instant;
import java.util.Optional;

/** The commands about a user's own affairs with the bot, and how their outcomes are told. */
public final class AccountCommands {

    private final System.Logger log = System.getLogger(AccountCommands.class.getName());
    private final Users users;
    private final SignIn signIn;
    private final CallFeed feed;
    private final Failures failures;
    private final About about;

    /**
     * The bot itself, as it tells about it.
     *
     * @param version which one runs
     * @param clock what time it is
     */
    public record About(String version, Clock clock) {}

    /** Commands on the accounts of these users. */
    public AccountCommands(Users users, SignIn signIn, CallFeed feed, Failures failures, About about) {
        this.users = users;
        this.signIn = signIn;
        this.feed = feed;
        this.failures = failures;
        this.about = about;
    }

    boolean isSignedIn(Asker asker) {
        return users.find(asker.personId()).isPresent();
    }

    Draft signIn(Asker asker) {
        return users.find(asker.personId())
                .map(user -> Draft.text(
                        "✅ " + standing(user) + " `/auth clear` signs you out, `/auth force` signs you in anew."))
                .orElseGet(() -> failures.signInLink(asker, "🔑 **Sign in**, so that I may act for you."));
    }

    Draft signInAnew(Asker asker) {
        return failures.signInLink(asker, "🔑 **Sign in anew.** Until then everything stays as it is.");
    }

    Draft signOut(Asker asker, Runnable starting) {
        if (!isSignedIn(asker))
            return Draft.text("You are not signed in, so there is nothing to forget. `/auth` signs you in.");
        starting.run();
        boolean hookRemoved = removeHook(asker);
        users.forget(asker.personId());
        return Draft.text("✅ **You are signed out**: I have forgotten your permission."
                + (hookRemoved ? "" : " Webex may still send me news of your calls; I ignore it.")
                + " To take it back at Webex too, remove this bot's integration from your account there.");
    }

    Draft monitor(Asker asker, Mode mode) {
        if (mode == Mode.OFF && feed.mode(asker.personId()) == Mode.OFF)
            return Draft.text("Monitoring is off already.");
        if (mode == Mode.OFF && !isSignedIn(asker)) feed.forget(asker.personId()); // nobody may remove the webhook
        else feed.set(asker.personId(), mode);
        return Draft.text(
                switch (mode) {
                    case ON ->
                        "✅ **Monitoring is on**: I tell you about your calls as they happen. `/monitor off` ends it.";
                    case JSON ->
                        "✅ **Monitoring is on**, as the events that Webex sends. `/monitor on` makes them sentences.";
                    case OFF -> "✅ **Monitoring is off.**";
                });
    }

    Draft status(Asker asker) {
        Optional<User> user = users.find(asker.personId());
        Mode mode = feed.mode(asker.personId());
        TimeText times = times(user);
        String last = feed.lastChange(asker.personId())
                .map(at -> "last news of a call " + times.of(at))
                .orElse("no news of a call in the last 24 hours");
        return Draft.text(String.join(
                "\n",
                "- " + user.map(this::standing).orElse("You are not signed in: `/auth` does that."),
                "- Monitoring is "
                        + (mode == Mode.OFF ? "off." : (mode == Mode.ON ? "on" : "on, as JSON") + "; " + last + "."),
                "- callbot " + about.version()));
    }

    /** The call webhook can only be removed while there is still permission to; losing it is no reason to stay signed in. */
    private boolean removeHook(Asker asker) {
        if (feed.mode(asker.personId()) == Mode.OFF) return true;
        try {
            feed.stop(asker.personId());
            return true;
        } catch (WebexException | NotSignedInException e) {
            log.log(Level.WARNING, "event=signout.hook-left reason=\"{0}\"", e.getMessage());
            feed.forget(asker.personId());
            return false;
        }
    }

    private String standing(User user) {
        Instant until = user.tokens().accessExpires();
        return "You are signed in as " + Markdown.escape(user.email()) + " until "
                + times(Optional.of(user)).of(until) + "; I renew that by myself.";
    }

    private TimeText times(Optional<User> user) {
        var zone = user.map(User::zone).orElse(java.time.ZoneOffset.UTC);
        return new TimeText(about.clock().instant().atZone(zone));
    }
}
