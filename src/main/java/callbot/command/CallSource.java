package callbot.command;

import callbot.command.value.DialString;
import java.util.Optional;

/** Where a call comes from that the user brings to a device of his own, which rings first. */
public sealed interface CallSource {

    /** Parked at this extension, or else at the user's own. */
    record Parked(Optional<DialString> at) implements CallSource {}

    /** Ringing at this extension, or else anywhere in the user's group. */
    record RingingElsewhere(Optional<DialString> at) implements CallSource {}

    /** Answered at this extension already: the user joins in. */
    record Answered(DialString at) implements CallSource {}

    /** The user's own, on another of his devices. */
    record OtherDevice() implements CallSource {}
}
