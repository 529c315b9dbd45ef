/**
 * The edge of Webex's REST API: which operations there are, what each takes, whose token is good for it, how lists are
 * paged, and how a request is refused. {@link callbot.sandbox.api.Faults} makes requests fail on demand.
 *
 * @see <a href="https://developer.webex.com/docs/basics">REST API basics</a>
 */
package callbot.sandbox.api;
