/**
 * Webex's OpenAPI contract, held against what goes over the wire in the tests: the bot's requests, the answers and the
 * webhooks of the simulated Webex. Both sides are written by us, so only a third party can tell that they agree on
 * something wrong; {@code webex.json} is that party, and these classes judge by it alone. They use nothing of the bot.
 *
 * <p>{@link callbot.contract.Contract} is the way in.
 */
package callbot.contract;
