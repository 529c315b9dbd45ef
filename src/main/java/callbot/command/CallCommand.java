package callbot.command;

import callbot.command.value.DialString;
import java.util.Optional;

/** What acts on the user's calls, or begins one. */
public sealed interface CallCommand extends Command {

    /**
     * Call somebody, from this device if one is named.
     *
     * @param again whether it shall be done even if the same was done a moment ago
     */
    record Dial(DialString destination, Optional<String> device, boolean again) implements CallCommand {}

    /** Call somebody of whom only a name was said, from this device if one is named. */
    record DialName(String name, Optional<String> device, boolean again) implements CallCommand {}

    /**
     * Call this number, which was chosen for a name. From now on the name stands for it.
     *
     * @param name as it was said
     */
    record DialChosen(Dial dial, String name) implements CallCommand {}

    /** Bring a call to the user, to this device if one is named. */
    record Bring(CallSource source, Optional<String> device) implements CallCommand {}

    /** Do something with a call. */
    record Act(CallAction action, CallChoice choice) implements CallCommand {}

    /** Connect the two others whom the user has in two calls with each other. */
    record JoinCalls() implements CallCommand {}

    /** Bring the user's two calls together in a conference, or take one more call into the one that is running. */
    record MergeCalls() implements CallCommand {}

    /**
     * Switch a microphone in the conference off, or on.
     *
     * @param whom the call whose other side is meant; absent for the user
     */
    record MuteInConference(Optional<CallChoice> whom, boolean muted) implements CallCommand {}

    /** Call somebody to be taken into the conference, or to make one of the call that there is; what there is waits meanwhile. */
    record AddPerson(Dial dial) implements CallCommand {}

    /** Put the conference on hold, or take it off hold. */
    record HoldConference(boolean held) implements CallCommand {}

    /** End the conference for everybody. */
    record EndConference() implements CallCommand {}

    /** Go to the call that is on hold, and have the other one wait. */
    record Swap() implements CallCommand {}

    /** Put the call on hold that there is, and call somebody. */
    record Consult(Dial dial) implements CallCommand {}
}
