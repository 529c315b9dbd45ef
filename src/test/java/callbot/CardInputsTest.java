package callbot;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import callbot.json.Json;
import callbot.json.ObjectWriter;
import callbot.sandbox.calls.session.CallState;
import callbot.sandbox.messaging.ChatMessage;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** What is filled into a card is not trusted: clients may send anything, whatever the card says. */
class CardInputsTest {

    @ParameterizedTest
    @CsvSource(delimiter = '|', quoteCharacter = '"', textBlock = """
            Transfer | to | ""                    | it needs a number or an address
            Transfer | to | "   "                 | it needs a number or an address
            Transfer | to | Bob Brown             | Bob Brown 1002: /transfer 1002
            Transfer | to | +2                    | after a plus come 4 to 15 digits
            Transfer | to | 1002 ext 12            | nothing can be keyed in there
            Transfer | to | 1002 / 1003           | Which number do you mean?
            Transfer | to | 1002;/hangup          | not names
            Transfer | to | <script>              | not names
            Park     | extension     | here                  | not names
            Send     | digits     | ""                    | it takes up to 64 of 0-9
            Send     | digits     | 12E                   | it takes up to 64 of 0-9
            Send     | digits     | 12 call 7             | no call has that number
            """)
    void whatMakesNoSenseIsExplainedAndNotSent(String button, String input, String filledIn, String answer) {
        try (AnasCall call = AnasCall.connectedOnCard()) {
            call.press(button, input, filledIn);
            call.scene.awaitMessage(call.alice, answer);
            call.assertState(CallState.CONNECTED);
            assertEquals(0, call.scene.requests("POST", "/telephony/calls/"));
        }
    }

    @Test
    void severalLinesAndTooMuchAreRefused() {
        try (AnasCall call = AnasCall.connectedOnCard()) {
            call.press("Transfer", "to", "1002\n/hangup");
            call.scene.awaitMessage(call.alice, "those are several lines");
            call.press("Transfer", "to", "1".repeat(201));
            call.scene.awaitMessage(call.alice, "too long for a number");
            call.press("Transfer", "to", "x" + " ".repeat(7_000) + "x");
            call.scene.awaitMessage(call.alice, "I read 1000 characters at most");
            call.press("Send", "digits", "1".repeat(65));
            call.scene.awaitMessage(call.alice, "it takes up to 64");
            call.assertState(CallState.CONNECTED);
            assertEquals(0, call.scene.requests("POST", "/telephony/calls/"));
        }
    }

    @Test
    void aClientThatSendsNoInputsAtAllIsAnswered() {
        try (AnasCall call = AnasCall.connectedOnCard()) {
            submit(call, Json.object());
            call.scene.awaitMessage(call.alice, "Make and take calls");
            submit(call, aboutCall(call).put("command", "/transfer").put("input", "to"));
            call.scene.awaitMessage(call.alice, "it needs a number or an address");
            call.assertState(CallState.CONNECTED);
        }
    }

    /** The session is there for calls whose id changes; without it the id alone counts. */
    @Test
    void aButtonWithoutASessionStillMeansItsCall() {
        try (AnasCall call = AnasCall.connectedOnCard()) {
            submit(
                    call,
                    Json.object()
                            .put("command", "/hold")
                            .put("call", call.onPhone().id()));
            call.scene.awaitMessage(call.alice, "✅ The call is on hold.");
            call.card("is on hold");
            call.assertState(CallState.HELD);
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"/hangup", "/calls"})
    void anInventedCallIsNotThere(String command) {
        try (AnasCall call = AnasCall.connectedOnCard()) {
            for (String id : new String[] {"nonsense", "../../people/me", "a b\nc", "?x=1#y", ""}) {
                int before = call.scene.fromBot(call.alice).size();
                submit(call, Json.object().put("command", command).put("call", id));
                ChatMessage answer = call.scene.awaitMessage(call.alice, before);
                assertTrue(answer.text().startsWith("That call is over, so I did nothing."), () -> id + ": " + answer);
            }
            call.assertState(CallState.CONNECTED);
        }
    }

    private static void submit(AnasCall call, ObjectWriter inputs) {
        call.onlyCard();
        call.alice.submit(call.card("Ana").id(), inputs.toJson());
    }

    private static ObjectWriter aboutCall(AnasCall call) {
        return Json.object()
                .put("call", call.onPhone().id())
                .put("session", call.onPhone().sessionId());
    }
}
