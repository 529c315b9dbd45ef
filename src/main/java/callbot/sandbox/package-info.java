/**
 * A Webex to try the bot against, and the program that runs the real bot in it. {@link callbot.sandbox.Sandbox} starts
 * the bot, a simulated Webex and a stand-in for ngrok, with a page to chat, to phone, to see every request on the wire,
 * and to break things; {@link callbot.sandbox.StandaloneWebex} starts the simulated Webex alone.
 *
 * <p>This package alone knows the bot. The packages below it are written from Webex's published contract, never from
 * the bot's client: a fake that shares the client's records agrees with every mistake in them. They build on each other
 * in one direction:
 *
 * <ol>
 *   <li>{@link callbot.sandbox.base}, {@link callbot.sandbox.traffic} and {@link callbot.sandbox.web}: what all others stand on
 *   <li>{@link callbot.sandbox.api}: how every request is checked and answered, or made to fail
 *   <li>{@link callbot.sandbox.accounts}, {@link callbot.sandbox.webhooks}, {@link callbot.sandbox.messaging}, {@link
 *       callbot.sandbox.calls}: the parts of Webex
 *   <li>{@link callbot.sandbox.webex}: all of them together, with the users
 *   <li>{@link callbot.sandbox.page}, {@link callbot.sandbox.wire}, {@link callbot.sandbox.faults}: what the page shows and
 *       does
 * </ol>
 */
package callbot.sandbox;
