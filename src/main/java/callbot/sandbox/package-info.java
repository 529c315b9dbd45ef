/**
 * A Webex to try the bot against: {@link callbot.sandbox.FakeWebex} simulates its REST API, webhooks, OAuth and phones,
 * {@link callbot.sandbox.FakeNgrok} the tunnel, and {@link callbot.sandbox.Sandbox} runs the real bot against both, with
 * a page to chat, to phone, to see every request on the wire, and to break things. Written from Webex's published contract, never from the bot's own client: a fake that
 * shares the client's records agrees with every mistake in them. The tests use it; the bot itself does not know it.
 */
package callbot.sandbox;
