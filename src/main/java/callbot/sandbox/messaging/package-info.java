/**
 * Webex Messaging: rooms and their members, messages with files and cards, the buttons of cards, and what users say.
 *
 * @see <a href="https://developer.webex.com/docs/api/v1/messages">Messages</a>
 * @see <a href="https://developer.webex.com/docs/buttons-and-cards">Buttons and cards</a>
 */
package callbot.sandbox.messaging;
