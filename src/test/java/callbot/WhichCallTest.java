package callbot;

import static callbot.AnasCall.FROM_ANA;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import callbot.sandbox.calls.OutsidePhone;
import callbot.sandbox.calls.PhoneCall;
import callbot.sandbox.calls.session.CallState;
import callbot.sandbox.messaging.ChatMessage;
import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** How a user who has several calls says which one is meant: by its number, or by a button. */
class WhichCallTest {

    @Test
    void aCallIsNamedByItsPlaceInTheListThatWasShownLast() {
        try (AnasCall call = threeCalls()) {
            assertTrue(call.asks("/calls").contains("2 call from Ben (+14085550135), on hold"));
            call.isTold("/resume 2", "✅ The call from Ben (+14085550135) is off hold.");
            call.isTold("/hold call 2", "✅ The call from Ben (+14085550135) is on hold.");
            call.isTold("/answer 3", "✅ The call from Cem (+14085550136) is answered.");
            call.isTold("/hangup 1", "✅ The " + FROM_ANA + " is ended.");
            assertEquals(2, call.alice.phone().calls().size());
        }
    }

    @Test
    void ifACallOfTheListHasEndedTheOthersKeepTheirNumbers() {
        try (AnasCall call = threeCalls()) {
            call.asks("/calls");
            call.ana.hangUp();
            call.isTold("/answer 3", "✅ The call from Cem (+14085550136) is answered.");
            call.isTold("/hangup 1", "That call is over, so I did nothing. /calls shows what there is.");
            call.isTold("/hangup 2", "✅ The call from Ben (+14085550135) is ended.");
            assertEquals("Cem", call.onPhone().remote().name().orElseThrow());
        }
    }

    @Test
    void aNewListGivesNewNumbers() {
        try (AnasCall call = threeCalls()) {
            call.asks("/calls");
            call.ana.hangUp();
            call.asks("/calls");
            call.isTold("/hangup 1", "✅ The call from Ben (+14085550135) is ended.");
            call.isTold("/hangup 3", "I have done nothing: no call has that number. /calls shows what there is.");
        }
    }

    @Test
    void anHourLaterTheListIsShownBeforeANumberMeansACall() {
        try (AnasCall call = threeCalls()) {
            call.asks("/calls");
            call.ana.hangUp();
            call.scene.clock().advance(Duration.ofMinutes(61));
            assertTrue(call.asks("/hangup 1").startsWith("Which call?"));
            call.isTold("/hangup 1", "✅ The call from Ben (+14085550135) is ended.");
            call.scene.clock().advance(Duration.ofMinutes(61));
            call.isTold("/hangup 1", "✅ The call from Cem (+14085550136) is ended.");
        }
    }

    @Test
    void aListWithoutCallsGivesNoNumbers() {
        try (AnasCall call = AnasCall.toCome()) {
            call.isTold("/calls", "You have no calls just now. /dial starts one.");
            call.ana.call(call.alice);
            call.isTold("/answer 1", "✅ The " + FROM_ANA + " is answered.");
        }
    }

    @Test
    void withoutAnyListANumberMeansNoneOfSeveralCalls() {
        try (AnasCall call = threeCalls()) {
            String which = call.asks("/hangup 2");
            assertTrue(which.contains("2 call from Ben (+14085550135), on hold"), which);
            assertEquals(3, call.alice.phone().calls().size());
            call.isTold("/hangup 2", "✅ The call from Ben (+14085550135) is ended.");
        }
    }

    @Test
    void withoutAnyListANumberThatFitsNoCallShowsNone() {
        try (AnasCall call = AnasCall.connected()) {
            call.isTold("/hangup 2", "I have done nothing: no call has that number. /calls shows what there is.");
            call.isTold("/hangup 1", "✅ The " + AnasCall.FROM_ANA + " is ended.");
        }
    }

    /** Two halves of one call: what rings here is another one than what is talked on there. */
    @Test
    void ofTwoCallsOfOneSessionTheOneThatWasNamedIsMeant() {
        try (AnasCall call = AnasCall.connected()) {
            String talk = call.onPhone().id();
            call.scene.clock().advance(Duration.ofSeconds(2));
            call.asks("/pull");
            call.asks("/calls");
            call.asks("/hangup 2");
            assertTrue(call.ana.isInCall(), "the talk with Ana goes on");
            assertEquals(talk, call.onPhone().id());

            assertTrue(call.asks("/hangup 2").startsWith("That call is over"), "the other one has its own number");
            assertEquals(talk, call.onPhone().id());
        }
    }

