/**
 * Acting on a user's calls. {@link callbot.call.CallControl} does what a command asks for and decides which call is meant; {@link
 * callbot.call.Devices} are where calls ring, and {@link callbot.call.Monitoring} is who wants to be told of them.
 *
 * <p>What is known of a call, and how that looks, is in {@link callbot.call.card}; {@link callbot.call.feed} follows calls.
 */
package callbot.call;
