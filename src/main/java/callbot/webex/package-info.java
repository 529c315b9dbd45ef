/**
 * Webex's REST API, as far as the bot uses it: one class for each section of Webex's documentation, each of them a thin
 * layer over {@link callbot.webex.WebexClient}, which knows how to ask politely: with time limits, repeats where that is
 * safe, and patience when Webex says "too many requests".
 *
 * <p>What Webex answers is turned into records at once; what goes wrong is a {@link callbot.webex.WebexException}. Nothing
 * here knows what the bot does with them.
 */
package callbot.webex;
