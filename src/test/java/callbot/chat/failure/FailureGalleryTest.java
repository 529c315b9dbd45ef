package callbot.chat.failure;

import callbot.testing.CardGallery;
import callbot.webex.messaging.Draft;
import java.net.URI;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/** The cards with which somebody signs in. */
class FailureGalleryTest {

    @ParameterizedTest(name = "{0}")
    @MethodSource("drafts")
    void isDrawn(String name, Draft draft) {
        CardGallery.hang(name, draft);
    }

    static Stream<Arguments> drafts() {
        return Stream.of(
                Arguments.of("sign-in", signIn("🔑 **Sign in**, so I can control your calls.", "alice@example.com")),
                Arguments.of(
                        "sign-in-again",
                        signIn(
                                "🔑 **Your sign-in has ended**, because Webex no longer accepts it. Sign in again, and I go on.",
                                "_ana_maria.von.hohenberg-wolkenstein@sales.example.com")));
    }

    private static Draft signIn(String introduction, String email) {
        URI page = URI.create("https://webexapis.example/v1/authorize?client_id=C1&state=" + "x".repeat(43));
        return new SignInCard(introduction, email, page, true, true).draft();
    }
}
