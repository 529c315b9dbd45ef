/**
 * What is said in the chat. {@link callbot.chat.Conversation} takes what a person wrote or pressed and sees to it that there
 * is an answer, whatever happens; {@link callbot.chat.CommandRunner} does what a command says and words the outcome.
 */
package callbot.chat;
