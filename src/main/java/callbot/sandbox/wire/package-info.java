/**
 * The wire on the page: every request, webhook and change of the bot's store, with what it is good for, the call and the
 * piece of work that it belongs to, and all its details but the secrets.
 */
package callbot.sandbox.wire;
