package callbot.chat.account;

import callbot.call.Monitoring;
import callbot.call.feed.CallFeed;
import callbot.chat.failure.Failures;
import callbot.command.AccountCommand.Monitor.Mode;
import callbot.signin.SignIn.Asker;
import callbot.signin.TimeText;
import callbot.signin.User;
import callbot.signin.Users;
import callbot.webex.messaging.Draft;
import callbot.webex.messaging.Markdown;
import java.time.Clock;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.BooleanSupplier;

/** The commands about a user's own affairs with the bot, and how their outcomes are told. */
public final class AccountCommands {

    private final Users users;
    private final Monitoring monitoring;
    private final CallFeed feed;
    private final Failures failures;
    private final Forgetting forgetting;
    private final LineOverview line;
    private final About about;

    /**
     * The bot itself, as it tells about it.
     *
     * @param version which one runs
     * @param clock what time it is
     * @param tookOver whether it has taken over from another copy of the bot
     */
    public record About(String version, Clock clock, BooleanSupplier tookOver) {}

    /** Commands on the accounts of these users. */
    public AccountCommands(
            Users users,
            Monitoring monitoring,
            CallFeed feed,
            Failures failures,
            Forgetting forgetting,
            LineOverview line,
            About about) {
        this.users = users;
        this.monitoring = monitoring;
        this.feed = feed;
        this.failures = failures;
        this.forgetting = forgetting;
        this.line = line;
        this.about = about;
    }

    /** Whether users are asked to let the bot see and change what is set for their lines. */
    public boolean asksForRecordings() {
        return failures.asksForRecordings();
    }

    /** Whether a sign-in asks for what is set for a line. */
    public boolean asksForSettings() {
        return failures.asksForSettings();
    }

    /** The asker as a user; absent if not signed in. */
    public Optional<User> user(Asker asker) {
        return users.find(asker.personId());
    }

    private boolean isSignedIn(Asker asker) {
        return user(asker).isPresent();
    }

    /** The words of commands that this user's calling plan leaves without use. */
    public Set<String> useless(User user) {
        return line.useless(user);
    }

    /** Signs in whoever is not. */
    public Draft signIn(Asker asker) {
        return users.find(asker.personId())
                .map(user -> Draft.text(
                        "✅ " + standing(user) + " `/auth clear` signs you out, `/auth force` signs you in again."))
                .orElseGet(() -> failures.signInLink(asker, "🔑 **Sign in**, so I can control your calls."));
    }

    /** Signs in again, whoever is or is not. */
    public Draft signInAnew(Asker asker) {
        return failures.signInLink(asker, "🔑 **Sign in again.** Until then everything stays as it is.");
    }

    /** Forgets the asker. */
    public Draft signOut(Asker asker) {
        boolean wasSignedIn = isSignedIn(asker);
        boolean hookRemoved = forgetting.forget(asker.personId());
        if (!wasSignedIn)
            return Draft.text("You are not signed in, and I remember nothing else of you now. `/auth` signs you in.");
        return Draft.text("✅ **You are signed out**: I have forgotten your permission, and all else that I knew of you."
                + (hookRemoved
                        ? ""
                        : " I could not take back the webhook by which Webex tells me of your calls, so Webex may still send"
                                + " me news of them; I ignore it.")
                + " To take your permission back at Webex too, remove this bot's integration from your account there.");
    }

    /** Has the asker told of calls, or no longer. */
    public Draft monitor(Asker asker, Mode mode) {
        if (mode == Mode.OFF && monitoring.mode(asker.personId()) == Mode.OFF)
            return Draft.text("✅ Monitoring is off: calls are not shown here. `/monitor on` shows them, any time.");
        monitoring.set(asker.personId(), mode);
        return Draft.text(
                switch (mode) {
                    case ON ->
                        "✅ **Monitoring is on**: each call gets a card with buttons as it happens" + asSoonAs(asker)
                                + " `/monitor off` ends it.";
                    case JSON ->
                        "✅ **Monitoring is on**, as the events that Webex sends" + asSoonAs(asker)
                                + " `/monitor on` makes them cards.";
                    case OFF -> "✅ **Monitoring is off.**";
                });
    }

    /** Webex takes a webhook also where it will never send anything to it. */
    private String asSoonAs(Asker asker) {
        return monitoring.isHeard(asker.personId())
                ? "."
                : ". I have asked Webex to tell me of your calls; whether it does shows with your next call.";
    }

    /** How things stand for the asker. */
    public Draft status(Asker asker) {
        Optional<User> user = users.find(asker.personId());
        TimeText times = TimeText.of(user, about.clock());
        Map<String, String> facts = new LinkedHashMap<>();
        facts.put("Sign-in", user.map(this::standing).orElse("You are not signed in: `/auth` does that."));
        Mode mode = monitoring.mode(asker.personId());
        facts.put("Call cards", "Monitoring is " + cards(asker, mode, times) + ".");
        user.ifPresent(signedIn -> facts.putAll(line.of(signedIn, times)));
        if (about.tookOver().getAsBoolean())
            facts.put("Copies", "Another copy of me ran before I was started. Only I act now; it stands by.");
        facts.put("Version", "callbot " + about.version());
        return new StatusCard(facts, user.isPresent(), mode != Mode.OFF).draft();
    }

    private String cards(Asker asker, Mode mode, TimeText times) {
        if (mode == Mode.OFF) return "off";
        String on = mode == Mode.ON ? "on" : "on, as JSON";
        if (!monitoring.isHeard(asker.personId()))
            return on + ", but Webex has not told me of a call yet, so I can't say whether it does";
        return on + " · "
                + feed.lastChange(asker.personId())
                        .map(at -> "last update " + times.of(at))
                        .orElse("no call in the last 24 hours");
    }

    private String standing(User user) {
        TimeText times = TimeText.of(Optional.of(user), about.clock());
        return "You are signed in as " + Markdown.escape(user.email()) + " until "
                + times.of(user.tokens().accessExpires()) + "; I renew that by myself"
                + user.tokens()
                        .refreshExpires()
                        .map(end -> ", and Webex lets me until " + times.of(end))
                        .orElse("")
                + ".";
    }
}
