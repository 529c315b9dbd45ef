package callbot.chat.account;

import callbot.call.Monitoring;
import callbot.card.Button;
import callbot.signin.SignIn;
import callbot.signin.SignIn.Asker;
import callbot.signin.Users;
import callbot.webex.messaging.Draft;
import callbot.webhook.Inbox;
import java.time.Clock;
import java.time.Duration;
import java.util.List;
import java.util.function.Supplier;

/** The commands about what is remembered of everybody, for administrators. They tell numbers and ages, and nothing else. */
public final class AdminCommands {

    private static final Draft NOT_ADMIN = Draft.text(
            "Only administrators can do that, because it concerns everybody. Whoever runs me says who they are.");

    private final Admission admission;
    private final Users users;
    private final SignIn signIn;
    private final Monitoring monitoring;
    private final Supplier<Inbox.Summary> unfinished;
    private final Forgetting forgetting;
    private final Clock clock;

    /** Commands on what these remember. */
    public AdminCommands(
            Admission admission,
            Users users,
            SignIn signIn,
            Monitoring monitoring,
            Supplier<Inbox.Summary> unfinished,
            Forgetting forgetting,
            Clock clock) {
        this.admission = admission;
        this.users = users;
        this.signIn = signIn;
        this.monitoring = monitoring;
        this.unfinished = unfinished;
        this.forgetting = forgetting;
        this.clock = clock;
    }

    /** Whether the asker is one of those who run the bot. */
    public boolean isAdmin(Asker asker) {
        return admission.isAdmin(asker.email());
    }

    /** Drops all sign-ins that have begun and not ended. */
    public Draft dropSignIns(Asker asker) {
        return ifAdmin(asker, () -> {
            int dropped = signIn.dropAllBegun();
            if (dropped == 0) return Draft.text("No sign-in was under way.");
            return Draft.text("✅ Dropped " + counted(dropped, "sign-in") + " that had begun and not ended.");
        });
    }

    /** How much the bot remembers. */
    public Draft info(Asker asker) {
        return ifAdmin(asker, () -> {
            Inbox.Summary events = unfinished.get();
            String oldest = events.oldest()
                    .map(at -> "; the oldest came " + age(Duration.between(at, clock.instant())) + " ago")
                    .orElse("");
            return Draft.text(String.join(
                    "\n",
                    "**What I remember**",
                    "- " + counted(users.count(), "user") + " signed in; " + monitoring.followed()
                            + " told about their calls",
                    "- " + counted(signIn.begun(), "sign-in") + " begun and not ended",
                    "- " + counted(events.open(), "event") + " not done yet, this one among them" + oldest));
        });
    }

    /** Asks whether to sign everybody out. */
    public Draft askBeforeClearing(Asker asker) {
        return ifAdmin(
                asker,
                () -> Draft.offering(
                        "This signs out " + counted(users.count(), "user")
                                + ", each of whom must then sign in again. "
                                + "Write `/redis clear all` if you are sure.",
                        List.of(Button.say("Sign everybody out", "/redis clear all"))));
    }

    /** Signs everybody out. */
    public Draft clear(Asker asker) {
        return ifAdmin(asker, () -> {
            int signedIn = users.count();
            int begun = forgetting.forgetAll();
            return Draft.text("✅ Signed out " + counted(signedIn, "user") + " and dropped " + counted(begun, "sign-in")
                    + " under way. What I have done today I still know, so that nothing is done twice.");
        });
    }

    private Draft ifAdmin(Asker asker, Supplier<Draft> command) {
        return isAdmin(asker) ? command.get() : NOT_ADMIN;
    }

    private static String counted(int number, String thing) {
        return number + " " + thing + (number == 1 ? "" : "s");
    }

    private static String age(Duration age) {
        if (age.toHours() > 0) return counted((int) age.toHours(), "hour");
        return age.toMinutes() > 0
                ? counted((int) age.toMinutes(), "minute")
                : counted((int) age.toSeconds(), "second");
    }
}
