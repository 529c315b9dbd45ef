/**
 * What a user can have set for the own line, such as forwarding, do not disturb, caller ID or queues. {@link
 * callbot.webex.line.LineSettings} reads and changes it; the records are what Webex answers, each with the change that can be asked
 * for.
 *
 * @see <a href="https://developer.webex.com/docs/api/v1/call-settings-for-me">Call settings for me</a>
 */
package callbot.webex.line;
