/**
 * What others wrote: callers' names, Webex's reasons, typed text. Whoever shows such text, in the chat, on a card or in the
 * log, has {@link callbot.text.OthersText} clean it first. It uses nothing of ours.
 */
package callbot.text;
