package callbot;

import static callbot.AnasCall.FROM_ANA;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import callbot.sandbox.calls.session.CallState;
import org.junit.jupiter.api.Test;

/** Parking calls by typing, and getting them back. */
class ParkTest {

    @Test
    void aCallIsParkedAtTheOwnExtensionAndRetrieved() {
        try (AnasCall call = AnasCall.connected()) {
            String own = call.alice.phone().extension();
            call.isTold("/park", parkedAt(own));
            call.assertOver();
            call.isTold("/retrieve", "📞 Bringing you the parked call: pick up your phone, which rings first.");
            assertIsBackOnPickUp(call);
        }
    }

    @Test
    void aCallIsParkedAtAnExtensionAndRetrievedFromThere() {
        try (AnasCall call = AnasCall.connected()) {
            call.isTold("/park 8003", parkedAt("8003"));
            call.assertOver();
            call.isTold(
                    "/retrieve 8003",
                    "📞 Bringing you the call parked at 8003: pick up your phone, which rings first.");
            assertIsBackOnPickUp(call);
        }
    }

    @Test
    void aCallIsParkedInTheGroup() {
        try (AnasCall call = AnasCall.connected()) {
            call.isTold("/park group", parkedAt("8001"));
            call.assertOver();
            call.asks("/retrieve 8001");
            assertIsBackOnPickUp(call);
        }
    }

    @Test
    void whereNothingIsParkedThatIsSaid() {
        try (AnasCall call = AnasCall.ringing()) {
            String answer = call.asks("/retrieve 8003");
            assertTrue(answer.contains("cannot be done as things are now: “No call is parked there.”"), answer);
            call.isTold("/park", "There is no call to park.");
            assertTrue(call.asks("/park Bob").contains("not names"));
            assertTrue(call.asks("/retrieve Bob").contains("not names"));
            call.assertState(CallState.ALERTING);
        }
    }

    private static String parkedAt(String number) {
        return "✅ The " + FROM_ANA + " is parked at " + number + ": /retrieve " + number
                + " brings it back, from any phone.";
    }

    private static void assertIsBackOnPickUp(AnasCall call) {
        call.alice.phone().pickUp();
        call.assertState(CallState.CONNECTED);
        assertEquals("Ana", call.onPhone().remote().name().orElseThrow());
        assertTrue(call.ana.isInCall());
    }
}
