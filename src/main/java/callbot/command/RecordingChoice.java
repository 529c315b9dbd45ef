package callbot.command;

/** Which recording is meant. */
public sealed interface RecordingChoice {

    /** The n-th from the newest, from 1. */
    record Numbered(int number) implements RecordingChoice {}

    /** The one with this id: a button says so. */
    record ThisOne(String id) implements RecordingChoice {}

    /** That of this call: a button says so. */
    record OfCall(CallChoice.ThisOne call) implements RecordingChoice {}
}
