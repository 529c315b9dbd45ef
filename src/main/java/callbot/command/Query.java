package callbot.command;

import java.util.Optional;

/** What only wants to see how something stands. */
public sealed interface Query extends Command {

    /** Say how much is remembered; for administrators. */
    record StoreInfo() implements Query {}

    /** Show the calls of this moment. */
    record ListCalls() implements Query {}

    /** Show one call of this moment. */
    record ShowCall(CallChoice choice) implements Query {}

    /**
     * Show the calls of the past.
     *
     * @param page from 1, the newest
     */
    record History(Optional<Kind> kind, int page) implements Query {

        /** What became of a call. */
        public enum Kind {
            /** The user called. */
            PLACED,
            /** Nobody answered. */
            MISSED,
            /** The user answered. */
            RECEIVED
        }
    }

    /**
     * Look for somebody's numbers, so that one can be chosen.
     *
     * @param before what is in front of the number in the command that a button says
     * @param after what is behind it; empty if nothing is
     * @param button the call that the command is about, if a button said so
     */
    record FindPerson(String name, String before, String after, Optional<CallChoice.ThisOne> button) implements Query {}

    /** Show who is in the conference. */
    record ShowConference() implements Query {}

    /** Say whether the user wants to be disturbed. */
    record ShowQuiet() implements Query {}

    /** Say where calls go that are not answered here. */
    record ShowForwarding() implements Query {}

    /** Say whose calls are refused. */
    record ShowBlocked() implements Query {}

    /** Say what callers are told while the user is away. */
    record ShowAway() implements Query {}

    /** Show which numbers ring as well. */
    record ShowReach() implements Query {}
    /** Say from which queues calls reach the user. */
    record ShowQueues() implements Query {}

    /** Say what others see when the user calls. */
    record ShowCallerId() implements Query {}

    /** Show the user's phones, and which of them Webex prefers. */
    record ShowPhones() implements Query {}

    /** Ask whether a number shall no longer be one of those that can ring as well. @param which its number, or its name */
    record AskToRemoveReach(String which) implements Query {}

    /** Show what was left on the user's voicemail. */
    record ShowVoicemail() implements Query {}

    /** Ask whether a voice message shall be deleted. */
    record AskToDelete(VoiceMessageChoice choice) implements Query {}

    /** Show the recordings of the user's calls. */
    record ListRecordings() implements Query {}

    /** Give out links to a recording. */
    record Listen(RecordingChoice choice) implements Query {}

    /** Show the devices on which the user's calls can ring. */
    record ListDevices() implements Query {}

    /** Say how things stand. */
    record Status() implements Query {}

    /** Say how the last command was done. */
    record Why() implements Query {}
}