    /** The list shows those that fit, under the numbers that they have among all. */
    @Test
    void aPressOfTheListsButtonDoesWhatWasAskedFor() {
        try (AnasCall call = threeCalls()) {
            call.asks("/hold");
            ChatMessage which = call.scene.ask(call.alice, "/resume");
            assertEquals(
                    List.of(
                            "Which call? Write /resume and its number, for example /resume 1.",
                            "1 " + FROM_ANA + ", on hold",
                            "2 call from Ben (+14085550135), on hold"),
                    lines(which));
            assertEquals(
                    "✅ The call is off hold.",
                    call.scene.press(call.alice, which, "Resume 2").text());
            assertEquals(CallState.CONNECTED, of(call, "Ben").state());
            assertEquals(CallState.HELD, of(call, "Ana").state());
        }
    }

    @Test
    void aCallIsShownByItsNumberOrByItsButton() {
        try (AnasCall call = threeCalls()) {
            ChatMessage list = call.scene.ask(call.alice, "/calls");
            ChatMessage shown = call.scene.ask(call.alice, "/calls 2");
            assertTrue(shown.text().startsWith("⏸️ Ben (+14085550135) is on hold"), shown.text());
            call.scene.press(call.alice, shown, "Resume");
            assertEquals(CallState.CONNECTED, of(call, "Ben").state());

            ChatMessage cem = call.scene.press(call.alice, list, "Show 3");
            assertTrue(cem.text().startsWith("🔔 Incoming call from Cem"), cem.text());
            call.scene.press(call.alice, cem, "Decline");
            assertEquals(2, call.alice.phone().calls().size());
        }
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            /answer                 | /answer 3
            /answer on desk phone   | /answer 3 on desk phone
            /reject ignore          | /reject ignore 3
            /hangup                 | /hangup 1
            /divert 1002            | /divert 1002 call 1
            /divert voicemail       | /divert voicemail call 1
            /transfer 1002          | /transfer 1002 call 1
            /park                   | /park call 1
            /park 8001              | /park 8001 call 1
            /park group             | /park group call 1
            /record start           | /record start 1
            /dtmf 1                 | /dtmf 1 call 1
            /mute                   | /mute 1
            """)
    void theExampleThatIsGivenCanBeTyped(String command, String example) {
        try (AnasCall call = AnasCall.toCome()) {
            boolean rings = command.startsWith("/answer") || command.startsWith("/reject");
            for (int i = 1; i <= 4; i++) {
                call.scene.webex().outside("+1408555020" + i, "Caller " + i).call(call.alice);
                call.scene.clock().advance(Duration.ofSeconds(1));
                if (i <= 2) call.alice.phone().pickUp();
            }
            String which = call.asks(command);
            assertTrue(which.contains("for example " + example + "."), which);
            String answer = call.asks(example);
            assertTrue(answer.startsWith("✅ The call from Caller " + (rings ? 3 : 1)), answer);
        }
    }

    /** Ana is connected, Ben is on hold, Cem rings. */
    private static AnasCall threeCalls() {
        AnasCall call = AnasCall.connected();
        call.scene.clock().advance(Duration.ofSeconds(2));
        OutsidePhone ben = call.scene.webex().outside("+14085550135", "Ben");
        String bens = ben.call(call.alice);
        call.alice.phone().pickUp();
        call.alice.phone().hold(bens);
        call.scene.clock().advance(Duration.ofSeconds(2));
        call.scene.webex().outside("+14085550136", "Cem").call(call.alice);
        return call;
    }

    private static PhoneCall of(AnasCall call, String name) {
        return call.alice.phone().calls().stream()
                .filter(one -> one.remote().name().filter(name::equals).isPresent())
                .findFirst()
                .orElseThrow();
    }

    private static List<String> lines(ChatMessage message) {
        return message.text()
                .lines()
                .map(String::strip)
                .filter(line -> !line.isEmpty())
                .toList();
    }
}
