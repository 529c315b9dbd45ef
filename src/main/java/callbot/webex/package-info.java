/**
 * Webex's REST API, as far as the bot uses it. {@link callbot.webex.WebexClient} knows how to ask politely: with time limits,
 * repeats where that is safe, and patience when Webex says "too many requests"; what goes wrong is a {@link
 * callbot.webex.WebexException}. The rooms below it have one class for each section of Webex's documentation, each of them a
 * thin layer over the client: {@link callbot.webex.messaging}, {@link callbot.webex.calling} and {@link callbot.webex.line}.
 *
 * <p>What Webex answers is turned into records at once. Nothing here knows what the bot does with them.
 *
 * @see <a href="https://developer.webex.com/docs/basics">REST API basics</a>
 */
package callbot.webex;
