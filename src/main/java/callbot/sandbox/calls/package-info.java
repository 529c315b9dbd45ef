/**
 * Webex Calling, as its users meet it: the operations of call control, {@linkplain callbot.sandbox.calls.Phone the phones} that ring, and
 * those of people outside. {@link callbot.sandbox.calls.Telephony} is the way in.
 *
 * @see <a href="https://developer.webex.com/docs/api/v1/call-controls">Call controls</a>
 * @see <a href="https://developer.webex.com/docs/api/v1/conference-controls">Conference controls</a>
 */
package callbot.sandbox.calls;
