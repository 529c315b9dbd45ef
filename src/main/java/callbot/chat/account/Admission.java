package callbot.chat.account;

import callbot.signin.SignIn.Asker;
import callbot.signin.User;
import callbot.signin.Users;
import callbot.store.Digest;
import callbot.webex.Secret;
import callbot.webex.messaging.Draft;
import callbot.webex.messaging.Email;
import callbot.webex.messaging.People;
import callbot.webex.messaging.Person;
import java.lang.System.Logger.Level;
import java.time.Clock;
import java.util.Collection;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;

/** Who may talk to the bot, and who may do what concerns others. */
public final class Admission {

    /** What somebody hears who may not talk to the bot. */
    public static final Draft REFUSAL =
            Draft.text("I am not open to everybody, and you are not on my list. Ask whoever runs me to add you.");

    /** What a user hears who no longer may. */
    public static final Draft FAREWELL = Draft.text(
            "You are no longer on the list of those I work for, so I have signed you out and forgotten all that I knew of you.");

    private final Set<String> allowed;
    private final Set<String> admins;
    private final Users users;
    private final People people;
    private final Secret botToken;
    private final OnceAnHour turnedAway;

    /**
     * An admission by these rules.
     *
     * @param allowed e-mail addresses, domains, and domains with a dot in front for all that are below them; everybody if
     *     there are none
     * @param admins e-mail addresses
     */
    public Admission(
            Collection<String> allowed,
            Collection<String> admins,
            Users users,
            People people,
            Secret botToken,
            Clock clock) {
        this.allowed = lowerCase(allowed);
        this.admins = lowerCase(admins);
        this.users = users;
        this.people = people;
        this.botToken = botToken;
        this.turnedAway = new OnceAnHour(clock);
        if (allowed.isEmpty()) {
            System.getLogger(Admission.class.getName())
                    .log(Level.WARNING, "event=bot.open anybody may talk to this bot; WXC_CC_ALLOWED limits that");
        }
    }

    /**
     * Whether a message of this person is worth reading: everyone's who is admitted, and once an hour anybody's, so that
     * strangers are told that they are not.
     */
    public boolean letsIn(String personId, Optional<String> email) {
        return email.map(this::admits).orElse(true) || turnedAway.isFirst(Person.key(personId));
    }

    /** Whether somebody with this address may talk to the bot. */
    public boolean admits(String email) {
        if (allowed.isEmpty()) return true;
        return Email.of(email)
                .filter(known -> allowed.contains(known.text())
                        || allowed.contains(known.domain())
                        || admins.contains(known.text())
                        || allowed.stream()
                                .anyMatch(rule ->
                                        rule.startsWith(".") && known.domain().endsWith(rule)))
                .isPresent();
    }

    boolean isAdmin(String email) {
        return Email.of(email).filter(known -> admins.contains(known.text())).isPresent();
    }

    /** Who this is: a press of a button tells only a person's id. */
    public Asker identify(String personId) {
        String email = users.find(personId)
                .map(User::email)
                .orElseGet(() -> people.find(botToken, personId).email());
        return new Asker(personId, email);
    }

    /** What these rules are, in a form that changes when they do. */
    public String digest() {
        return Digest.of(new TreeSet<>(allowed) + " " + new TreeSet<>(admins), 8);
    }

    private static Set<String> lowerCase(Collection<String> texts) {
        return texts.stream().map(Email::lowerCase).collect(Collectors.toUnmodifiableSet());
    }
}
