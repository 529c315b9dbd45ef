package callbot.chat.account;

import callbot.testing.CardGallery;
import callbot.webex.messaging.Draft;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/** How a line stands, on a card. */
class AccountGalleryTest {

    private static final Map<String, String> LINE = new TreeMap<>(Map.of(
            "Sign-in", "You are signed in as alice@example.com until Tuesday 09:00; I renew that by myself.",
            "Call cards", "Monitoring is on · last update today 14:02.",
            "Do not disturb", "On until today 17:00",
            "Forwarding", "No answer to your voicemail after 3 rings",
            "Away", "No",
            "Queues", "Calls reach you, in 2 of 3",
            "Voicemail", "1 new, 4 in all",
            "Version", "callbot 1.0.0"));

    @ParameterizedTest(name = "{0}")
    @MethodSource("drafts")
    void isDrawn(String name, Draft draft) {
        CardGallery.hang(name, draft);
    }

    static Stream<Arguments> drafts() {
        return Stream.of(
                Arguments.of("status", new StatusCard(LINE, true, true).draft()),
                Arguments.of(
                        "status-signed-out", new StatusCard(Map.of("Version", "callbot 1.0.0"), false, false).draft()));
    }
}
