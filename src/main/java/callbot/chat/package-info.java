/**
 * What is said in the chat. {@link callbot.chat.Conversation} takes what a person wrote or pressed and sees to it that there
 * is an answer, whatever happens; {@link callbot.chat.CommandRunner} hands a command to whoever does it and words the outcome:
 * a {@code *Commands} in one of the rooms, with its cards beside it.
 *
 * <p>{@link callbot.chat.call} is about calls, {@link callbot.chat.line} about what is set for a line, {@link
 * callbot.chat.recording} about what was recorded, {@link callbot.chat.account} about who may do what. {@link callbot.chat.failure}
 * says what went wrong.
 */
package callbot.chat;
