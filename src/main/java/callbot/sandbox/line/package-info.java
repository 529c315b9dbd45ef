/**
 * What each user has set for his own line. {@link callbot.sandbox.line.FakeSettings} is the way in. It is kept and told as
 * Webex does; that it has no effect on the simulated phones is left out here.
 *
 * @see <a href="https://developer.webex.com/docs/api/v1/call-settings-for-me">Call settings for me</a>
 */
package callbot.sandbox.line;
