/**
 * A user's calls: {@link callbot.call.CallControl} acts on them and decides which one is meant, {@link callbot.call.CallFeed}
 * follows them. What has been seen of a call is a {@link callbot.call.CallView}, folded from events that may come twice, late
 * or not at all; {@link callbot.call.CallStory} says in a sentence what has changed.
 */
package callbot.call;
