/**
 * Following calls. {@link callbot.call.feed.CallFeed} takes what Webex tells of the calls of {@linkplain callbot.call.Monitoring
 * those who want that} and keeps their cards true; {@link callbot.call.feed.UnheardCalls} and {@link callbot.call.feed.StaleCards}
 * look for what Webex did not tell.
 */
package callbot.call.feed;
