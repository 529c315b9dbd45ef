/**
 * The commands about what Webex has set for a user's line, each with its card, such as {@link callbot.chat.line.QuietCommands} and
 * {@link callbot.chat.line.ForwardCommands}. They word what {@code callbot.line} does.
 */
package callbot.chat.line;
