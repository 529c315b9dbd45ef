/**
 * {@link callbot.sandbox.calls.switchboard.Switchboard} connects people: it finds whom a number reaches, lets phones ring, and tells of
 * all that by webhooks and in the history. What needs more than one call stands around it: conferences, hand-over, and parking.
 *
 * @see <a href="https://developer.webex.com/docs/api/v1/call-controls">Call controls</a>
 * @see <a href="https://developer.webex.com/docs/webhooks">Webhooks: telephony_calls</a>
 */
package callbot.sandbox.calls.switchboard;
