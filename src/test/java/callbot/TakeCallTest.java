package callbot;

import static callbot.AnasCall.FROM_ANA;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import callbot.sandbox.calls.session.CallState;
import callbot.sandbox.webex.FakeUser;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Taking calls that ring elsewhere, or refusing those that ring here, by typing. */
class TakeCallTest {

    @Test
    void aCallThatRingsAtAColleaguesIsTaken() {
        try (AnasCall call = AnasCall.toCome()) {
            FakeUser bob = call.scene.bob();
            call.ana.call(bob);
            String extension = bob.phone().extension();
            call.isTold(
                    "/pickup " + extension,
                    "📞 Bringing you the call that rings at " + extension + ": pick up your phone, which rings first.");
            assertTalksToAna(call);
            assertTrue(bob.phone().calls().isEmpty());
        }
    }

    @Test
    void aCallThatRingsAnywhereInTheGroupIsTaken() {
        try (AnasCall call = AnasCall.toCome()) {
            call.ana.call(call.scene.bob());
            call.isTold(
                    "/pickup",
                    "📞 Bringing you the call that rings in your group: pick up your phone, which rings first.");
            assertTalksToAna(call);
        }
    }

    @Test
    void aColleaguesCallIsJoined() {
        try (AnasCall call = AnasCall.toCome()) {
            FakeUser bob = call.scene.bob();
            call.ana.call(bob);
            bob.phone().pickUp();
            String extension = bob.phone().extension();
            call.isTold(
                    "/barge " + extension,
                    "📞 Bringing you the call at " + extension + ": pick up your phone, which rings first.");
            call.alice.phone().pickUp();
            call.assertState(CallState.CONNECTED);
            assertEquals(CallState.CONNECTED, bob.phone().call().state(), "he talks on");
        }
    }

    @Test
    void aCallOnAnotherDeviceIsTakenOver() {
        try (AnasCall call = AnasCall.connected()) {
            String before = call.onPhone().id();
            call.isTold(
                    "/pull", "📞 Bringing you your call from the other device: pick up your phone, which rings first.");
            call.alice.phone().pickUp();
            call.assertState(CallState.CONNECTED);
            assertFalse(call.onPhone().id().equals(before), "it is another half of the call");
            assertTrue(call.ana.isInCall());
        }
    }

    @Test
    void whereThereIsNothingToTakeWebexSaysWhy() {
        try (AnasCall call = AnasCall.toCome()) {
            String bobs = call.scene.bob().phone().extension();
            assertRefused(call, "/pickup", "Nobody there has a call that rings.");
            assertRefused(call, "/pickup " + bobs, "Nobody there has a call that rings.");
            assertRefused(call, "/barge " + bobs, "Nobody there has a call that is answered.");
            assertRefused(call, "/pull", "You have no call on another device.");
            assertTrue(call.asks("/barge").contains("I have done nothing"));
            assertTrue(call.asks("/pull it").contains("I have done nothing"));
            call.assertOver();
        }
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            /reject             | declined                                                       | busy                   | false
            /reject busy        | declined                                                       | busy                   | false
            /reject unavailable | declined, and the caller is told that you cannot be reached    | temporarilyUnavailable | false
            /reject ignore      | quiet here, and rings on for the caller                        | ignore                 | true
            """)
    void aCallIsRefusedInThreeWays(String command, String done, String asked, boolean ringsOn) {
        try (AnasCall call = AnasCall.ringing()) {
            call.isTold(command, "✅ The " + FROM_ANA + " is " + done + ".");
            call.assertOver();
            assertEquals(ringsOn, call.ana.isInCall());
            String body = call.scene.requests().stream()
                    .filter(one -> one.target().endsWith("/reject"))
                    .findFirst()
                    .orElseThrow()
                    .requestBody();
            assertTrue(body.contains("\"" + asked + "\""), body);
        }
    }

    @Test
    void whatDoesNotRingIsNotRefused() {
        try (AnasCall call = AnasCall.connected()) {
            call.isTold("/reject", "No call is ringing that you could decline.");
            assertTrue(call.asks("/reject 1").contains("cannot be declined, because it is connected"));
            assertTrue(call.asks("/reject rudely").contains("I have done nothing"));
            call.assertState(CallState.CONNECTED);
        }
    }

    private static void assertTalksToAna(AnasCall call) {
        call.alice.phone().pickUp();
        call.assertState(CallState.CONNECTED);
        assertTrue(call.ana.isInCall());
    }

    private static void assertRefused(AnasCall call, String command, String why) {
        String answer = call.asks(command);
        assertTrue(answer.contains("That cannot be done as things are now: “" + why + "”"), answer);
    }
}
