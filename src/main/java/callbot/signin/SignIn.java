package callbot.signin;

import callbot.json.Json;
import callbot.store.Change;
import callbot.store.Digest;
import callbot.store.StateStore;
import callbot.store.StoreUnavailableException;
import callbot.webex.OAuth;
import callbot.webex.Secret;
import callbot.webex.WebexException;
import callbot.webex.messaging.People;
import callbot.webex.messaging.Person;
import java.lang.System.Logger.Level;
import java.net.URI;
import java.security.SecureRandom;
import java.time.Clock;
import java.time.Duration;
import java.util.Base64;
import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;

/**
 * Sign-in by OAuth, with a check that whoever signed in is whoever asked. See the package's page for the way it takes.
 *
 * <pre>
 *   signin:STATE         a sign-in that was begun: who asked; for five minutes, or until it is taken
 *   asked:PERSON:STATE   that it was this person's, to find it by the person; for five minutes
 * </pre>
 */
public final class SignIn {

    /** For how long a sign-in that was begun can be ended. */
    public static final Duration LIFETIME = Duration.ofMinutes(5);

    private static final String PREFIX = "signin:";
    private static final String ASKED = "asked:";
    private static final int STATE_BYTES = 32;

    /** So many bytes in base64. Nothing else is looked for, since anybody may ask. */
    private static final Pattern STATE = Pattern.compile("[A-Za-z0-9_-]{43}");

    private static final OAuth.Denial NO_CODE = new OAuth.Denial("no_code", Optional.empty());

    private final System.Logger log = System.getLogger(SignIn.class.getName());
    private final OAuth oauth;
    private final People people;
    private final Users users;
    private final StateStore store;
    private final SecureRandom random;
    private final Clock clock;

    /** Whoever writes to the bot, known by what Webex says of the writer, who need not have signed in. */
    public record Asker(String personId, String email) {

        static Asker parse(String stored) {
            Json json = Json.parse(stored);
            return new Asker(json.requireText("person"), json.requireText("email"));
        }

        String stored() {
            return Json.object().put("person", personId).put("email", email).toString();
        }
    }

    /** What came of a sign-in. */
    public sealed interface Outcome {

        /**
         * The user has signed in.
         *
         * @param missing what the user was asked for and has not granted
         */
        record SignedIn(User user, List<String> missing) implements Outcome {}

        /** Somebody else than the one who asked has signed in at Webex. */
        record SomebodyElse(Asker asker, String actualEmail) implements Outcome {}

        /** The user, or whoever decides for the user, said no. */
        record Declined(Asker asker) implements Outcome {}

        /** Webex does not offer what every user is asked for, or has trouble. */
        record NotOffered(Asker asker, OAuth.Denial denial) implements Outcome {}

        /** Webex would not turn the code into tokens, or say whose they are. */
        record Failed(Asker asker, WebexException failure) implements Outcome {}

        /** It went well at Webex, but could not be kept here. */
        record NotKept(Asker asker) implements Outcome {}

        /** Nobody asked for this, or it was used before, or it is too late. */
        record Unknown() implements Outcome {}
    }

    /** Sign-ins of this integration. */
    public SignIn(OAuth oauth, People people, Users users, StateStore store, SecureRandom random, Clock clock) {
        this.oauth = oauth;
        this.people = people;
        this.users = users;
        this.store = store;
        this.random = random;
        this.clock = clock;
    }

    /** Begins a sign-in: the page at Webex to be opened within five minutes. */
    public URI begin(Asker asker) {
        byte[] bytes = new byte[STATE_BYTES];
        random.nextBytes(bytes);
        String state = Base64.getUrlEncoder().withoutPadding().encodeToString(bytes);
        store.change(List.of(
                new Change.Put(key(state), asker.stored(), LIFETIME),
                new Change.Put(begunBy(asker.personId()) + hash(state), "", LIFETIME)));
        return oauth.authorizeLink(state);
    }

    /**
     * Ends a sign-in with what the browser brought back.
     *
     * @param code what Webex exchanges for tokens; absent if it was denied
     * @param denial why it was denied
     */
    public Outcome complete(String state, Optional<String> code, Optional<OAuth.Denial> denial) {
        Optional<String> begun = STATE.matcher(state).matches() ? store.take(key(state)) : Optional.empty();
        if (begun.isEmpty()) return new Outcome.Unknown();
        Asker asker = Asker.parse(begun.get());
        if (code.filter(text -> !text.isBlank()).isEmpty()) {
            return denied(asker, denial.orElse(NO_CODE));
        }
        try {
            return exchange(asker, new Secret(code.get()));
        } catch (WebexException e) {
            return new Outcome.Failed(asker, e);
        } catch (StoreUnavailableException e) {
            return new Outcome.NotKept(asker);
        }
    }

    private Outcome denied(Asker asker, OAuth.Denial denial) {
        log.log(
                Level.WARNING,
                "event=signin.denied error={0} description=\"{1}\" scopes=\"{2}\"",
                denial.code(),
                denial.description().orElse(""),
                String.join(" ", oauth.scopes()));
        return denial.isByTheUser() ? new Outcome.Declined(asker) : new Outcome.NotOffered(asker, denial);
    }

    /** Whether whoever signs in is asked for this. */
    public boolean asksFor(Scope scope) {
        return oauth.scopes().stream().anyMatch(scope.names()::contains);
    }

    /** How many sign-ins were begun and not ended. */
    public int begun() {
        return store.keys(PREFIX).size();
    }

    /** Drops all sign-ins that were begun and not ended; how many. */
    public int dropAllBegun() {
        return (int) store.keys(PREFIX).stream()
                .filter(key -> store.take(key).isPresent())
                .count();
    }

    /** Drops the sign-ins that this person has begun and not ended. */
    public void dropBegunBy(String personId) {
        String family = begunBy(personId);
        for (String key : store.keys(family)) {
            String hash = key.substring(family.length());
            store.change(List.of(new Change.Delete(PREFIX + hash), new Change.Delete(key)));
        }
    }

    private static String key(String state) {
        return PREFIX + hash(state);
    }

    private static String begunBy(String personId) {
        return ASKED + Person.key(personId) + ":";
    }

    /** The stored keys are not sealed, and whoever knows a state can end the sign-in that it belongs to. */
    private static String hash(String state) {
        return Digest.of(state, Digest.WHOLE);
    }

    private Outcome exchange(Asker asker, Secret code) {
        OAuth.Grant grant = oauth.exchange(code);
        Person actual = people.me(grant.accessToken());
        if (!Person.areSame(actual.id(), asker.personId())) return new Outcome.SomebodyElse(asker, actual.email());
        User user = User.of(actual, Tokens.granted(grant, clock.instant()));
        users.save(user);
        return new Outcome.SignedIn(
                user,
                oauth.scopes().stream()
                        .filter(scope -> !user.tokens().grant(scope))
                        .toList());
    }
}
