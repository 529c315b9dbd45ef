/**
 * The sandbox's own web server, for what a server of the bot must never do: tell a page of events for as long as it is open,
 * take bodies of megabytes, hang up without an answer. Only this machine reaches it. Requests and answers are the values that
 * the bot has for them, {@link callbot.http.Request} and {@link callbot.http.Response}.
 *
 * @see <a href="https://html.spec.whatwg.org/multipage/server-sent-events.html">Server-sent events</a>
 */
package callbot.sandbox.web;
