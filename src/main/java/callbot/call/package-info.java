/**
 * A user's calls. {@link callbot.call.CallControl} acts on them and decides which one is meant; {@link callbot.call.Devices}
 * are where they ring. {@link callbot.call.feed.CallFeed} follows them for {@linkplain callbot.call.Monitoring those who want
 * that}: what has been seen of a call is folded, from events that may come twice, late or not at all, and shown as one card.
 */
package callbot.call;
