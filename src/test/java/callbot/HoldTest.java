package callbot;

import static callbot.AnasCall.FROM_ANA;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import callbot.sandbox.calls.session.CallState;
import org.junit.jupiter.api.Test;

/** Holding, muting, keying and recording a call by typing: what is said, and what the phone then does. */
class HoldTest {

    private static final String ALREADY = ". That was so already; I have changed nothing.";

    @Test
    void aCallIsHeldAndResumed() {
        try (AnasCall call = AnasCall.connected()) {
            call.isTold("/hold", "✅ The " + FROM_ANA + " is on hold.");
            call.assertState(CallState.HELD);
            call.isTold("/resume", "✅ You're back on the " + FROM_ANA + ".");
            call.assertState(CallState.CONNECTED);
        }
    }

    @Test
    void aMicrophoneIsSwitchedOffAndOn() {
        try (AnasCall call = AnasCall.connected()) {
            call.isTold("/mute", "✅ You're muted on the " + FROM_ANA + ".");
            assertTrue(call.onPhone().muted());
            call.isTold("/unmute", "✅ You're no longer muted on the " + FROM_ANA + ".");
            assertFalse(call.onPhone().muted());
        }
    }

    @Test
    void digitsAreKeyedIn() {
        try (AnasCall call = AnasCall.connected()) {
            call.isTold("/dtmf 1,47 11#", "✅ Sent 1,4711# on the " + FROM_ANA + ".");
            call.asks("/dtmf ab*");
            assertEquals("1,4711#AB*", call.onPhone().digits());
            assertTrue(call.asks("/dtmf 12e").contains("I have done nothing"));
            assertTrue(call.asks("/dtmf").contains("I have done nothing"));
            assertEquals("1,4711#AB*", call.onPhone().digits());
        }
    }

    @Test
    void aCallIsRecordedInAllWays() {
        try (AnasCall call = AnasCall.connected()) {
            call.isTold("/record start", "✅ Started recording the " + FROM_ANA + ".");
            assertEquals("started", call.onPhone().recording().orElseThrow());
            call.isTold("/record pause", "✅ Paused the recording of the " + FROM_ANA + ".");
            assertEquals("paused", call.onPhone().recording().orElseThrow());
            call.isTold("/record resume", "✅ Recording the " + FROM_ANA + " again.");
            assertEquals("started", call.onPhone().recording().orElseThrow());
            call.isTold("/record stop", "✅ Stopped recording the " + FROM_ANA + ".");
            assertEquals("stopped", call.onPhone().recording().orElseThrow());
            assertTrue(call.asks("/record").contains("I know /record start, /record stop"));
        }
    }

    @Test
    void withoutACallThatFitsNothingIsDoneAndThatIsSaid() {
        try (AnasCall call = AnasCall.ringing()) {
            call.isTold("/hold", "There is no call to put on hold.");
            call.isTold("/resume", "No call is on hold.");
            call.isTold("/mute", "There is no call in which you could be muted.");
            call.isTold("/unmute", "You're muted in no call.");
            call.isTold("/dtmf 1", "There is no call to send digits to.");
            call.isTold("/record start", "There is no call to record.");
            call.isTold("/record stop", "No call is being recorded.");
            call.isTold("/record pause", "No call is being recorded.");
            call.isTold("/record resume", "No recording is paused.");
            call.assertState(CallState.ALERTING);
            assertEquals(0, call.scene.requests("POST", "/telephony/calls/"), "Webex was not even asked");
        }
    }

    @Test
    void ofACallThatIsNamedItIsSaidWhyItCannotBe() {
        try (AnasCall call = AnasCall.connected()) {
            String nothing = "I have done nothing: the " + FROM_ANA + " can't ";
            String because = ": it is connected, not muted and not recorded.";
            call.isTold("/resume 1", "✅ You're back on the " + FROM_ANA + ALREADY);
            call.isTold("/unmute 1", "✅ You're no longer muted on the " + FROM_ANA + ALREADY);
            call.isTold("/record stop 1", nothing + "have its recording stopped" + because);
            call.isTold("/answer 1", nothing + "be answered" + because);
            call.asks("/mute");
            call.asks("/record start");
            call.asks("/hold");
            because = ": it is on hold, muted and recorded.";
            call.isTold("/hold 1", "✅ The " + FROM_ANA + " is on hold" + ALREADY);
            call.isTold("/hold", "✅ The " + FROM_ANA + " is on hold" + ALREADY);
            call.isTold("/mute 1", "✅ You're muted on the " + FROM_ANA + ALREADY);
            call.isTold("/dtmf 1 call 1", nothing + "take digits" + because);
            call.isTold("/park call 1", nothing + "be parked" + because);
            call.isTold("/record start 1", nothing + "be recorded" + because);
            call.assertState(CallState.HELD);
        }
    }
}
