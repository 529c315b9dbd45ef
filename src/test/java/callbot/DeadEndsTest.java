package callbot;

import static org.junit.jupiter.api.Assertions.assertTrue;

import callbot.sandbox.messaging.ChatMessage;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Where nothing could be done, the way on is one press away. */
class DeadEndsTest {

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            /calls             | You have no calls just now   | Last calls    | Ana
            /calls 7           | no call has that number      | Show my calls | no calls
            /history 9         | Your history has no page 9   | Last calls    | Ana
            /swap              | To swap you need two calls   | Show my calls | no calls
            /merge             | you need two answered calls  | Show my calls | no calls
            /conference        | no conference just now       | Show my calls | no calls
            /conference end    | no conference just now       | Show my calls | no calls
            /transfer complete | you need two answered calls  | Show my calls | no calls
            """)
    void theAnswerHasAButtonForWhatItNames(String typed, String told, String button, String then) {
        try (AnasCall call = AnasCall.ringing()) {
            call.ana.hangUp();
            ChatMessage answer = call.scene.ask(call.alice, typed);
            assertTrue(answer.text().contains(told), answer.text());
            String next = call.scene.press(call.alice, answer, button).text();
            assertTrue(next.contains(then), next);
        }
    }
}
