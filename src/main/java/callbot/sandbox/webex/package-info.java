/**
 * The simulated Webex as a whole: {@link callbot.sandbox.webex.FakeWebex} puts its parts together and serves them over
 * HTTP, and {@link callbot.sandbox.webex.FakeUser} is somebody who uses it.
 *
 * @see <a href="https://developer.webex.com/docs">Webex for developers</a>
 */
package callbot.sandbox.webex;
