package callbot.signin;

import callbot.signin.SignIn.Asker;
import callbot.signin.SignIn.Outcome;
import callbot.testing.CardGallery;
import callbot.webex.Draft;
import java.util.Map;
import org.junit.jupiter.api.Test;

/** The cards that end a sign-in that has come to nothing. */
class SignInGalleryTest {

    private static final Asker ALICE = new Asker("person-1", "alice_adams@example.com");

    @Test
    void areDrawn() {
        Map.of(
                        "sign-in-somebody-else", new Outcome.SomebodyElse(ALICE, "_bob_b@example.com"),
                        "sign-in-denied", new Outcome.Denied(ALICE, "access_denied [1] *x*"),
                        "sign-in-not-kept", new Outcome.NotKept(ALICE))
                .forEach((name, outcome) -> CardGallery.hang(name, told(outcome)));
    }

    private static Draft told(Outcome outcome) {
        return SignInNews.of(outcome).message().orElseThrow().draft();
    }
}
