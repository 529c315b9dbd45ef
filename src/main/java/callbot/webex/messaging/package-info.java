/**
 * Webex Messaging: {@linkplain callbot.webex.messaging.Messages messages} to people and in rooms, {@linkplain
 * callbot.webex.messaging.People who somebody is}, and {@linkplain callbot.webex.messaging.Webhooks webhooks}, by which Webex
 * tells of all that happens. What the bot writes is a {@link callbot.webex.messaging.Draft}.
 *
 * @see <a href="https://developer.webex.com/docs/api/v1/messages">Messages</a>
 * @see <a href="https://developer.webex.com/docs/api/v1/people">People</a>
 * @see <a href="https://developer.webex.com/docs/api/v1/webhooks">Webhooks</a>
 */
package callbot.webex.messaging;
