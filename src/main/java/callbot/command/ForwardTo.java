package callbot.command;

import callbot.command.value.DialString;

/** Where calls are sent. */
public sealed interface ForwardTo {

    /** Nowhere: they ring here. */
    record Nowhere() implements ForwardTo {}

    /** To the user's own voicemail. */
    record OwnVoicemail() implements ForwardTo {}

    /**
     * To somebody else.
     *
     * @param itsVoicemail whether to the voicemail there, without ringing
     */
    record Number(DialString number, boolean itsVoicemail) implements ForwardTo {}
}
