/**
 * What all parts of the simulated Webex stand on: ids, people with their lines and tokens, how it refuses, what it does
 * where Webex's documentation leaves room, and who may act when.
 *
 * @see <a href="https://developer.webex.com/docs/basics">REST API basics</a>
 */
package callbot.sandbox.base;
