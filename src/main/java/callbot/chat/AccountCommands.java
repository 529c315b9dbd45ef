package callbot.chat;

import callbot.call.CallFeed;
import callbot.call.Monitoring;
import callbot.command.Command.Monitor.Mode;
import callbot.signin.SignIn.Asker;
import callbot.signin.TimeText;
import callbot.signin.User;
import callbot.signin.Users;
import callbot.webex.Draft;
import callbot.webex.Markdown;
import java.time.Clock;
import java.time.Instant;
import java.util.Optional;

/** The commands about a user's own affairs with the bot, and how their outcomes are told. */
public final class AccountCommands {

    private final Users users;
    private final Monitoring monitoring;
    private final CallFeed feed;
    private final Failures failures;
    private final Forgetting forgetting;
    private final About about;

    /**
     * The bot itself, as it tells about it.
     *
     * @param version which one runs
     * @param clock what time it is
     */
    public record About(String version, Clock clock) {}

    /** Commands on the accounts of these users. */
    public AccountCommands(
            Users users, Monitoring monitoring, CallFeed feed, Failures failures, Forgetting forgetting, About about) {
        this.users = users;
        this.monitoring = monitoring;
        this.feed = feed;
        this.failures = failures;
        this.forgetting = forgetting;
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

    Draft signOut(Asker asker) {
        boolean wasSignedIn = isSignedIn(asker);
        boolean hookRemoved = forgetting.forget(asker.personId());
        if (!wasSignedIn)
            return Draft.text("You are not signed in, and I remember nothing else of you now. `/auth` signs you in.");
        return Draft.text("✅ **You are signed out**: I have forgotten your permission, and all else that I knew of you."
                + (hookRemoved ? "" : " Webex may still send me news of your calls; I ignore it.")
                + " To take it back at Webex too, remove this bot's integration from your account there.");
    }

    Draft monitor(Asker asker, Mode mode) {
        if (mode == Mode.OFF && monitoring.mode(asker.personId()) == Mode.OFF)
            return Draft.text("Monitoring is off already.");
        monitoring.set(asker.personId(), mode);
        return Draft.text(
                switch (mode) {
                    case ON ->
                        "✅ **Monitoring is on**: I show you each call as it happens, on a card with buttons. `/monitor off` ends it.";
                    case JSON ->
                        "✅ **Monitoring is on**, as the events that Webex sends. `/monitor on` makes them cards.";
                    case OFF -> "✅ **Monitoring is off.**";
                });
    }

    Draft status(Asker asker) {
        Optional<User> user = users.find(asker.personId());
        Mode mode = monitoring.mode(asker.personId());
        TimeText times = TimeText.of(user, about.clock());
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

    private String standing(User user) {
        Instant until = user.tokens().accessExpires();
        return "You are signed in as " + Markdown.escape(user.email()) + " until "
                + TimeText.of(Optional.of(user), about.clock()).of(until) + "; I renew that by myself.";
    }
}
