package callbot.command;

/** Which voice message is meant. */
public sealed interface VoiceMessageChoice {

    /** The n-th from the newest, from 1. */
    record Numbered(int number) implements VoiceMessageChoice {}

    /** The one with this id: a button says so. */
    record ThisOne(String id) implements VoiceMessageChoice {}
}
