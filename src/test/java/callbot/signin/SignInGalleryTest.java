package callbot.signin;

import callbot.signin.SignIn.Asker;
import callbot.signin.SignIn.Outcome;
import callbot.testing.CardGallery;
import callbot.webex.OAuth;
import callbot.webex.messaging.Draft;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;

/** The cards that end a sign-in that has come to nothing. */
class SignInGalleryTest {

    private static final Asker ALICE = new Asker("person-1", "alice_adams@example.com");

    @Test
    void areDrawn() {
        Map.of(
                        "sign-in-somebody-else", new Outcome.SomebodyElse(ALICE, "_bob_b@example.com"),
                        "sign-in-declined", new Outcome.Declined(ALICE),
                        "sign-in-not-offered",
                                new Outcome.NotOffered(
                                        ALICE,
                                        new OAuth.Denial("invalid_scope", Optional.of("scope [1] *x* is unknown"))),
                        "sign-in-not-kept", new Outcome.NotKept(ALICE))
                .forEach((name, outcome) -> CardGallery.hang(name, told(outcome)));
    }

    private static Draft told(Outcome outcome) {
        return SignInNews.of(outcome, user -> false).message().orElseThrow().draft();
    }
}
