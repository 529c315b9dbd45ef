package callbot.command;

import callbot.command.value.DialString;
import java.util.Optional;

/** What can be done with one of the user's calls. */
public sealed interface CallAction {

    /** Take it, on this device if one is named. */
    record Answer(Optional<String> device) implements CallAction {}

    /** Refuse it. */
    record Reject(Reason reason) implements CallAction {

        /** What the caller is made to hear. */
        public enum Reason {
            /** The busy tone, or voicemail: the default at Webex. */
            BUSY,
            /** That the user cannot be reached for a while. */
            UNAVAILABLE,
            /** That it rings on; only the user's own devices stop. */
            IGNORE
        }
    }

    /** Send it to somebody else without asking, even while it rings. */
    record Divert(DialString to) implements CallAction {}

    /** Hand it over to somebody else, who must answer first. */
    record Transfer(DialString to) implements CallAction {}

    /** Park it, at this extension or else at the user's own. */
    record Park(Optional<DialString> at) implements CallAction {}

    /** Park it where the user's group parks. */
    record ParkInGroup() implements CallAction {}

    /** Key in digits. */
    record SendDigits(String digits) implements CallAction {}

    /** What needs no more words. */
    enum Simple implements CallAction {
        /** End it. */
        HANG_UP,
        /** Put it on hold. */
        HOLD,
        /** Take it off hold. */
        RESUME,
        /** Switch the user's microphone off. */
        MUTE,
        /** Switch the user's microphone on. */
        UNMUTE,
        /** Send it to the user's voicemail. */
        TO_VOICEMAIL,
        /** Hand it from an assistant to the executive. */
        PUSH,
        /** Record it from now on. */
        START_RECORDING,
        /** Record it no longer. */
        STOP_RECORDING,
        /** Stop recording for a while. */
        PAUSE_RECORDING,
        /** Go on recording. */
        RESUME_RECORDING
    }
}
