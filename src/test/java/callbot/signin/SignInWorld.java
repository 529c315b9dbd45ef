package callbot.signin;

import callbot.MovableClock;
import callbot.sandbox.traffic.Exchange;
import callbot.sandbox.webex.FakeUser;
import callbot.sandbox.webex.FakeWebex;
import callbot.signin.SignIn.Asker;
import callbot.store.JournalStateStore;
import callbot.store.StateStore;
import callbot.trace.Tracer;
import callbot.webex.OAuth;
import callbot.webex.Patience;
import callbot.webex.Secret;
import callbot.webex.WebexClient;
import callbot.webex.messaging.People;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.nio.file.Path;
import java.security.SecureRandom;
import java.time.Clock;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.Random;

/** A simulated Webex, and what signs users in there. */
final class SignInWorld implements AutoCloseable {

    private static final String REDIRECT = "http://127.0.0.1/redirect";

    final MovableClock clock = new MovableClock();
    final FakeWebex webex;
    final StateStore store;
    final Users users;
    final WebexClient client;
    final People people;
    final OAuth oauth;
    final SignIn signIn;

    SignInWorld(Path directory) {
        try {
            webex = FakeWebex.start(clock);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        webex.allowRedirect(REDIRECT);
        store = JournalStateStore.open(directory.resolve("state.json"), clock);
        users = new Users(store);
        client = client(clock);
        people = new People(client);
        oauth = oauth(client);
        signIn = new SignIn(oauth, people, users, store, new SecureRandom(), clock);
    }

    /** A client that asks this clock several times for each request. */
    WebexClient client(Clock asked) {
        return new WebexClient(
                URI.create(webex.url()), asked, new Patience(clock, time -> {}, new Random()), new Tracer(asked));
    }

    OAuth oauth(WebexClient through) {
        var registered = webex.integration();
        var integration = new OAuth.Integration(
                registered.clientId(), new Secret(registered.clientSecret()), List.copyOf(registered.scopes()));
        return new OAuth(through, integration, URI.create(REDIRECT));
    }

    /** One more instance's access tokens, on the same store. */
    AccessTokens tokens() {
        return new AccessTokens(users, oauth, store, clock);
    }

    static Asker asker(FakeUser user) {
        return new Asker(user.person().id(), user.person().email());
    }

    /** This user has signed in. */
    User signedIn(FakeUser user) {
        var grant = user.grant(webex.integration().scopes());
        Instant expires = clock.instant().plus(grant.expiresIn());
        var tokens = new Tokens(
                new Secret(grant.accessToken()),
                expires,
                Optional.of(new Secret(grant.refreshToken())),
                Optional.of(clock.instant().plus(grant.refreshExpiresIn())),
                Optional.of(grant.scopes()));
        User signedIn = User.of(people.me(tokens.access()), tokens);
        users.save(signedIn);
        return signedIn;
    }

    /** How many requests of this kind Webex has got. */
    long requests(String method, String path) {
        return webex.exchanges().stream()
                .filter(exchange -> exchange.direction() == Exchange.Direction.TO_WEBEX)
                .filter(exchange ->
                        exchange.method().equals(method) && exchange.target().startsWith("/v1" + path))
                .count();
    }

    @Override
    public void close() {
        client.close();
        webex.close();
        store.close();
    }
}
