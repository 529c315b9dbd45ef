/**
 * What each user has set for his own line, {@link callbot.sandbox.line.FakeSettings}, and what was left on his voicemail, {@link
 * callbot.sandbox.line.FakeVoiceMessages}, and whose calls he refuses, {@link callbot.sandbox.line.FakeBlocking}; what callers are
 * told while he is away, {@link callbot.sandbox.line.FakeAssistant}, which other numbers ring as well, {@link
 * callbot.sandbox.line.FakeReach}, and the recordings of his calls, {@link callbot.sandbox.line.FakeRecordings}; from which queues
 * calls reach him, {@link callbot.sandbox.line.FakeQueues}, as whom he calls, {@link callbot.sandbox.line.FakeCallerIds}, and which
 * phone he prefers, {@link callbot.sandbox.line.FakeEndpoints}. It is kept and told as
 * Webex does; what it does to the calls that come in, callbot.sandbox.webex knows. That calls are forwarded when the line is
 * busy or nobody answers, which phone is preferred, and who else rings is kept and told alone.
 *
 * @see <a href="https://developer.webex.com/docs/api/v1/user-call-settings-2-2">User call settings, voice messages</a>
 * @see <a href="https://developer.webex.com/docs/api/v1/call-settings-for-me">Call settings for me</a>
 */
package callbot.sandbox.line;
