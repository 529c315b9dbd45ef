/**
 * Webex Calling: {@linkplain callbot.webex.calling.Calls calls} and {@linkplain callbot.webex.calling.Conferences conferences},
 * the {@linkplain callbot.webex.calling.Endpoints phones} on which they ring, and what is left of them: the history, {@linkplain
 * callbot.webex.calling.VoiceMessages voice messages} and {@linkplain callbot.webex.calling.CallRecordings recordings}.
 *
 * @see <a href="https://developer.webex.com/docs/api/v1/call-controls">Call controls</a>
 * @see <a href="https://developer.webex.com/docs/api/v1/conference-controls">Conference controls</a>
 */
package callbot.webex.calling;
