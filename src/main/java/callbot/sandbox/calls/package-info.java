/**
 * Webex Calling: calls and their parties, the operations of call control, the events that tell of calls, and the phones
 * that ring. {@link callbot.sandbox.calls.Telephony} is the way in.
 *
 * @see <a href="https://developer.webex.com/docs/api/v1/call-controls">Call controls</a>
 */
package callbot.sandbox.calls;
