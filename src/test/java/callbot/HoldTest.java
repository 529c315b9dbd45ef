package callbot;

import static callbot.AnasCall.FROM_ANA;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import callbot.sandbox.calls.session.CallState;
import org.junit.jupiter.api.Test;

/** Holding, muting, keying and recording a call by typing: what is said, and what the phone then does. */
class HoldTest {

    @Test
    void aCallIsHeldAndResumed() {
        try (AnasCall call = AnasCall.connected()) {
            call.isTold("/hold", "✅ The " + FROM_ANA + " is on hold.");
            call.assertState(CallState.HELD);
            call.isTold("/resume", "✅ The " + FROM_ANA + " is off hold.");
            call.assertState(CallState.CONNECTED);
        }
    }

    @Test
    void aMicrophoneIsSwitchedOffAndOn() {
        try (AnasCall call = AnasCall.connected()) {
            call.isTold("/mute", "✅ The " + FROM_ANA + " is without your microphone.");
            assertTrue(call.onPhone().muted());
            call.isTold("/unmute", "✅ The " + FROM_ANA + " is with your microphone on.");
            assertFalse(call.onPhone().muted());
        }
    }

    @Test
    void digitsAreKeyedIn() {
        try (AnasCall call = AnasCall.connected()) {
            call.isTold("/dtmf 1,47 11#", "✅ The " + FROM_ANA + " is given your digits.");
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
            call.isTold("/record start", "✅ The " + FROM_ANA + " is recorded from now on.");
            assertEquals("started", call.onPhone().recording().orElseThrow());
            call.isTold("/record pause", "✅ The " + FROM_ANA + " is not recorded for now.");
            assertEquals("paused", call.onPhone().recording().orElseThrow());
            call.isTold("/record resume", "✅ The " + FROM_ANA + " is recorded again.");
            assertEquals("started", call.onPhone().recording().orElseThrow());
            call.isTold("/record stop", "✅ The " + FROM_ANA + " is recorded no longer.");
            assertEquals("stopped", call.onPhone().recording().orElseThrow());
            assertTrue(call.asks("/record").contains("I know /record start, /record stop"));
        }
    }

    @Test
    void withoutACallThatFitsNothingIsDoneAndThatIsSaid() {
        try (AnasCall call = AnasCall.ringing()) {
            call.isTold("/hold", "There is no call to put on hold.");
            call.isTold("/resume", "No call is on hold.");
            call.isTold("/mute", "There is no call whose microphone could be switched off.");
            call.isTold("/unmute", "Your microphone is off in no call.");
            call.isTold("/dtmf 1", "There is no call to key digits into.");
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
            String nothing = "I have done nothing: the " + FROM_ANA + " cannot ";
            String because = ", because it is connected, not muted and not recorded.";
            call.isTold("/resume 1", nothing + "be taken off hold" + because);
            call.isTold("/unmute 1", nothing + "be unmuted" + because);
            call.isTold("/record stop 1", nothing + "have its recording stopped" + because);
            call.isTold("/answer 1", nothing + "be answered" + because);
            call.asks("/mute");
            call.asks("/record start");
            call.asks("/hold");
            because = ", because it is on hold, muted and recorded.";
            call.isTold("/hold 1", nothing + "be put on hold" + because);
            call.isTold("/mute 1", nothing + "be muted" + because);
            call.isTold("/dtmf 1 call 1", nothing + "take digits" + because);
            call.isTold("/park call 1", nothing + "be parked" + because);
            call.isTold("/record start 1", nothing + "be recorded" + because);
            call.assertState(CallState.HELD);
        }
    }
}
