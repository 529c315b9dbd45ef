/**
 * A {@linkplain callbot.sandbox.calls.session.CallSession session} is what belongs together, and each of its ends is the {@linkplain
 * callbot.sandbox.calls.session.CallLeg leg} of a user or an {@linkplain callbot.sandbox.calls.session.Outsider outsider}. They
 * change as calls do, and tell nobody.
 *
 * @see <a href="https://developer.webex.com/docs/api/v1/call-controls/get-call-details">Get call details</a>
 */
package callbot.sandbox.calls.session;
