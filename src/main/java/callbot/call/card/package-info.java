/**
 * One call as one card. What has been seen of a call is folded into a {@link callbot.call.card.CallView}, from events that may come
 * twice, late or not at all; {@link callbot.call.card.CallCard} shows it, with the buttons that work just then, and {@link
 * callbot.call.card.LivingCard} keeps the message up to date. {@link callbot.call.card.FollowedCalls} remembers both.
 */
package callbot.call.card;
